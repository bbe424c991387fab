import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entries } from '../fixtures/arbitraries.ts';
import { createWorld } from '../fixtures/world.ts';
import type { Entry } from './entry.ts';
import { type Journal, openJournal } from './journal.ts';

type Step =
  | { readonly do: 'add'; readonly entries: readonly Entry[] }
  | { readonly do: 'edit'; readonly which: number; readonly entry: Entry }
  | { readonly do: 'remove'; readonly which: number; readonly many: number }
  | { readonly do: 'undo' | 'redo' | 'reopen' };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('add' as const),
      entries: fc.array(entries, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ do: fc.constant('edit' as const), which: fc.nat(), entry: entries }),
    fc.record({
      do: fc.constant('remove' as const),
      which: fc.nat(),
      many: fc.integer({ min: 1, max: 3 }),
    }),
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
    fc.record({ do: fc.constant('reopen' as const) }),
  ),
  { maxLength: 20 },
);

/** What a journal has to hold, told in the plainest way: whole states on a pile. */
const createModel = () => {
  let state = new Map<string, Entry>();
  let past: Map<string, Entry>[] = [];
  let future: Map<string, Entry>[] = [];
  return {
    state: () => state,
    does: (change: (next: Map<string, Entry>) => void) => {
      past.push(state);
      future = [];
      state = new Map(state);
      change(state);
    },
    undo: () => {
      const before = past.at(-1);
      if (before === undefined) return;
      past = past.slice(0, -1);
      future.push(state);
      state = before;
    },
    redo: () => {
      const after = future.pop();
      if (after === undefined) return;
      past.push(state);
      state = after;
    },
  };
};

const everything = async (journal: Journal): Promise<Map<string, Entry>> =>
  new Map((await journal.range('0000', '9999')).map(({ id, entry }) => [id, entry]));

const counted = (state: ReadonlyMap<string, Entry>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { category, name } of state.values()) {
    const item = `${category}/${name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()}`;
    counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return counts;
};

const textOf = async (journal: Journal): Promise<string> => {
  let text = '';
  for await (const piece of journal.exportArchive()) text += piece;
  return text;
};

test('any order of add, edit, remove, undo and redo keeps the history and survives export and import', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const world = createWorld();
      let journal = await openJournal(world);
      const model = createModel();
      const writings = new Map<string, string[]>();
      for (const step of plan) {
        const ids = [...model.state().keys()].sort();
        if (step.do === 'add') {
          const added = await journal.add(step.entries);
          model.does((next) => {
            added.forEach(({ id }, k) => {
              next.set(id, trimmed(step.entries[k]!));
            });
          });
        } else if (step.do === 'edit') {
          const id = ids[step.which % Math.max(1, ids.length)];
          if (id === undefined) continue;
          await journal.edit(id, step.entry);
          model.does((next) => next.set(id, trimmed(step.entry)));
        } else if (step.do === 'remove') {
          const start = step.which % Math.max(1, ids.length);
          const gone = ids.slice(start, start + step.many);
          expect(await journal.remove(gone)).toBe(gone.length);
          if (gone.length > 0)
            model.does((next) => {
              for (const id of gone) next.delete(id);
            });
        } else if (step.do === 'reopen') {
          journal.close();
          journal = await openJournal(world);
        } else {
          await journal[step.do]();
          model[step.do]();
        }
        expect(await everything(journal)).toEqual(model.state());
        for (const id of ids) {
          const clocks = (await journal.history(id)).map(({ clock }) => clock);
          const before = writings.get(id) ?? [];
          expect(clocks.slice(0, before.length)).toEqual(before);
          writings.set(id, clocks);
        }
      }
      const items = await journal.items();
      expect(new Map(items.map(({ item, count }) => [item, count]))).toEqual(
        counted(model.state()),
      );
      const text = await textOf(journal);
      const copy = await openJournal(createWorld({ device: 9 }));
      await copy.restoreArchive(text, { file: 'copy.json' });
      expect(await everything(copy)).toEqual(model.state());
      expect(await textOf(copy)).toBe(text);
      expect(await copy.items()).toEqual(items);
      expect(await copy.restoreArchive(text, { file: 'copy.json' })).toMatchObject({ added: 0 });
      journal.close();
      copy.close();
    }),
    { seed: 1, numRuns: 100 },
  );
});

const trimmed = (entry: Entry): Entry => ({
  ...entry,
  name: entry.name.trim(),
  value: entry.value === null ? null : entry.value + 0,
});
