import { chunkSize, headsOf, type Store } from './append.ts';
import { headRow, type Row, supersededRow } from './database.ts';
import { countItems } from './items.ts';
import type { Revision } from './revision.ts';

export interface Merged {
  /** Revisions that were not known. */
  readonly added: number;
  readonly known: number;
}

/**
 * Takes in revisions of other devices or of a backup, inside a transaction. The outcome does not depend on order nor on
 * repetition. A revision whose clock is known stays as it is: a clock is given out once.
 */
export const mergeRevisions = async (
  store: Store,
  revisions: readonly Revision[],
): Promise<Merged> => {
  const { db } = store;
  const fromEmpty = (await db.revisions.count()) === 0;
  const items = countItems(db);
  let added = 0;
  const unique = [
    ...new Map(revisions.map((revision) => [revision.clock, revision])).values(),
  ].sort((a, b) => (a.clock < b.clock ? -1 : 1));
  const latest = new Map(unique.map(({ id, clock }) => [id, clock]));
  for (let start = 0; start < unique.length; start += chunkSize) {
    const chunk = unique.slice(start, start + chunkSize);
    const known = fromEmpty ? [] : await db.revisions.bulkGet(chunk.map(({ clock }) => clock));
    const fresh = chunk.filter((_, k) => known[k] === undefined);
    const heads = fromEmpty
      ? new Map<string, Row>()
      : await headsOf(
          store,
          fresh.map(({ id }) => id),
        );
    const replaced = new Map<string, Row>();
    const rows = fresh.map((revision): Row => {
      const head = heads.get(revision.id);
      const isLatest = latest.get(revision.id) === revision.clock;
      if (!isLatest || (head !== undefined && head.clock > revision.clock))
        return supersededRow(headRow(revision));
      if (head !== undefined) {
        items.disappears(head);
        replaced.set(head.clock, supersededRow(head));
      }
      items.appears(revision);
      return headRow(revision);
    });
    await db.revisions.bulkPut([...replaced.values(), ...rows]);
    added += fresh.length;
  }
  await items.write();
  return { added, known: unique.length - added };
};
