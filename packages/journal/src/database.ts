import { identityOf } from '@zonula/diary';
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { JournalEffects } from './effects.ts';
import type { Entry } from './entry.ts';
import { isEntry, type Revision } from './revision.ts';

/** What a person did in one go, and can undo in one go. Known on this device only. */
export interface Operation {
  readonly seq: number;
  readonly label: OperationLabel;
  readonly count: number;
  /** Milliseconds since 1970 in UTC. */
  readonly at: number;
  /** `replaced`: something else was done after it was undone, so that it cannot be redone. */
  readonly state: 'done' | 'undone' | 'replaced';
}
export type OperationLabel = 'add' | 'edit' | 'remove' | 'import' | 'document';

/**
 * A revision as it lies in the database. What follows `operation` is derived; `day`, `item` and `document` are there only on
 * the revision that holds at present, so that the indexes over them see nothing else.
 */
export interface Row extends Revision {
  readonly operation?: number;
  /** 1 where no later revision of the same id is known. */
  readonly head: 0 | 1;
  readonly day?: string;
  readonly item?: string;
  readonly document?: string;
}

export interface Photo {
  readonly id: string;
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly bytes: Uint8Array;
}

export interface JournalDatabase extends Dexie {
  readonly revisions: Table<Row, string>;
  readonly operations: EntityTable<Operation, 'seq'>;
  readonly photos: Table<Photo, string>;
  readonly facts: Table<{ readonly key: string; readonly value: string }, string>;
}

export const itemOf = ({ category, name }: Pick<Entry, 'category' | 'name'>): string =>
  identityOf(category, name);

const derived = (revision: Revision): Pick<Row, 'day' | 'item' | 'document'> => {
  if (revision.deleted) return {};
  return isEntry(revision)
    ? { day: revision.content.day, item: itemOf(revision.content) }
    : { document: revision.kind };
};

export const headRow = (revision: Revision, operation?: number): Row => ({
  ...revision,
  ...(operation === undefined ? {} : { operation }),
  head: 1,
  ...derived(revision),
});

/** The row without what makes it visible: a later revision holds. */
export const supersededRow = ({ day, item, document, ...row }: Row): Row => ({ ...row, head: 0 });

export const revisionOf = ({ day, item, document, head, operation, ...revision }: Row): Revision =>
  revision;

export const openDatabase = async (
  name: string,
  { indexedDB, IDBKeyRange }: JournalEffects,
): Promise<JournalDatabase> => {
  // Live queries run only where Dexie itself knows of an IndexedDB.
  Dexie.dependencies.indexedDB ??= indexedDB as typeof Dexie.dependencies.indexedDB;
  const db = new Dexie(name, { indexedDB, IDBKeyRange, chromeTransactionDurability: 'strict' });
  db.version(1).stores({
    revisions: 'clock, id, operation, day, [item+day], document',
    operations: '++seq',
    photos: 'id',
    facts: 'key',
  });
  await db.open();
  return db as JournalDatabase;
};
