import { expect, test } from 'vitest';
import { createMemoryRelay } from '../../fixtures/memory-relay.ts';
import { createDevice } from '../../fixtures/sync-world.ts';
import { invite, renewWords, rotateKey } from './change-devices.ts';
import { makeCode } from './code.ts';
import { devicesOf } from './devices.ts';
import { keysAfter } from './epochs.ts';
import { exchange } from './exchange.ts';
import { SyncFailure } from './failure.ts';
import { joinByCode, joinByWords, startSync } from './join.ts';
import type { Relay } from './ports.ts';

const itch = { day: '2026-03-01', category: 'skin', name: 'itch', value: 3 } as const;

const setUp = async () => {
  const { relay } = createMemoryRelay();
  const phone = createDevice(relay, { name: '00000000000000aa' });
  const tablet = createDevice(relay, { name: '00000000000000bb' });
  const words = (await startSync(phone.context, 'Phone')).join(' ');
  phone.replica.write(null, itch);
  await exchange(phone.context);
  return { relay, phone, tablet, words };
};

const gone = async (): Promise<never> => {
  throw new SyncFailure('away');
};

/** The network goes once the change of devices was made; with its answer, or right after it. */
const losing = (relay: Relay, what: 'answer' | 'all after'): Relay => {
  let isGone = false;
  return {
    ...relay,
    change: async (...request) => {
      await relay.change(...request);
      isGone = what === 'all after';
      if (what === 'answer') await gone();
    },
    pull: (...request) => (isGone ? gone() : relay.pull(...request)),
  };
};

test('codes that nobody used do not keep one from making another', async () => {
  const { phone, tablet } = await setUp();
  const codes: string[] = [];
  for (let k = 0; k < 10; k++) codes.push(await invite(phone.context, makeCode));
  await expect(joinByCode(tablet.context, codes[0]!, 'Tablet')).rejects.toThrow('unknown');
  await joinByCode(tablet.context, codes[9]!, 'Tablet');
  await exchange(tablet.context);
  expect(tablet.replica.text()).toBe(phone.replica.text());
});

test.each(['answer', 'all after'] as const)(
  'new words are told also when the network goes: %s',
  async (what) => {
    const { relay, phone, tablet, words } = await setUp();
    const renewed = await renewWords({ ...phone.context, relay: losing(relay, what) });
    await expect(joinByWords(tablet.context, words, 'Tablet')).rejects.toThrow('unknown');
    await joinByWords(tablet.context, renewed.join(' '), 'Tablet');
    await exchange(tablet.context);
    expect(tablet.replica.text()).toBe(phone.replica.text());
  },
);

test('new words that were not made are not told', async () => {
  const { relay, phone, tablet, words } = await setUp();
  const never = { ...phone.context, relay: { ...relay, change: gone } };
  await expect(renewWords(never)).rejects.toThrow('away');
  await joinByWords(tablet.context, words, 'Tablet');
});

test('a code is told also when the network goes right after', async () => {
  const { relay, phone, tablet } = await setUp();
  const code = await invite({ ...phone.context, relay: losing(relay, 'all after') }, makeCode);
  expect((await phone.store.load())?.failure).toBe('away');
  await joinByCode(tablet.context, code, 'Tablet');
});

test('a device that belongs to a diary already joins no second time', async () => {
  const { phone, tablet, words } = await setUp();
  await joinByWords(tablet.context, words, 'Tablet');
  await expect(joinByWords(tablet.context, words, 'Tablet')).rejects.toThrow('refused');
  await exchange(phone.context);
  expect(await devicesOf(phone.context)).toHaveLength(2);
});

test('new keys have to go on from those that a device has', async () => {
  const { phone } = await setUp();
  await rotateKey(phone.context);
  const { log, self } = (await phone.store.load())!;
  const { effects } = phone.context;
  expect(await keysAfter(effects, log.keys.slice(0, 1), log.membership, self)).toEqual(log.keys);
  const other = [new Uint8Array(32)];
  await expect(keysAfter(effects, other, log.membership, self)).rejects.toThrow('forged');
});
