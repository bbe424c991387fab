import {
  headRow,
  type JournalDatabase,
  type Operation,
  type OperationLabel,
  type Row,
} from './database.ts';
import type { Content } from './documents.ts';
import type { JournalEffects } from './effects.ts';
import { explained } from './failure.ts';
import type { ItemCounter } from './items.ts';
import type { Kind, Revision } from './revision.ts';
import { atOnce, latestClock, rowsAt } from './rows.ts';

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

/** Runs in one transaction over all that a change touches: it happens whole or not at all, one after the other across tabs. */
export const change = async <T>({ db }: Store, work: () => Promise<T>): Promise<T> => {
  try {
    // Dexie follows a transaction through native awaits only from a function that it sees to be async.
    return await db.transaction(
      'rw',
      [db.revisions, db.pages, db.items, db.operations, db.photos],
      async () => work(),
    );
  } catch (error) {
    throw explained(error);
  }
};

/** The revision of this id that holds at present, also where it took something away. */
export const headOf = ({ db }: Pick<Store, 'db'>, id: string): Promise<Row | undefined> =>
  atOnce(db, async () => {
    const [later, [first]] = await Promise.all([
      db.revisions.where('of').equals(id).last(),
      rowsAt(db, [id]),
    ]);
    return later?.head === 1 ? later : first;
  });

/** The revisions that hold at present, by id. */
export const headsOf = async (
  { db }: Pick<Store, 'db'>,
  ids: readonly string[],
): Promise<Map<string, Row>> => {
  const [first, later] = await Promise.all([
    rowsAt(db, ids),
    db.revisions.where('of').anyOf(ids).toArray(),
  ]);
  return new Map(
    [...first, ...later].flatMap((row) => (row.head === 1 ? [[row.id, row] as const] : [])),
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
    latestClock(db),
    db.operations.where('state').equals('undone').primaryKeys(),
  ]);
  return { last, undone };
};

/** The rows of drafts, and those that they replace, as they were. */
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
      replaced.push(head);
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
