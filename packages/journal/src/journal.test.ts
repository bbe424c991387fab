import { expect, test } from 'vitest';
import { createWorld } from '../fixtures/world.ts';
import type { Entry } from './entry.ts';
import { type Journal, openJournal } from './journal.ts';

const itch: Entry = { day: '2026-03-01', time: '21:30', category: 'skin', name: 'itch', value: 4 };
const latte: Entry = {
  day: '2026-03-01',
  time: '08:00',
  category: 'food',
  name: 'latte',
  value: 1,
};

test('keeps entries, edits, removals, and takes them back', async () => {
  const world = createWorld();
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

test('takes back an operation although something else was done since', async () => {
  const journal = await openJournal(createWorld());
  const [one] = await journal.add([itch]);
  const { undo } = await journal.undoState();
  await journal.put('settings', '', { language: 'de' });
  expect(await journal.undo(undo!.seq)).toMatchObject({ changed: 1, kept: 0 });
  expect(await journal.entry(one!.id)).toBeNull();
  expect(await journal.document('settings')).toEqual({ language: 'de' });
  expect(await journal.undo(undo!.seq)).toBeNull();
  expect(await journal.undo(99)).toBeNull();
  await journal.redo();
  expect((await journal.entry(one!.id))?.entry).toEqual(itch);
  journal.close();
});

test('refuses what is no entry, whole', async () => {
  const journal = await openJournal(createWorld());
  const wrong: readonly object[] = [
    { ...itch, day: '2026-02-30' },
    { ...itch, time: '24:00' },
    { ...itch, name: '  ' },
    { ...itch, value: Number.NaN },
    { ...itch, scale: { min: 3, max: 3 } },
    { ...itch, extra: 1 },
    { ...itch, category: 'food2' },
  ];
  for (const entry of wrong) {
    await expect(journal.add([latte, entry as Entry])).rejects.toMatchObject({ name: 'ZodError' });
  }
  expect(await journal.items()).toEqual([]);
  expect(await journal.undoState()).toEqual({ undo: null, redo: null });
  expect(await journal.edit('000000000000-0000-0000000000000000', itch)).toBeNull();
  expect(await journal.remove(['settings/', 'x'])).toBe(0);
  journal.close();
});

test('keeps documents', async () => {
  const journal = await openJournal(createWorld());
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

test('changes of one document at the same time, also in another tab, all hold', async () => {
  const world = createWorld();
  const [here, there] = [await openJournal(world), await openJournal(world)];
  const add = (journal: Journal, name: string) =>
    journal.change('settings', '', (before) => ({ ...before, [name]: true }));
  await Promise.all([add(here, 'a'), add(there, 'b'), add(here, 'c')]);
  expect(await here.document('settings')).toEqual({ a: true, b: true, c: true });
  await here.removeDocument('settings', '');
  await add(there, 'd');
  expect(await here.document('settings')).toEqual({ d: true });
  await expect(here.change('favourite', 'x', () => ({ label: '', entries: [] }))).rejects.toThrow();
  expect(await here.documents('favourite')).toEqual([]);
  here.close();
  there.close();
});

test('what comes in the place of something else is one operation with it', async () => {
  const world = createWorld();
  const [journal, elsewhere] = [await openJournal(world), await openJournal(world)];
  expect(journal.lastOperation()).toBeNull();
  const [nothing] = await journal.add([{ ...itch, category: 'day', name: 'complete' }]);
  const [food] = await journal.add([latte], [nothing!.id, 'never there']);
  const mine = journal.lastOperation()!;
  expect((await journal.day(itch.day)).map(({ id }) => id)).toEqual([food!.id]);
  await elsewhere.add([itch]);
  expect(journal.lastOperation()).toBe(mine);
  await journal.undo(mine);
  expect((await journal.day(itch.day)).map(({ entry }) => entry.name)).toEqual([
    'complete',
    'itch',
  ]);
  await journal.add(Array.from({ length: 30 }, () => itch));
  expect(journal.lastOperation()).toBeGreaterThan(mine);
  journal.close();
  elsewhere.close();
});

test('watches all that a query reads one after another', async () => {
  const journal = await openJournal(createWorld());
  const seen: number[] = [];
  const stop = journal.watch(
    async () => {
      await journal.document('settings');
      await journal.entry('none');
      return journal.day('2026-03-01');
    },
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

test('watches what a query reads', async () => {
  const journal = await openJournal(createWorld());
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

test('watches the whole diary, what is stored and the imports', async () => {
  const journal = await openJournal(createWorld());
  const seen: Record<string, number> = {};
  const fail = (error: unknown): void => {
    throw error;
  };
  const stops = [
    journal.watch(
      () => journal.diary(),
      ({ observations }) => {
        seen.diary = observations.length;
      },
      fail,
    ),
    journal.watch(
      () => journal.storage(),
      ({ changesSinceBackup }) => {
        seen.storage = changesSinceBackup;
      },
      fail,
    ),
    journal.watch(
      () => journal.imports(),
      ({ length }) => {
        seen.imports = length;
      },
      fail,
    ),
  ];
  await expect.poll(() => seen).toEqual({ diary: 0, storage: 0, imports: 0 });
  await journal.import({ entries: [itch, latte] });
  await expect.poll(() => seen).toEqual({ diary: 2, storage: 2, imports: 1 });
  for (const stop of stops) stop();
  journal.close();
});

test('knows the days with something, and reads all of them in order across years', async () => {
  const journal = await openJournal(createWorld());
  const days = ['2024-12-31', '2025-01-01', '2025-03-31', '2026-03-01'];
  await journal.add(days.toReversed().map((day) => ({ ...itch, day })));
  await journal.add([latte, { ...itch, name: 'redness' }]);
  expect(await journal.scoredDays('skin', 28)).toBe(4);
  expect(await journal.scoredDays('skin', 3)).toBe(3);
  expect(await journal.scoredDays('gut', 28)).toBe(0);
  await journal.add([
    { day: '2026-03-09', category: 'skin', name: 'photo', value: null, photos: [] },
    { ...itch, day: '2026-03-10', value: null },
  ]);
  expect(await journal.scoredDays('skin', 28)).toBe(4);
  const { observations } = await journal.diary();
  expect(observations.map(({ date, name }) => `${date} ${name}`)).toEqual([
    '2024-12-31 itch',
    '2025-01-01 itch',
    '2025-03-31 itch',
    '2026-03-01 latte',
    '2026-03-01 itch',
    '2026-03-01 redness',
  ]);
  expect((await (await openJournal(createWorld())).diary()).observations).toEqual([]);
});
