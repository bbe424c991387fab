import type { Store } from './append.ts';
import { changeFew } from './change-few.ts';
import type { Row } from './database.ts';
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
  return (
    await changeFew(store, { label: 'add', ids: [], most: drafts.length, drafts: () => drafts })
  ).map(stored);
};

const isThere = (head: Row | undefined): head is Row => head?.kind === 'entry' && !head.deleted;

/**
 * Puts another entry in the place of one that is there; the earlier one stays in the history. Null when there is none with
 * that id, for instance because it was removed in another tab.
 */
export const editEntry = async (
  store: Store,
  id: string,
  entry: Entry,
): Promise<StoredEntry | null> => {
  const content = cleaned(entry);
  const [revision] = await changeFew(store, {
    label: 'edit',
    ids: [id],
    drafts: (heads) => (isThere(heads.get(id)) ? [{ id, kind: 'entry', content }] : []),
  });
  return revision === undefined ? null : stored(revision);
};

/** Removes entries in one operation; they stay in the history. Gives back how many there were. */
export const removeEntries = async (store: Store, ids: readonly string[]): Promise<number> => {
  const unique = [...new Set(ids)];
  const removed = await changeFew(store, {
    label: 'remove',
    ids: unique,
    drafts: (heads) =>
      unique
        .filter((id) => isThere(heads.get(id)))
        .map((id) => ({ id, kind: 'entry', content: null })),
  });
  return removed.length;
};
