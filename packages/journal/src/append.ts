import { createClock, deviceOf } from './clock.ts';
import {
  headRow,
  type JournalDatabase,
  type Operation,
  type OperationLabel,
  type Row,
  supersededRow,
} from './database.ts';
import type { Content } from './documents.ts';
import type { JournalEffects } from './effects.ts';
import { explained } from './failure.ts';
import { countItems } from './items.ts';
import type { Kind, Revision } from './revision.ts';

export interface Store {
  readonly db: JournalDatabase;
  /** This device; 16 hexadecimal digits. */
  readonly device: string;
  readonly effects: JournalEffects;
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
    return await db.transaction('rw', [db.revisions, db.items, db.operations, db.photos], work);
  } catch (error) {
    throw explained(error);
  }
};

/** The revision of this id that holds at present, also where it took something away. */
export const headOf = async ({ db }: Pick<Store, 'db'>, id: string): Promise<Row | undefined> => {
  const later = await db.revisions.where('of').equals(id).last();
  return later?.head === 1 ? later : db.revisions.get(id);
};

/** The revisions that hold at present, by id. */
export const headsOf = async (
  { db }: Pick<Store, 'db'>,
  ids: readonly string[],
): Promise<Map<string, Row>> => {
  const first = await db.revisions.bulkGet([...ids]);
  const later = await db.revisions.where('of').anyOf(ids).toArray();
  return new Map(
    [...first, ...later].flatMap((row) => (row?.head === 1 ? [[row.id, row] as const] : [])),
  );
};

export interface AppendOptions {
  /** What the drafts replace, by id. */
  readonly heads: ReadonlyMap<string, Row>;
  /** So many of the drafts are written. */
  readonly onProgress?: (written: number) => void;
}

/** Writes revisions inside a transaction. Gives back what was written, in order. */
export const append = async (
  { db, device, effects }: Store,
  drafts: readonly Draft[],
  { heads, onProgress }: AppendOptions,
): Promise<Revision[]> => {
  const last = await db.revisions.orderBy(':id').lastKey();
  const tick = createClock(last === undefined ? null : String(last), { device, now: effects.now });
  const items = countItems(db);
  const written: Revision[] = [];
  for (let start = 0; start < drafts.length; start += chunkSize) {
    const replaced: Row[] = [];
    const rows = drafts
      .slice(start, start + chunkSize)
      .map(({ id, kind, content, restores }): Row => {
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
        written.push(revision);
        return headRow(revision);
      });
    if (replaced.length > 0) await db.revisions.bulkPut(replaced);
    await db.revisions.bulkAdd(rows);
    onProgress?.(written.length);
  }
  await items.write();
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
  const { db, effects } = store;
  await db.operations.where('state').equals('undone').modify({ state: 'replaced' });
  const written = await append(store, drafts, options);
  const [first, last] = [written[0]!.clock, written.at(-1)!.clock];
  const at = effects.now();
  await db.operations.add({
    label,
    count: drafts.length,
    at,
    first,
    last,
    state: 'done',
  } as Operation);
  return written;
};

/** What an operation wrote: its stamps follow each other, and no other device's lie between them but by chance. */
export const writtenBy = async (
  { db, device }: Store,
  { first, last }: Pick<Operation, 'first' | 'last'>,
): Promise<Row[]> => {
  const rows = await db.revisions.where(':id').between(first, last, true, true).toArray();
  return rows.filter(({ clock }) => deviceOf(clock) === device);
};
