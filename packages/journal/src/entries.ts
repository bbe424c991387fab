import { change, headOf, headsOf, operate, type Store, startOf } from './append.ts';
import { type Entry, entrySchema, type StoredEntry } from './entry.ts';
import { withoutUndefined } from './json.ts';
import type { Revision } from './revision.ts';

const cleaned = (entry: Entry): Entry => withoutUndefined(entrySchema.parse(entry));

const stored = ({ id, clock, content }: Revision): StoredEntry => ({
  id,
  clock,
  entry: content as Entry,
});

/** Adds entries in one operation. Throws `z.ZodError` when one is no entry; then none is added. */
export const addEntries = async (
  store: Store,
  entries: readonly Entry[],
): Promise<readonly StoredEntry[]> => {
  const drafts = entries.map(
    (entry) => ({ id: null, kind: 'entry', content: cleaned(entry) }) as const,
  );
  if (drafts.length === 0) return [];
  return change(store, async () => {
    const start = await startOf(store);
    return (await operate(store, 'add', drafts, { heads: new Map(), start })).map(stored);
  });
};

/**
 * Puts another entry in the place of one that is there; the earlier one stays in the history. Null when there is none with
 * that id, for instance because it was removed in another tab.
 */
export const editEntry = (store: Store, id: string, entry: Entry): Promise<StoredEntry | null> => {
  const content = cleaned(entry);
  return change(store, async () => {
    const [head, start] = await Promise.all([headOf(store, id), startOf(store)]);
    if (head === undefined || head.kind !== 'entry' || head.deleted) return null;
    const heads = new Map([[id, head]]);
    const draft = { id, kind: 'entry', content } as const;
    const [revision] = await operate(store, 'edit', [draft], { heads, start });
    return stored(revision!);
  });
};

/** Removes entries in one operation; they stay in the history. Gives back how many there were. */
export const removeEntries = (store: Store, ids: readonly string[]): Promise<number> =>
  change(store, async () => {
    const [heads, start] = await Promise.all([headsOf(store, ids), startOf(store)]);
    const there = [...heads.values()].filter(({ kind, deleted }) => kind === 'entry' && !deleted);
    if (there.length === 0) return 0;
    const drafts = there.map(({ id }) => ({ id, kind: 'entry', content: null }) as const);
    await operate(store, 'remove', drafts, { heads, start });
    return there.length;
  });
