import { createClock, deviceOf } from './clock.ts';
import {
  headRow,
  type JournalDatabase,
  type Operation,
  type OperationLabel,
  type Row,
  revisionOf,
  supersededRow,
} from './database.ts';
import type { Content } from './documents.ts';
import type { JournalEffects } from './effects.ts';
import { explained } from './failure.ts';
import { countItems, type ItemCounter } from './items.ts';
import type { Kind, Revision } from './revision.ts';

export interface Store {
  readonly db: JournalDatabase;
  /** This device; 16 hexadecimal digits. */
  readonly device: string;
  readonly effects: JournalEffects;
  /** Hears the number of each operation that is done here. */
  readonly done?: (seq: number) => void;
}

/** A revision to be: without an id it begins a new entry, without content it takes away. */
export interface Draft {
  readonly id: string | null;
  readonly kind: Kind;
  readonly content: Content | null;
  readonly restores?: string;
}

/** Rows that are handed to the database at once: few enough that nothing else has to wait long. */
export const chunkSize = 200;

/** Runs in one transaction over all that a change touches: it happens whole or not at all, one after the other across tabs. */
export const change = async <T>({ db }: Store, work: () => Promise<T>): Promise<T> => {
  try {
    // Dexie follows a transaction through native awaits only from a function that it sees to be async.
    return await db.transaction(
      'rw',
      [db.revisions, db.items, db.operations, db.photos],
      async () => work(),
    );
  } catch (error) {
    throw explained(error);
  }
};

/** The revision of this id that holds at present, also where it took something away. */
export const headOf = async ({ db }: Pick<Store, 'db'>, id: string): Promise<Row | undefined> => {
  const [later, first] = await Promise.all([
    db.revisions.where('of').equals(id).last(),
    db.revisions.get(id),
  ]);
  return later?.head === 1 ? later : first;
};

/** The revisions that hold at present, by id. */
export const headsOf = async (
  { db }: Pick<Store, 'db'>,
  ids: readonly string[],
): Promise<Map<string, Row>> => {
  const [first, later] = await Promise.all([
    db.revisions.bulkGet([...ids]),
    db.revisions.where('of').anyOf(ids).toArray(),
  ]);
  return new Map(
    [...first, ...later].flatMap((row) => (row?.head === 1 ? [[row.id, row] as const] : [])),
  );
};

/** What has to be known before anything is written, read at once: every wait for the database is felt. */
export interface Start {
  /** The latest stamp of any device. */
  readonly last: string | null;
  /** Numbers of operations that were undone. */
  readonly undone: readonly number[];
}

export const startOf = async ({ db }: Pick<Store, 'db'>): Promise<Start> => {
  const [last, undone] = await Promise.all([
    db.revisions.orderBy(':id').lastKey(),
    db.operations.where('state').equals('undone').primaryKeys(),
  ]);
  return { last: last === undefined ? null : String(last), undone };
};

export interface AppendOptions {
  /** What the drafts replace, by id. */
  readonly heads: ReadonlyMap<string, Row>;
  readonly start: Start;
  /** So many of the drafts are written. */
  readonly onProgress?: (written: number) => void;
}

/** The rows of drafts, and those that they replace as they are then. */
export const rowsOf = (
  drafts: readonly Draft[],
  heads: ReadonlyMap<string, Row>,
  tick: () => string,
  items: Pick<ItemCounter, 'appears' | 'disappears'>,
): { readonly rows: Row[]; readonly replaced: Row[] } => {
  const replaced: Row[] = [];
  const rows = drafts.map(({ id, kind, content, restores }): Row => {
    const clock = tick();
    const head = id === null ? undefined : heads.get(id);
    if (head !== undefined) {
      items.disappears(head);
      replaced.push(supersededRow(head));
    }
    const revision: Revision = {
      clock,
      id: id ?? clock,
      kind,
      supersedes: head?.clock ?? null,
      ...(restores === undefined ? {} : { restores }),
      deleted: content === null,
      content,
    };
    items.appears(revision);
    return headRow(revision);
  });
  return { rows, replaced };
};

/** The operation of what was written, not numbered yet. */
export const operationOf = (
  { effects }: Pick<Store, 'effects'>,
  label: OperationLabel,
  written: readonly Revision[],
): Omit<Operation, 'seq'> => ({
  label,
  count: written.length,
  at: effects.now(),
  first: written[0]!.clock,
  last: written.at(-1)!.clock,
  state: 'done',
});

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
  for (let from = 0; from < drafts.length; from += chunkSize) {
    const { rows, replaced } = rowsOf(drafts.slice(from, from + chunkSize), heads, tick, items);
    written.push(...rows.map(revisionOf));
    writing = Promise.all([
      replaced.length > 0 ? db.revisions.bulkPut(replaced) : null,
      db.revisions.bulkAdd(rows),
    ]);
    // The last ones are written together with what belongs to them.
    if (from + chunkSize >= drafts.length) break;
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
  const rows = await db.revisions.where(':id').between(first, last, true, true).toArray();
  return rows.filter(({ clock }) => deviceOf(clock) === device);
};
