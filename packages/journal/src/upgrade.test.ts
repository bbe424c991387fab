import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dumpDatabase, makeDatabase, type NativeDatabase } from '../fixtures/native-database.ts';
import { createWorld } from '../fixtures/world.ts';
import { openJournal } from './journal.ts';

const databaseOf = (version: number): NativeDatabase =>
  JSON.parse(
    readFileSync(new URL(`../fixtures/journal-v${version}.json`, import.meta.url), 'utf8'),
  );
const older = databaseOf(1);

test.each([1, 2])(
  'a database of version %i keeps everything and is searched and counted',
  async (version) => {
    const world = createWorld();
    await makeDatabase(world.indexedDB, 'zonula', databaseOf(version));
    const journal = await openJournal(world);
    expect(journal.device).toBe('a1a1a1a1a1a1a1a1');
    const entries = await journal.range('2026-02-01', '2026-02-28');
    expect(entries).toHaveLength(56);
    expect(await journal.items()).toMatchObject([
      { item: 'skin/itch', count: 28 },
      { item: 'food/porridge', name: 'Porridge', count: 27 },
      { item: 'food/__proto__', count: 1 },
    ]);
    const found = await journal.search('blanket wool');
    expect(found.map(({ entry }) => entry.day)).toEqual(['2026-02-09']);
    expect(await journal.document('settings')).toEqual({ language: 'de' });
    expect((await journal.undoState()).redo).toBeNull();
    const edited = entries[1]!;
    expect((await journal.history(edited.id)).map(({ content }) => content)).toHaveLength(2);
    await journal.undo();
    expect(await journal.documents('food-correction')).toEqual([]);
    journal.close();
  },
);

test('a database of a newer version is not touched', async () => {
  const world = createWorld();
  await makeDatabase(world.indexedDB, 'zonula', { ...older, version: 990 });
  await expect(openJournal(world)).rejects.toMatchObject({ name: 'JournalFailure', code: 'newer' });
  const left = await dumpDatabase(world.indexedDB, 'zonula');
  expect(left).toEqual({ ...older, version: 990 });
});

test('a tab with older code hears of it and writes no more', async () => {
  const world = createWorld();
  const heard: string[] = [];
  const journal = await openJournal({ ...world, onClosed: (reason) => heard.push(reason) });
  const request = world.indexedDB.open('zonula', 990);
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  expect(heard).toEqual(['newer']);
  await expect(
    journal.add([{ day: '2026-03-01', category: 'skin', name: 'itch', value: 1 }]),
  ).rejects.toMatchObject({ code: 'closed' });
});
