import { createClock } from './clock.ts';
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

/** Runs in one transaction over all that a change touches: it happens whole or not at all, one after the other across tabs. */
export const change = <T>({ db }: Store, work: () => Promise<T>): Promise<T> =>
  db.transaction('rw', [db.revisions, db.operations, db.photos], work);

/** The revisions that hold at present, by id, also where they took something away. */
export const headsOf = async ({ db }: Store, ids: readonly string[]): Promise<Map<string, Row>> => {
  const rows = await db.revisions.where('id').anyOf(ids).toArray();
  return new Map(rows.filter(({ head }) => head === 1).map((row) => [row.id, row]));
};

/** Writes revisions inside a transaction; `heads` holds what they replace. Gives back what was written, in order. */
export const append = async (
  { db, device, effects }: Store,
  drafts: readonly Draft[],
  { heads, operation }: { readonly heads: ReadonlyMap<string, Row>; readonly operation?: number },
): Promise<Revision[]> => {
  const last = await db.revisions.orderBy(':id').lastKey();
  const tick = createClock(last === undefined ? null : String(last), { device, now: effects.now });
  const replaced: Row[] = [];
  const written = drafts.map(({ id, kind, content, restores }): Revision => {
    const clock = tick();
    const head = id === null ? undefined : heads.get(id);
    if (head !== undefined) replaced.push(supersededRow(head));
    return {
      clock,
      id: id ?? clock,
      kind,
      supersedes: head?.clock ?? null,
      ...(restores === undefined ? {} : { restores }),
      deleted: content === null,
      content,
    };
  });
  await db.revisions.bulkPut(replaced);
  await db.revisions.bulkAdd(written.map((revision) => headRow(revision, operation)));
  return written;
};

/** Begins a change that can be undone; what was undone before it cannot be redone any more. */
export const beginOperation = async (
  { db, effects }: Store,
  label: OperationLabel,
  count: number,
): Promise<number> => {
  await db.operations.filter(({ state }) => state === 'undone').modify({ state: 'replaced' });
  return db.operations.add({ label, count, at: effects.now(), state: 'done' } as Operation);
};
