import { IDBDatabase } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { createWorld } from '../fixtures/world.ts';
import type { Entry } from './entry.ts';
import { type Journal, openJournal } from './journal.ts';

const itch: Entry = { day: '2026-03-01', category: 'skin', name: 'itch', value: 4 };

const fail = (error: unknown): void => {
  throw error;
};

/** Whether live queries of each kind are told of a change. */
const told = async (
  journal: Journal,
  query: () => Promise<unknown>,
  work: () => Promise<unknown>,
): Promise<boolean> => {
  const seen: string[] = [];
  const stop = journal.watch(query, (value) => seen.push(JSON.stringify(value)), fail);
  await expect.poll(() => seen.length, { timeout: 5000 }).toBe(1);
  await work();
  const now = JSON.stringify(await query());
  if (now !== seen[0]) await expect.poll(() => seen.at(-1), { timeout: 5000 }).toBe(now);
  else await new Promise((resolve) => setTimeout(resolve, 60));
  stop();
  return seen.length > 1;
};

test('live queries are told of what they look at, and left alone otherwise', async () => {
  const journal = await openJournal(createWorld());
  const [first] = await journal.add([itch]);
  const queries: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['day', () => journal.day('2026-03-01')],
    ['last', () => journal.last('skin', 'itch')],
    ['items', () => journal.items()],
    ['search', () => journal.search('wool')],
    ['undo', () => journal.undoState()],
    ['entry', () => journal.entry(first!.id)],
  ];
  const moved = { ...itch, value: 6, note: 'wool pullover' };
  for (const [name, query] of queries) {
    expect(await told(journal, query, () => journal.edit(first!.id, moved)), name).toBe(true);
    expect(await told(journal, query, () => journal.edit(first!.id, itch)), name).toBe(true);
  }
  const profile = () => journal.document('profile');
  const other = () => journal.add([{ ...itch, day: '2026-03-02' }]);
  expect(await told(journal, profile, other)).toBe(false);
  expect(await told(journal, queries[0]![1], other)).toBe(false);
  const settings = () => journal.document('settings');
  expect(await told(journal, settings, () => journal.put('settings', '', { a: 1 }))).toBe(true);
  expect(await told(journal, settings, () => journal.removeDocument('settings', ''))).toBe(true);
});

test('few at a time and many at once keep the same', async () => {
  const [one, many] = [await openJournal(createWorld()), await openJournal(createWorld())];
  const entries = Array.from(
    { length: 30 },
    (_, k): Entry => ({ ...itch, name: `thing ${k % 7}`, value: k % 11, note: `note ${k}` }),
  );
  for (const entry of entries) await one.add([entry]);
  await many.add(entries);
  const texts = async (journal: Journal) => (await journal.day(itch.day)).map(({ entry }) => entry);
  expect(await texts(one)).toEqual(await texts(many));
  expect(await one.items()).toEqual(await many.items());
  expect(await one.search('note 2')).toHaveLength((await many.search('note 2')).length);
  const ids = (await one.day(itch.day)).map(({ id }) => id);
  expect(await one.remove(ids.slice(0, 3))).toBe(3);
  expect(await one.remove(ids)).toBe(27);
  expect(await one.items()).toEqual([]);
});

test('what fails in between leaves nothing behind', async () => {
  const world = createWorld();
  const journal = await openJournal(world);
  await journal.add([itch]);
  const broken = await openJournal({ ...world, now: () => 2 ** 48 });
  await expect(broken.add([itch])).rejects.toThrow(RangeError);
  expect(await journal.day(itch.day)).toHaveLength(1);
  expect(await journal.items()).toMatchObject([{ count: 1 }]);
});

test('a change that the browser gives up without a reason is told as not kept', async () => {
  const world = createWorld();
  const journal = await openJournal(world);
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...asked: Parameters<typeof transaction>) {
    const begun = transaction.apply(this, asked);
    // Right after its first request, and before it can end.
    setImmediate(() => begun.abort());
    return begun;
  };
  const given = await journal.add([itch]).catch((error) => error);
  IDBDatabase.prototype.transaction = transaction;
  expect(given).toMatchObject({ name: 'JournalFailure', code: 'failed' });
  expect(await journal.day(itch.day)).toEqual([]);
  journal.close();
});

test('a connection that the browser dropped without a word is opened anew', async () => {
  const world = createWorld();
  const connections: { close(): void }[] = [];
  const { open } = world.indexedDB;
  world.indexedDB.open = (...asked: Parameters<typeof open>) => {
    const request = open.apply(world.indexedDB, asked);
    request.addEventListener('success', () => connections.push(request.result as never));
    return request;
  };
  const journal = await openJournal(world);
  await journal.add([itch]);
  connections.at(-1)!.close();
  await journal.add([{ ...itch, name: 'redness' }]);
  expect((await journal.day(itch.day)).map(({ entry }) => entry.name)).toEqual(['itch', 'redness']);
  journal.close();
});

test('what was undone cannot be done again once something else was done', async () => {
  const journal = await openJournal(createWorld());
  await journal.add([itch]);
  await journal.undo();
  expect((await journal.undoState()).redo).not.toBeNull();
  await journal.add([{ ...itch, name: 'redness' }]);
  expect((await journal.undoState()).redo).toBeNull();
  expect(await journal.redo()).toBeNull();
});
