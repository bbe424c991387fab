import { type Category, identityOf } from '@zonula/diary';
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { JournalEffects } from './effects.ts';
import type { Entry } from './entry.ts';
import { explained, newerFailure } from './failure.ts';
import { beginNewLog } from './new-log.ts';
import type { Page } from './pages.ts';
import type { PhotoType } from './photo/photo-id.ts';
import { isEntry, type Revision } from './revision.ts';
import { indexedWords } from './words.ts';
import { writtenVersion } from './written-version.ts';

/** What a person did in one go, and can undo in one go. Known on this device only. */
export interface Operation {
  readonly seq: number;
  readonly label: OperationLabel;
  readonly count: number;
  /** Milliseconds since 1970 in UTC. */
  readonly at: number;
  /** Stamps of its first and last revision; all between are its own. */
  readonly first: string;
  readonly last: string;
  /** `replaced`: something else was done after it was undone, so that it cannot be redone. */
  readonly state: 'done' | 'undone' | 'replaced';
}
export type OperationLabel = 'add' | 'edit' | 'remove' | 'import' | 'document';

/**
 * A revision as it lies in the database. What follows `of` is derived and there only on the revision that holds at present,
 * so that the indexes over it see nothing else.
 */
export interface Row extends Revision {
  /** 1 where no later revision of the same id is known. */
  readonly head: 0 | 1;
  /** The id where it is not the clock: most entries are written once, and need no index to be found by it. */
  readonly of?: string;
  readonly day?: string;
  readonly item?: string;
  readonly words?: readonly string[];
  readonly document?: string;
  /** Not kept: the page it was read from. */
  readonly page?: string;
}

/** A thing that was recorded, with the number of entries that hold at present. */
export interface Item {
  /** `category/name`, case-folded. */
  readonly item: string;
  readonly category: Category;
  /** As it was written last. */
  readonly name: string;
  readonly count: number;
}

export interface Photo {
  /** SHA-256 of the bytes, its first 32 hexadecimal digits. */
  readonly id: string;
  readonly type: PhotoType;
  readonly bytes: Uint8Array;
}

export interface JournalDatabase extends Dexie {
  readonly revisions: Table<Row, string>;
  readonly pages: Table<Page, string>;
  readonly items: Table<Item, string>;
  readonly operations: EntityTable<Operation, 'seq'>;
  readonly photos: Table<Photo, string>;
  readonly facts: Table<{ readonly key: string; readonly value: string }, string>;
}

const schemaVersion = 3;

export const itemOf = ({ category, name }: Pick<Entry, 'category' | 'name'>): string =>
  identityOf(category, name);

const derived = (revision: Revision): Pick<Row, 'day' | 'item' | 'words' | 'document'> => {
  if (revision.deleted) return {};
  if (!isEntry(revision)) return { document: revision.kind };
  const words = indexedWords(revision.content);
  return {
    day: revision.content.day,
    item: itemOf(revision.content),
    ...(words.length === 0 ? {} : { words }),
  };
};

/** The row of a revision that holds. */
export const headRow = (revision: Revision): Row => ({
  ...revision,
  head: 1,
  ...(revision.id === revision.clock ? {} : { of: revision.id }),
  ...derived(revision),
});

/** The row without what makes it visible: a later revision holds. */
export const supersededRow = ({ day, item, words, document, page, ...row }: Row): Row => ({
  ...row,
  head: 0,
});

export const revisionOf = ({
  day,
  item,
  words,
  document,
  head,
  of,
  page,
  ...revision
}: Row): Revision => revision;

const renewedRow = (row: Row): Row => {
  const next = headRow(revisionOf(row));
  return row.head === 1 ? next : supersededRow(next);
};

/** The version that is there, 0 for none. Throws `JournalFailure`: `newer`. */
const readVersion = async (
  indexedDB: JournalEffects['indexedDB'],
  name: string,
): Promise<number> => {
  try {
    await beginNewLog(indexedDB, name);
    const version = await writtenVersion(indexedDB, name);
    if (version > schemaVersion) throw newerFailure();
    return version;
  } catch (error) {
    throw explained(error);
  }
};

/** Opens or makes the database. `onClosed` hears that another tab deleted it or needs it in a newer version. */
export const openDatabase = async (
  name: string,
  { indexedDB, IDBKeyRange, onClosed }: JournalEffects,
): Promise<JournalDatabase> => {
  const written = await readVersion(indexedDB, name);
  // Loaded by the few who need it: an upgrade cannot wait for it.
  const older = written === 1 ? await import('./from-version-1.ts') : null;
  // Live queries run only where Dexie itself knows of an IndexedDB.
  Dexie.dependencies.indexedDB ??= indexedDB as typeof Dexie.dependencies.indexedDB;
  const db = new Dexie(name, {
    indexedDB,
    IDBKeyRange,
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
  });
  db.version(1).stores({
    revisions: 'clock, id, operation, day, [item+day], document',
    operations: '++seq',
    photos: 'id',
    facts: 'key',
  });
  db.version(2)
    .stores({
      revisions: 'clock, of, day, [item+day], document, *words, *content.photos',
      items: 'item',
      operations: '++seq, state',
    })
    .upgrade((transaction) => older!.fromVersion1(transaction, renewedRow));
  db.version(schemaVersion).stores({ pages: 'last, count, latestDay, *days, *items, *words' });
  // Closed for good: code of an older version must not write into a newer database.
  db.on('versionchange', ({ newVersion }) => {
    db.close();
    onClosed?.(newVersion === null ? 'deleted' : 'newer');
    return false;
  });
  try {
    await db.open();
  } catch (error) {
    throw explained(error);
  }
  return db as JournalDatabase;
};
