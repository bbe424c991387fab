import { expect, test } from 'vitest';
import { createMemoryRelay } from '../fixtures/memory-relay.ts';
import { nodeEffects } from '../fixtures/sync-world.ts';
import { createWorld } from '../fixtures/world.ts';
import { openJournal } from './journal.ts';
import { exchange } from './sync/exchange.ts';
import { joinByWords, startSync } from './sync/join.ts';

const itch = (day: string, value: number) =>
  ({ day, category: 'skin', name: 'itch', value }) as const;

test('two journals on IndexedDB agree, go on after a restart, and forget their keys with the diary', async () => {
  const { relay } = createMemoryRelay();
  const worlds = [createWorld({ device: 1 }), createWorld({ device: 2 })] as const;
  const open = async (which: 0 | 1) => {
    const journal = await openJournal(worlds[which]);
    const store = await journal.syncStore();
    const replica = await journal.replica();
    return { journal, store, context: { effects: nodeEffects(), store, replica, relay } };
  };
  const phone = await open(0);
  const words = (await startSync(phone.context, 'Phone')).join(' ');
  const [first] = await phone.journal.add([itch('2026-03-01', 3), itch('2026-03-02', 4)]);
  await phone.journal.put('settings', '', { theme: 'dark' });
  await exchange(phone.context);
  phone.journal.close();

  const tablet = await open(1);
  await joinByWords(tablet.context, words, 'Tablet');
  await tablet.journal.add([itch('2026-02-01', 9)]);
  expect(await exchange(tablet.context)).toEqual({ received: 3, sent: 1 });
  expect(await tablet.journal.document('settings')).toEqual({ theme: 'dark' });
  expect((await tablet.journal.history(first!.id)).length).toBe(1);

  const again = await open(0);
  expect(await exchange(again.context)).toEqual({ received: 1, sent: 0 });
  expect(await again.journal.range('0000', '9999')).toEqual(
    await tablet.journal.range('0000', '9999'),
  );
  expect(await again.journal.items()).toEqual(await tablet.journal.items());

  await again.journal.deleteEverything();
  const empty = await open(0);
  expect(await empty.store.load()).toBeNull();
  expect(await empty.store.known()).toEqual([]);
  empty.journal.close();
  tablet.journal.close();
});
