import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entries, names } from '../fixtures/arbitraries.ts';
import { dumpDatabase } from '../fixtures/native-database.ts';
import { createWorld, type World } from '../fixtures/world.ts';
import { fewestInPage, pageSize } from './bulk-pages.ts';
import type { Entry } from './entry.ts';
import { type Journal, openJournal } from './journal.ts';
import type { Revision } from './revision.ts';

const archiveOf = async (journal: Journal): Promise<string> => {
  let text = '';
  for await (const piece of journal.exportArchive()) text += piece;
  return text;
};

const pagesIn = async (world: World): Promise<readonly { readonly count: number }[]> => {
  const { stores } = await dumpDatabase(world.indexedDB, 'zonula');
  return stores.find(({ name }) => name === 'pages')!.records as never;
};
const heldInPages = async (world: World): Promise<number> =>
  (await pagesIn(world)).reduce((sum, { count }) => sum + count, 0);

/** Two journals of the same device on what another wrote: one took it in at once and has pages, one in pieces and has rows. */
const createPair = async (written: readonly Revision[]) => {
  const worlds = [createWorld(), createWorld()] as const;
  const paged = await openJournal(worlds[0]);
  const plain = await openJournal(worlds[1]);
  await (await paged.replica()).merge(written);
  const replica = await plain.replica();
  for (let from = 0; from < written.length; from += fewestInPage - 1)
    await replica.merge(written.slice(from, from + fewestInPage - 1));
  expect(await pagesIn(worlds[1])).toEqual([]);
  return { worlds, paged, plain };
};

const writtenBy = async (journal: Journal): Promise<readonly Revision[]> => {
  const replica = await journal.replica();
  return replica.revisions(await replica.clocksAfter(''));
};

const answers = async (journal: Journal, at: readonly string[]) => {
  const replica = await journal.replica();
  const all = await journal.range('0000', '9999');
  const some = all.filter((_, k) => k % 17 === 0);
  const middle = all[Math.floor(all.length / 2)]?.entry.day ?? '2026-03-01';
  const diary = await journal.diary();
  return {
    all,
    diary: diary.observations,
    day: await journal.day(middle),
    part: await journal.range(middle, '2026-12-31'),
    usage: await journal.usage('0000', middle),
    items: await journal.items(),
    last: await Promise.all(
      some.map(({ entry: { category, name } }) => journal.last(category, name)),
    ),
    scored: await Promise.all(
      (['food', 'skin'] as const).map((one) => journal.scoredDays(one, 25)),
    ),
    found: await Promise.all(
      ['i', 'po', ...some.map(({ entry }) => entry.note ?? entry.name)].map((text) =>
        journal.search(text, { limit: 10 }),
      ),
    ),
    history: await Promise.all(some.map(({ id }) => journal.history(id))),
    entry: await Promise.all(some.map(({ id }) => journal.entry(id))),
    archive: await archiveOf(journal),
    count: await replica.count(),
    clocks: await Promise.all(['', ...at].map((clock) => replica.clocksAfter(clock))),
    known: (await replica.revisions(at)).map(({ clock }) => clock).sort(),
    changes: (await journal.storage()).changesSinceBackup,
    undo: await journal.undoState(),
  };
};

/** Compared answer by answer, so that a difference is told in its place. */
const expectSame = async (paged: Journal, plain: Journal, at: readonly string[]) => {
  const [one, other] = [await answers(paged, at), await answers(plain, at)];
  for (const key of Object.keys(other) as (keyof typeof other)[])
    expect(one[key], key).toEqual(other[key]);
};

const others = fc
  .array(entries, { minLength: fewestInPage + 10, maxLength: fewestInPage + 40 })
  .map((all) =>
    all.map(({ photos, ...entry }, k) => (k < 5 && photos ? { ...entry, photos } : entry)),
  );
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('add' as const), entry: entries }),
    fc.record({ do: fc.constant('edit' as const), which: fc.nat(), entry: entries }),
    fc.record({
      do: fc.constant('remove' as const),
      which: fc.nat(),
      many: fc.constantFrom(1, 3, 30),
    }),
    fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const, 'hear' as const) }),
    fc.record({ do: fc.constant('elsewhere' as const), which: fc.nat(), entry: entries }),
    fc.record({ do: fc.constant('put' as const), key: names }),
  ),
  { minLength: 1, maxLength: 8 },
);

test('pages answer everything as rows do, whatever is changed here and elsewhere', async () => {
  let held = 0;
  await fc.assert(
    fc.asyncProperty(others, steps, async (written, plan) => {
      const far = await openJournal(createWorld({ device: 9, start: Date.UTC(2026, 1, 1) }));
      await far.add(written);
      const { worlds, paged, plain } = await createPair(await writtenBy(far));
      held += await heldInPages(worlds[0]);
      const both = [paged, plain];
      for (const step of plan) {
        for (const journal of both) {
          const there = await journal.range('0000', '9999');
          const from = 'which' in step ? step.which % there.length : 0;
          if (step.do === 'add') await journal.add([step.entry]);
          if (step.do === 'edit') await journal.edit(there[from]!.id, step.entry);
          if (step.do === 'remove')
            await journal.remove(there.slice(from, from + step.many).map(({ id }) => id));
          if (step.do === 'undo') await journal.undo();
          if (step.do === 'redo') await journal.redo();
          if (step.do === 'put')
            await journal.put('food-correction', step.key, { phrase: step.key, code: 1 });
          if (step.do === 'hear') await (await journal.replica()).merge(await writtenBy(far));
        }
        if (step.do === 'elsewhere') {
          const there = await far.range('0000', '9999');
          const { id } = there[step.which % there.length]!;
          if (step.which % 2 === 0) await far.edit(id, step.entry);
          else await far.remove([id]);
        }
      }
      const clocks = await (await plain.replica()).clocksAfter('');
      const at = clocks.filter((_, k) => k % 50 === 7);
      await expectSame(paged, plain, at);
      for (const journal of [...both, far]) journal.close();
    }),
    { seed: 1, numRuns: 10 },
  );
  expect(held).toBeGreaterThan(10 * fewestInPage);
});

const meal = (k: number): Entry => ({
  day: `2026-0${1 + (k % 9)}-${String(1 + (k % 28)).padStart(2, '0')}`,
  category: 'food',
  name: `meal ${k % 7}`,
  value: 1,
  ...(k % 10 === 0 ? { note: `note ${k}` } : {}),
});

test('many pages, looked at and changed', async () => {
  const far = await openJournal(createWorld({ device: 9, start: Date.UTC(2026, 1, 1) }));
  const count = 2 * pageSize + fewestInPage;
  await far.import({ entries: Array.from({ length: count }, (_, k) => meal(k)) });
  const { worlds, paged, plain } = await createPair(await writtenBy(far));
  const pages = await pagesIn(worlds[0]);
  expect(pages.map((page) => page.count)).toEqual([pageSize, pageSize, fewestInPage]);
  const ids = (await plain.range('0000', '9999')).map(({ id }) => id);
  for (const journal of [paged, plain]) {
    await journal.remove(ids.filter((_, k) => k % 60 === 0));
    await journal.edit(ids[7]!, meal(3));
    await journal.undo();
    await journal.undo();
    await journal.redo();
  }
  const at = [ids[5]!, ids[600]!, ids.at(-1)!].sort();
  await expectSame(paged, plain, at);
  expect(await heldInPages(worlds[0])).toBeLessThan(count);
});

test('a page whose last entry goes is gone', async () => {
  const far = await openJournal(createWorld({ device: 9, start: Date.UTC(2026, 1, 1) }));
  await far.import({ entries: Array.from({ length: fewestInPage }, (_, k) => meal(k)) });
  const world = createWorld();
  const journal = await openJournal(world);
  await (await journal.replica()).merge(await writtenBy(far));
  expect(await heldInPages(world)).toBe(fewestInPage);
  const ids = (await journal.range('0000', '9999')).map(({ id }) => id);
  for (const id of ids.slice(0, 5)) await journal.remove([id]);
  expect(await heldInPages(world)).toBe(fewestInPage - 5);
  await journal.remove(ids.slice(5));
  expect(await pagesIn(world)).toEqual([]);
  expect(await journal.range('0000', '9999')).toEqual([]);
  expect(await journal.items()).toEqual([]);
});

test('what is looked at hears of what leaves a page', async () => {
  const far = await openJournal(createWorld({ device: 9, start: Date.UTC(2026, 1, 1) }));
  await far.import({ entries: Array.from({ length: fewestInPage }, (_, k) => meal(k)) });
  const journal = await openJournal(createWorld());
  await (await journal.replica()).merge(await writtenBy(far));
  const [first] = await journal.range('0000', '9999');
  const seen: number[] = [];
  const stop = journal.watch(
    () => journal.day(first!.entry.day),
    (there) => seen.push(there.length),
    (error) => {
      throw error;
    },
  );
  await expect.poll(() => seen.length).toBe(1);
  await journal.remove([first!.id]);
  await expect.poll(() => seen.at(-1)).toBe(seen[0]! - 1);
  stop();
});

test('an import that lies in pages is taken back and done again; what was changed since stays', async () => {
  const world = createWorld();
  const journal = await openJournal(world);
  const count = pageSize + fewestInPage;
  await journal.import({ entries: Array.from({ length: count }, (_, k) => meal(k)) });
  expect(await heldInPages(world)).toBe(count);
  const [first] = await journal.range('0000', '9999');
  const [operation] = await journal.imports();
  await journal.edit(first!.id, { ...first!.entry, value: 3 });
  expect(await journal.undo(operation!.seq)).toMatchObject({ changed: count - 1, kept: 1 });
  expect((await journal.range('0000', '9999')).map(({ entry }) => entry.value)).toEqual([3]);
  expect(await pagesIn(world)).toEqual([]);
  expect(await journal.redo()).toMatchObject({ changed: count - 1, kept: 1 });
  const there = await journal.range('0000', '9999');
  expect(there).toHaveLength(count);
  expect(there.filter(({ entry }) => entry.value === 3)).toHaveLength(1);
  expect((await journal.items()).reduce((sum, item) => sum + item.count, 0)).toBe(count);
});
