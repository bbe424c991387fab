import type { Draft, Store } from './append.ts';
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

const isThere = (head: Row | undefined): head is Row => head?.kind === 'entry' && !head.deleted;

const removals = (ids: readonly string[], heads: ReadonlyMap<string, Row>): readonly Draft[] =>
  ids
    .filter((id) => isThere(heads.get(id)))
    .map((id) => ({ id, kind: 'entry', content: null }) as const);

/**
 * Adds entries in one operation, which also removes those in whose place they come. Throws `z.ZodError` when one is no entry; then nothing is
 * changed.
 */
export const addEntries = async (
  store: Store,
  entries: readonly Entry[],
  instead: readonly string[] = [],
): Promise<readonly StoredEntry[]> => {
  const drafts = entries.map(
    (entry) => ({ id: null, kind: 'entry', content: cleaned(entry) }) as const,
  );
  if (drafts.length === 0) return [];
  const ids = [...new Set(instead)];
  const written = await changeFew(store, {
    label: 'add',
    ids,
    most: ids.length + drafts.length,
    drafts: (heads) => [...removals(ids, heads), ...drafts],
  });
  return written.filter(({ deleted }) => !deleted).map(stored);
};

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
    drafts: (heads) => removals(unique, heads),
  });
  return removed.length;
};
