import { type Draft, operationOf, rowsOf, type Start, type Store } from './append.ts';
import { divided, pageSize, takeOut } from './bulk-pages.ts';
import { rowsBetween } from './bulk-rows.ts';
import { createClock, deviceOf } from './clock.ts';
import {
  type Operation,
  type OperationLabel,
  type Row,
  revisionOf,
  supersededRow,
} from './database.ts';
import { countItems } from './items.ts';
import type { Revision } from './revision.ts';

export interface AppendOptions {
  /** What the drafts replace, by id. */
  readonly heads: ReadonlyMap<string, Row>;
  readonly start: Start;
  /** So many of the drafts are written. */
  readonly onProgress?: (written: number) => void;
}

/** Writes revisions inside a transaction. Gives back what was written, in order; `beside` is written with them. */
export const append = async (
  { db, device, effects }: Store,
  drafts: readonly Draft[],
  { heads, start, onProgress }: AppendOptions,
  beside: (written: readonly Revision[]) => Promise<unknown> = async () => null,
): Promise<Revision[]> => {
  const tick = createClock(start.last, { device, now: effects.now });
  const items = countItems(db);
  const written: Revision[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  let lastPage = String((await db.pages.orderBy(':id').lastKey()) ?? '');
  for (let from = 0; from < drafts.length; from += pageSize) {
    const { rows, replaced } = rowsOf(drafts.slice(from, from + pageSize), heads, tick, items);
    const [single, page] = divided(rows, lastPage);
    if (page !== null) lastPage = page.last;
    written.push(...rows.map(revisionOf));
    writing = Promise.all([
      replaced.length > 0 ? db.revisions.bulkPut(replaced.map(supersededRow)) : null,
      replaced.length > 0 ? takeOut(db, replaced) : null,
      db.revisions.bulkAdd(single),
      page === null ? null : db.pages.add(page),
    ]);
    // The last ones are written together with what belongs to them.
    if (from + pageSize >= drafts.length) break;
    await writing;
    onProgress?.(written.length);
  }
  await Promise.all([writing, items.write(), beside(written)]);
  onProgress?.(written.length);
  return written;
};

/**
 * Writes revisions as one operation that can be undone, inside a transaction. What was undone before it cannot be redone
 * any more. At least one draft.
 */
export const operate = async (
  store: Store,
  label: OperationLabel,
  drafts: readonly Draft[],
  options: AppendOptions,
): Promise<Revision[]> => {
  const { db } = store;
  return append(store, drafts, options, (written) =>
    Promise.all([
      db.operations
        .add(operationOf(store, label, written) as Operation)
        .then((seq) => store.done?.(seq)),
      ...options.start.undone.map((seq) => db.operations.update(seq, { state: 'replaced' })),
    ]),
  );
};

/** What an operation wrote: its stamps follow each other, and no other device's lie between them but by chance. */
export const writtenBy = async (
  { db, device }: Store,
  { first, last }: Pick<Operation, 'first' | 'last'>,
): Promise<Row[]> => {
  const rows = await rowsBetween(db, first, last);
  return rows.filter(({ clock }) => deviceOf(clock) === device);
};
