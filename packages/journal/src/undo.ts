import { change, type Draft, headsOf, type Store, startOf } from './append.ts';
import type { Operation } from './database.ts';
import { append, writtenBy } from './operate.ts';
import type { Revision } from './revision.ts';
import { type Undone, undoState } from './undo-state.ts';

/** The earlier revision whose content this one repeats, or itself; `''` for none. */
const origin = (revision: Revision | undefined): string =>
  revision === undefined ? '' : (revision.restores ?? revision.clock);

/**
 * Takes the operation back or does it again by writing new revisions that repeat earlier ones. Only what is still as the
 * operation left it (or found it, for redo) is touched.
 */
const move = async (
  store: Store,
  operation: Operation,
  to: 'before' | 'after',
): Promise<Undone> => {
  const { db } = store;
  const after = await writtenBy(store, operation);
  const earlier = after.flatMap(({ supersedes }) => (supersedes === null ? [] : [supersedes]));
  const found = (await db.revisions.bulkGet(earlier)).filter((row) => row !== undefined);
  const byClock = new Map(found.map((row) => [row.clock, row]));
  const stale = after.filter(({ head }) => head === 0).map(({ id }) => id);
  const heads = await headsOf(store, stale);
  for (const row of after) if (row.head === 1) heads.set(row.id, row);
  const drafts = after.flatMap((row): Draft[] => {
    const before = row.supersedes === null ? undefined : byClock.get(row.supersedes);
    const [from, target] = to === 'before' ? [row, before] : [before, row];
    if (origin(heads.get(row.id)) !== origin(from)) return [];
    return [
      { id: row.id, kind: row.kind, content: target?.content ?? null, restores: origin(target) },
    ];
  });
  await append(store, drafts, { heads, start: await startOf(store) });
  const state = to === 'before' ? 'undone' : 'done';
  await db.operations.update(operation.seq, { state });
  return {
    operation: { ...operation, state },
    changed: drafts.length,
    kept: after.length - drafts.length,
  };
};

/**
 * Takes back the last thing that was done on this device, or the operation of this number, such as the one that a message
 * offers to undo while something else was done since. Null when there is nothing to take back.
 */
export const undo = (store: Store, seq?: number): Promise<Undone | null> =>
  change(store, async () => {
    const wanted =
      seq === undefined ? (await undoState(store)).undo : await store.db.operations.get(seq);
    return wanted?.state === 'done' ? move(store, wanted, 'before') : null;
  });

/** Does again what was undone last; null when there is nothing, or something else was done since. */
export const redo = (store: Store): Promise<Undone | null> =>
  change(store, async () => {
    const { redo: next } = await undoState(store);
    return next === null ? null : move(store, next, 'after');
  });
