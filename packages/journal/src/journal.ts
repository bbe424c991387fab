import type { Category, Diary, Place } from '@zonula/diary';
import { Dexie, liveQuery, type PromiseExtended } from 'dexie';
import type { Store } from './append.ts';
import type { Restored } from './archive.ts';
import type { SealOptions } from './backup.ts';
import { type Item, type Operation, openDatabase, type Photo } from './database.ts';
import {
  changeDocument,
  documentOf,
  documentsOf,
  putDocument,
  removeDocument,
} from './document-store.ts';
import type { Documents, DocumentType, StoredDocument } from './documents.ts';
import type { JournalEffects } from './effects.ts';
import { addEntries, editEntry, removeEntries } from './entries.ts';
import type { Entry, StoredEntry } from './entry.ts';
import { explained } from './failure.ts';
import type { ImportPreview } from './import-diary.ts';
import type { CleanPhoto } from './photo/clean.ts';
import { photoOf } from './photos.ts';
import {
  allItems,
  entriesBetween,
  entryOf,
  historyOf,
  type ItemUsage,
  lastEntryOf,
  scoredDays,
  usageBetween,
} from './queries.ts';
import { remember, remembered } from './remembered.ts';
import type { Revision } from './revision.ts';
import type { SearchOptions } from './search.ts';
import type { StorageReport } from './storage.ts';
import type { Replica, SyncStore } from './sync/ports.ts';
import { importsOf, type Undone, type UndoState, undoState } from './undo-state.ts';

/** The device's own store. Every change is one transaction; what was acknowledged survives a crash. */
export interface Journal {
  /** Name of this device in the stamps; made at the first opening. */
  readonly device: string;

  /** Those with the ids of `instead` go in the same operation. */
  add(entries: readonly Entry[], instead?: readonly string[]): Promise<readonly StoredEntry[]>;
  edit(id: string, entry: Entry): Promise<StoredEntry | null>;
  remove(ids: readonly string[]): Promise<number>;
  /** The last operation, or the one of this number. */
  undo(seq?: number): Promise<Undone | null>;
  redo(): Promise<Undone | null>;
  undoState(): Promise<UndoState>;
  /** Number of the last operation that was done through this journal, not in another tab; null for none. */
  lastOperation(): number | null;

  entry(id: string): Promise<StoredEntry | null>;
  /** Entries of one day, by time. */
  day(day: string): Promise<readonly StoredEntry[]>;
  /** Both ends included. */
  range(from: string, to: string): Promise<readonly StoredEntry[]>;
  /** By words of name, note, site and foods; the last days first. */
  search(text: string, options?: SearchOptions): Promise<readonly StoredEntry[]>;
  last(category: Category, name: string): Promise<StoredEntry | null>;
  /** Everything ever recorded, with the number of entries. */
  items(): Promise<readonly Item[]>;
  usage(from: string, to: string): Promise<readonly ItemUsage[]>;
  /** Days with a value of this category, counted up to `most`. */
  scoredDays(category: Category, most: number): Promise<number>;
  history(id: string): Promise<readonly Revision[]>;

  /** `key` is `''` for the one profile and the one settings. */
  document<T extends DocumentType>(type: T, key?: string): Promise<Documents[T] | null>;
  documents<T extends DocumentType>(type: T): Promise<readonly StoredDocument<T>[]>;
  put<T extends DocumentType>(type: T, key: string, value: Documents[T]): Promise<void>;
  /** Puts what `next` makes of what holds (null for none), in one transaction, so that nothing written in between is lost. */
  change<T extends DocumentType>(
    type: T,
    key: string,
    next: (before: Documents[T] | null) => Documents[T],
  ): Promise<void>;
  removeDocument(type: DocumentType, key: string): Promise<boolean>;

  /**
   * Calls `onValue` with what `query` finds, now and whenever something that it read has changed, in this tab or another.
   * Gives back how to stop.
   */
  watch<T>(
    query: () => Promise<T>,
    onValue: (value: T) => void,
    onError: (error: unknown) => void,
  ): () => void;

  /** All entries as the tidy diary that discovery and trials read. */
  diary(): Promise<Diary>;
  /** What a diary from any importer would add. Nothing is kept before `import`. */
  previewImport(diary: Diary, source: string): Promise<ImportPreview>;
  /** Adds what was previewed as one operation; gives back how many entries. `onProgress` hears how many are written. */
  import(
    preview: Pick<ImportPreview, 'entries'>,
    onProgress?: (written: number) => void,
  ): Promise<number>;
  /** Imports that can be taken back with `undo(seq)`, the latest first. */
  imports(): Promise<readonly Operation[]>;

  /** Everything, as pieces of one JSON text. */
  exportArchive(): AsyncIterable<string>;
  /** Brings a JSON archive together with what is here. Throws `UnusableInput` with one line; then nothing is changed. */
  restoreArchive(text: string, place: Place): Promise<Restored>;
  /** Everything, sealed with a passphrase. */
  sealBackup(passphrase: string, options?: Omit<SealOptions, 'randomBytes'>): Promise<Uint8Array>;
  /** Opens a sealed backup and brings it together with what is here. Throws `UnusableInput` with one line. */
  restoreBackup(
    bytes: Uint8Array,
    passphrase: string,
    place: Place,
    onProgress?: (share: number) => void,
  ): Promise<Restored>;

  addPhoto(bytes: Uint8Array): Promise<CleanPhoto>;
  photo(id: string): Promise<Photo | null>;
  /** For good. */
  forgetPhoto(id: string): Promise<void>;
  /** Deletes the photos that no entry, past or present, names. */
  forgetUnusedPhotos(): Promise<number>;

  /** All revisions, for what brings devices together (`@zonula/journal/sync`). */
  replica(): Promise<Replica>;
  /** Where this device keeps what it needs for that. */
  syncStore(): Promise<SyncStore>;

  /** What this device worked out under this name; null for none. In no backup, on no other device, and nothing to undo. */
  remembered(name: string): Promise<string | null>;
  remember(name: string, text: string): Promise<void>;

  storage(): Promise<StorageReport>;
  askToPersist(): Promise<boolean | null>;

  close(): void;
  /** Deletes the whole database, photos and history included; cannot be undone. The journal is closed then. */
  deleteEverything(): Promise<void>;
}

const hexadecimal = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Waits for a module so that `watch` still sees what is read behind the wait: it does where the promise is Dexie's. */
const loaded = <T>(module: Promise<T>): PromiseExtended<T> => Dexie.Promise.resolve(module);

// Loaded when they are first needed: what a person does on most days needs none of it.
const archiving = () => import('./archive.ts');
const importing = () => import('./import-diary.ts');
const forgetting = () => import('./forget-photos.ts');
const undoing = () => import('./undo.ts');

/** Opens the journal of this device, or makes one. `name` keeps several apart, such as the example person's. */
export const openJournal = async (effects: JournalEffects, name = 'zonula'): Promise<Journal> => {
  const db = await openDatabase(name, effects);
  const device = await db.transaction('rw', db.facts, async () => {
    const known = await db.facts.get('device');
    if (known !== undefined) return known.value;
    const made = hexadecimal(effects.randomBytes(8));
    await db.facts.add({ key: 'device', value: made });
    return made;
  });
  let lastOperation: number | null = null;
  const store: Store = {
    ...{ db, device, effects },
    done: (seq) => {
      lastOperation = seq;
    },
  };
  return {
    device,
    add: (entries, instead) => addEntries(store, entries, instead),
    edit: (id, entry) => editEntry(store, id, entry),
    remove: (ids) => removeEntries(store, ids),
    undo: async (seq) => (await undoing()).undo(store, seq),
    redo: async () => (await undoing()).redo(store),
    undoState: () => undoState(store),
    lastOperation: () => lastOperation,
    entry: (id) => entryOf(store, id),
    day: (day) => entriesBetween(store, day, day),
    range: (from, to) => entriesBetween(store, from, to),
    search: async (text, options) =>
      (await loaded(import('./search.ts'))).searchEntries(store, text, options),
    items: () => allItems(store),
    last: (category, itemName) => lastEntryOf(store, category, itemName),
    usage: (from, to) => usageBetween(store, from, to),
    scoredDays: (category, most) => scoredDays(store, category, most),
    history: (id) => historyOf(store, id),
    document: (type, key = '') => documentOf(store, type, key),
    documents: (type) => documentsOf(store, type),
    put: (type, key, value) => putDocument(store, type, key, value),
    change: (type, key, next) => changeDocument(store, type, key, next),
    removeDocument: (type, key) => removeDocument(store, type, key),
    watch: (query, onValue, onError) => {
      const error = (cause: unknown) => onError(explained(cause));
      // Dexie follows a query through native awaits only from a function that it sees to be async.
      const subscription = liveQuery(async () => query()).subscribe({ next: onValue, error });
      return () => subscription.unsubscribe();
    },
    diary: async () => {
      const [{ allEntries }, { diaryOf }] = await loaded(
        Promise.all([import('./all-entries.ts'), import('./to-diary.ts')]),
      );
      return diaryOf(await allEntries(store));
    },
    previewImport: async (diary, source) => (await importing()).previewImport(store, diary, source),
    import: async (preview, onProgress) =>
      (await importing()).importEntries(store, preview, onProgress),
    imports: () => importsOf(store),
    exportArchive: async function* () {
      yield* (await archiving()).writeArchive(store);
    },
    restoreArchive: async (text, place) => {
      const { readArchive, restoreArchive } = await archiving();
      return restoreArchive(store, readArchive(text, place));
    },
    sealBackup: async (passphrase, options) =>
      (await archiving()).sealJournal(store, passphrase, options),
    restoreBackup: async (bytes, passphrase, place, onProgress) => {
      const { openJournalBackup, restoreArchive } = await archiving();
      return restoreArchive(store, await openJournalBackup(bytes, passphrase, place, onProgress));
    },
    addPhoto: async (bytes) => (await import('./add-photo.ts')).addPhoto(store, bytes),
    photo: (id) => photoOf(store, id),
    forgetPhoto: async (id) => (await forgetting()).forgetPhoto(store, id),
    forgetUnusedPhotos: async () => (await forgetting()).forgetUnusedPhotos(store),
    replica: async () => (await import('./replica.ts')).replicaOf(store),
    syncStore: async () => (await import('./sync-store.ts')).openSyncStore(effects, name),
    remembered: (name) => remembered(store, name),
    remember: (name, text) => remember(store, name, text),
    storage: async () => (await loaded(import('./storage.ts'))).storageReport(store),
    askToPersist: async () => (await import('./storage.ts')).askToPersist(store),
    close: () => db.close(),
    deleteEverything: async () => {
      const { openSyncStore } = await import('./sync-store.ts');
      await openSyncStore(effects, name).clear();
      await db.delete();
      effects.marker?.clear();
    },
  };
};
