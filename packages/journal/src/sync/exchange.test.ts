import { expect, test } from 'vitest';
import { createMemoryRelay } from '../../fixtures/memory-relay.ts';
import { createDevice } from '../../fixtures/sync-world.ts';
import { makeCode } from './code.ts';
import {
  devicesOf,
  invite,
  joinByCode,
  joinByWords,
  renewWords,
  revokeDevices,
  rotateKey,
  startSync,
} from './devices.ts';
import { exchange } from './exchange.ts';
import { SyncFailure, type SyncFailureCode } from './failure.ts';

const itch = (day: string, value = 3) => ({ day, category: 'skin', name: 'itch', value }) as const;
const failing = async (work: Promise<unknown>): Promise<SyncFailureCode | null> => {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof SyncFailure) return error.code;
    throw error;
  }
};

const setUp = async (options: { pageRows?: number } = {}) => {
  const { relay, logs } = createMemoryRelay(options);
  const phone = createDevice(relay, { name: '00000000000000aa' });
  const tablet = createDevice(relay, { name: '00000000000000bb' });
  const laptop = createDevice(relay, { name: '00000000000000cc' });
  const words = (await startSync(phone.context, 'Phone')).join(' ');
  return { relay, logs, phone, tablet, laptop, words };
};

test('a device that joins by words gets everything, and both go on', async () => {
  const { phone, tablet, words } = await setUp();
  for (let k = 1; k <= 9; k++) phone.replica.write(null, itch(`2026-03-0${k}`));
  tablet.replica.write(null, itch('2026-02-01'));
  expect(await exchange(phone.context)).toEqual({ received: 0, sent: 9 });
  await joinByWords(tablet.context, `1. ${words.toUpperCase()}`, 'Tablet');
  expect(await exchange(tablet.context)).toEqual({ received: 9, sent: 1 });
  expect(await exchange(phone.context)).toEqual({ received: 1, sent: 0 });
  expect(tablet.replica.text()).toBe(phone.replica.text());
  expect(await exchange(phone.context)).toEqual({ received: 0, sent: 0 });
  expect((await devicesOf(tablet.context)).map(({ label, isThis }) => [label, isThis])).toEqual([
    ['Phone', false],
    ['Tablet', true],
  ]);
});

test('a device joins by a code, once', async () => {
  const { phone, tablet, laptop } = await setUp();
  phone.replica.write(null, itch('2026-03-01'));
  const code = await invite(phone.context, makeCode);
  expect(code).toMatch(/^(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}$/u);
  await joinByCode(tablet.context, code.toLowerCase().replaceAll('-', ' '), 'Tablet');
  expect(await exchange(tablet.context)).toEqual({ received: 1, sent: 0 });
  expect(await failing(joinByCode(laptop.context, code, 'Laptop'))).toBe('unknown');
  expect(
    await failing(
      joinByCode(
        laptop.context,
        makeCode((n) => new Uint8Array(n)),
        '',
      ),
    ),
  ).toBe('unknown');
});

test('a device that was taken out gets nothing of what comes after, and its key opens none of it', async () => {
  const { logs, phone, tablet, laptop, words } = await setUp();
  await joinByWords(tablet.context, words, 'Tablet');
  await exchange(tablet.context);
  const lost = (await tablet.store.load())!;
  await revokeDevices(phone.context, [lost.self.id]);
  phone.replica.write(null, itch('2026-03-02', 9));
  await exchange(phone.context);
  expect(await failing(exchange(tablet.context))).toBe('removed');
  expect((await tablet.store.load())!.failure).toBe('removed');
  // Even with every byte that the relay has.
  const [log] = [...logs.values()];
  const { followPage } = await import('./log.ts');
  const rows = log!.rows.filter(({ seq }) => seq > lost.log.seq);
  const page = { rows, head: rows.at(-1)!.seq, base: 0 };
  const seen = await followPage(tablet.context.effects, lost.log, page, lost.self);
  expect(seen.rows).toEqual([]);
  expect(seen.failure?.code).toBe('removed');
  expect(await devicesOf(phone.context)).toMatchObject([{ active: true }, { active: false }]);
  // The words still open everything for a new device.
  await joinByWords(laptop.context, words, 'Laptop');
  await exchange(laptop.context);
  expect(laptop.replica.text()).toBe(phone.replica.text());
});

test('new words open the log and old ones do not', async () => {
  const { phone, tablet, laptop, words } = await setUp();
  phone.replica.write(null, itch('2026-03-01'));
  await exchange(phone.context);
  await rotateKey(phone.context);
  const next = (await renewWords(phone.context)).join(' ');
  expect(await failing(joinByWords(tablet.context, words, ''))).toBe('unknown');
  await joinByWords(laptop.context, next, 'Laptop');
  await exchange(laptop.context);
  expect(laptop.replica.text()).toBe(phone.replica.text());
});

test('a snapshot takes the place of rows, for new devices and for those that were away long', async () => {
  const { logs, phone, tablet, laptop, words } = await setUp({ pageRows: 3 });
  await joinByWords(tablet.context, words, 'Tablet');
  await exchange(tablet.context);
  for (let k = 1; k <= 9; k++) {
    phone.replica.write(null, itch(`2026-03-0${k}`));
    await exchange(phone.context, { rowsPerSnapshot: 6 });
  }
  const [log] = [...logs.values()];
  expect(log!.base).toBeGreaterThan(5);
  expect(log!.rows.length).toBeLessThan(9);
  tablet.replica.write(null, itch('2026-02-01'));
  expect(await exchange(tablet.context)).toEqual({ received: 9, sent: 1 });
  await joinByWords(laptop.context, words, 'Laptop');
  expect(await exchange(laptop.context)).toEqual({ received: 10, sent: 0 });
  await exchange(phone.context);
  expect(laptop.replica.text()).toBe(phone.replica.text());
  expect(tablet.replica.text()).toBe(phone.replica.text());
});

test('what was sealed when the answer got lost is not sealed twice', async () => {
  const { relay, logs, phone } = await setUp();
  phone.replica.write(null, itch('2026-03-01'));
  let lost = 0;
  const lossy = {
    ...relay,
    push: async (...request: Parameters<typeof relay.push>) => {
      await relay.push(...request);
      if (lost++ === 0) throw new SyncFailure('away');
      return relay.push(...request);
    },
  };
  expect(await failing(exchange({ ...phone.context, relay: lossy }))).toBe('away');
  expect(await exchange({ ...phone.context, relay: lossy })).toEqual({ received: 0, sent: 1 });
  expect([...logs.values()][0]!.rows).toHaveLength(2);
});

test('a device that goes back to an image of itself catches up', async () => {
  const { phone, tablet, words } = await setUp();
  await joinByWords(tablet.context, words, 'Tablet');
  phone.replica.write(null, itch('2026-03-01'));
  await exchange(phone.context);
  const goBack = phone.store.image();
  phone.replica.write(null, itch('2026-03-02'));
  await exchange(phone.context);
  goBack();
  phone.replica.write(null, itch('2026-03-03'));
  await exchange(phone.context);
  await exchange(tablet.context);
  expect(tablet.replica.text()).toBe(phone.replica.text());
});
