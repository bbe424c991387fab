import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { openJournal } from './journal.ts';

const effects = () => {
  let millis = Date.UTC(2026, 2, 1, 8);
  return {
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    now: () => millis++,
    randomBytes: (length: number) => new Uint8Array(length).fill(7),
  };
};

const itch: Entry = { day: '2026-03-01', time: '21:30', category: 'skin', name: 'itch', value: 4 };
const latte: Entry = {
  day: '2026-03-01',
  time: '08:00',
  category: 'food',
  name: 'latte',
  value: 1,
};

test('keeps entries, edits, removals, and takes them back', async () => {
  const world = effects();
  const journal = await openJournal(world);
  const [first] = await journal.add([itch, latte]);
  expect((await journal.day('2026-03-01')).map(({ entry }) => entry)).toEqual([latte, itch]);
  await journal.edit(first!.id, { ...itch, value: 0 });
  expect((await journal.entry(first!.id))?.entry.value).toBe(0);
  expect(await journal.remove([first!.id])).toBe(1);
  expect(await journal.entry(first!.id)).toBeNull();
  expect(await journal.history(first!.id)).toHaveLength(3);
  await journal.undo();
  expect((await journal.entry(first!.id))?.entry.value).toBe(0);
  await journal.undo();
  expect((await journal.entry(first!.id))?.entry.value).toBe(4);
  await journal.redo();
  expect((await journal.entry(first!.id))?.entry.value).toBe(0);
  await journal.undo();
  await journal.undo();
  expect(await journal.day('2026-03-01')).toEqual([]);
  expect(await journal.undo()).toBeNull();
  await journal.redo();
  expect(await journal.day('2026-03-01')).toHaveLength(2);
  journal.close();
  const again = await openJournal(world);
  expect(await again.day('2026-03-01')).toHaveLength(2);
  expect(again.device).toBe(journal.device);
  expect((await again.last('skin', 'ITCH'))?.entry).toEqual(itch);
  expect((await again.usage('2026-01-01', '2026-12-31')).map(({ item }) => item)).toEqual([
    'skin/itch',
    'food/latte',
  ]);
  again.close();
});

test('keeps documents', async () => {
  const journal = await openJournal(effects());
  expect(await journal.document('settings')).toBeNull();
  await journal.put('settings', '', { language: 'de' });
  await journal.put('food-correction', 'cake', { phrase: 'cake', code: 7 });
  expect(await journal.document('settings')).toEqual({ language: 'de' });
  expect(await journal.documents('food-correction')).toMatchObject([
    { key: 'cake', value: { code: 7 } },
  ]);
  expect(await journal.removeDocument('food-correction', 'cake')).toBe(true);
  expect(await journal.documents('food-correction')).toEqual([]);
  journal.close();
});

test('watches what a query reads', async () => {
  const journal = await openJournal(effects());
  const seen: number[] = [];
  const stop = journal.watch(
    () => journal.day('2026-03-01'),
    (entries) => seen.push(entries.length),
    (error) => {
      throw error;
    },
  );
  await expect.poll(() => seen).toEqual([0]);
  await journal.add([itch]);
  await expect.poll(() => seen).toEqual([0, 1]);
  stop();
  journal.close();
});
