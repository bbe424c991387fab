import { change, type Store } from './append.ts';
import { clocksAfter } from './bulk-rows.ts';
import { revisionOf } from './database.ts';
import { mergeRevisions } from './merge.ts';
import { atOnce, countAll, rowsAt } from './rows.ts';
import type { Replica } from './sync/ports.ts';

/** The revisions of this journal, for bringing devices together. */
export const replicaOf = (store: Store): Replica => {
  const { db } = store;
  return {
    count: () => atOnce(db, () => countAll(db)),
    clocksAfter: (clock) => atOnce(db, () => clocksAfter(db, clock)),
    revisions: async (clocks) => {
      const rows = await atOnce(db, () => rowsAt(db, clocks));
      return rows.sort((a, b) => (a.clock < b.clock ? -1 : 1)).map(revisionOf);
    },
    merge: (revisions) => change(store, () => mergeRevisions(store, revisions)),
  };
};
