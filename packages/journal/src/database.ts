import { type Category, identityOf } from '@zonula/diary';
import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import type { JournalEffects } from './effects.ts';
import type { Entry } from './entry.ts';
import { explained, newerFailure } from './failure.ts';
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
  readonly items: Table<Item, string>;
  readonly operations: EntityTable<Operation, 'seq'>;
  readonly photos: Table<Photo, string>;
  readonly facts: Table<{ readonly key: string; readonly value: string }, string>;
}

const schemaVersion = 2;

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
export const supersededRow = ({ day, item, words, document, ...row }: Row): Row => ({
  ...row,
  head: 0,
});

export const revisionOf = ({ day, item, words, document, head, of, ...revision }: Row): Revision =>
  revision;

/** As version 1 had them. */
type Row1 = Row & { readonly operation?: number };

/** Version 2 finds words, counts things and needs fewer indexes: all is derived anew from what version 1 kept. */
const fromVersion1 = async (transaction: Transaction): Promise<void> => {
  const items = new Map<string, Item>();
  const clocks = new Map<number, string[]>();
  await transaction
    .table<Row1>('revisions')
    .toCollection()
    .modify((row, context) => {
      const { operation, ...old } = row;
      if (operation !== undefined)
        clocks.set(operation, [...(clocks.get(operation) ?? []), row.clock]);
      const next = headRow(revisionOf(old));
      context.value = row.head === 1 ? next : supersededRow(next);
      if (row.head !== 1 || !isEntry(row)) return;
      const { category, name } = row.content;
      const item = itemOf(row.content);
      items.set(item, { item, category, name, count: (items.get(item)?.count ?? 0) + 1 });
    });
  await transaction
    .table<Operation>('operations')
    .toCollection()
    .modify((operation, context) => {
      const own = clocks.get(operation.seq) ?? [];
      context.value = { ...operation, first: own[0]!, last: own.at(-1)! };
    });
  await transaction.table<Item>('items').bulkAdd([...items.values()]);
};

/** Opens or makes the database. `onClosed` hears that another tab deleted it or needs it in a newer version. */
export const openDatabase = async (
  name: string,
  { indexedDB, IDBKeyRange, onClosed }: JournalEffects,
): Promise<JournalDatabase> => {
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
  db.version(schemaVersion)
    .stores({
      revisions: 'clock, of, day, [item+day], document, *words, *content.photos',
      items: 'item',
      operations: '++seq, state',
    })
    .upgrade(fromVersion1);
  // Closed for good: code of an older version must not write into a newer database.
  db.on('versionchange', ({ newVersion }) => {
    db.close();
    onClosed?.(newVersion === null ? 'deleted' : 'newer');
    return false;
  });
  try {
    if ((await writtenVersion(indexedDB, name)) > schemaVersion) throw newerFailure();
    await db.open();
  } catch (error) {
    throw explained(error);
  }
  return db as JournalDatabase;
};
