import { change, type Store } from './append.ts';
import { revisionOf } from './database.ts';
import { mergeRevisions } from './merge.ts';
import type { Replica } from './sync/ports.ts';

/** The revisions of this journal, for bringing devices together. */
export const replicaOf = (store: Store): Replica => {
  const { db } = store;
  return {
    count: () => db.revisions.count(),
    clocksAfter: async (clock) =>
      (await db.revisions.where(':id').above(clock).primaryKeys()) as string[],
    revisions: async (clocks) =>
      (await db.revisions.bulkGet([...clocks])).flatMap((row) =>
        row === undefined ? [] : [revisionOf(row)],
      ),
    merge: (revisions) => change(store, () => mergeRevisions(store, revisions)),
  };
};
