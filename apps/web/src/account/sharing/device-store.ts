import { beginNewLog } from '@zonula/journal/new-log';
import type { SharingKeys } from '@zonula/sharing';
import type { Whose } from '../../journal/databases.ts';
import type { Choice } from '../../rooms/report/choice.ts';

/** Where this device keeps its own keys for sharing, and what it remembers of shares. The diary is not in it. */
const databaseName = 'zonula-sharing';
const stores = ['keys', 'shares', 'clinicians'] as const;
type Store = (typeof stores)[number];

/** What a live view needs to be made anew. */
export interface OwnShare {
  readonly id: string;
  /** The account that shares it. */
  readonly account: string;
  readonly whose: Whose;
  /** The days up to today that it covers. */
  readonly days: number;
  readonly choice: Omit<Choice, 'period'>;
  readonly recipient: Uint8Array;
  /** ms since 1970. */
  readonly expiresAt: number;
  /** Of the page that was sent last. */
  readonly digest: string;
  readonly version: number;
  /** When the diary was last looked at for it, ms since 1970. */
  readonly checkedAt: number;
}

/** A clinician's key as the person last saw it. */
export interface SeenKey {
  readonly clinician: string;
  readonly fingerprint: string;
  /** Whether the person said that it is the one on the clinic's card. */
  readonly compared: boolean;
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Once a page: what is written here lies in one log with the diary. */
let newLog: Promise<void> | null = null;

const withStore = async <T>(
  name: Store,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  newLog ??= beginNewLog(indexedDB, databaseName);
  await newLog;
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => {
    for (const store of stores) opening.result.createObjectStore(store);
  };
  const database = await settled(opening);
  try {
    const transaction = database.transaction(name, mode, { durability: 'strict' });
    const kept = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const result = await settled(work(transaction.objectStore(name)));
    await kept;
    return result;
  } finally {
    database.close();
  }
};

/** Keys by the name under which they were kept; null when this device has none such. */
export const keptKeys = async (name: string): Promise<SharingKeys | null> =>
  (await withStore<SharingKeys | undefined>('keys', 'readonly', (store) => store.get(name))) ??
  null;

export const keepKeys = async (name: string, keys: SharingKeys): Promise<void> => {
  await withStore('keys', 'readwrite', (store) => store.put(keys, name));
};

export const forgetKeys = async (name: string): Promise<void> => {
  await withStore('keys', 'readwrite', (store) => store.delete(name));
};

export const liveShares = (): Promise<OwnShare[]> =>
  withStore<OwnShare[]>('shares', 'readonly', (store) => store.getAll());

export const keepLiveShare = async (share: OwnShare): Promise<void> => {
  await withStore('shares', 'readwrite', (store) => store.put(share, share.id));
};

export const forgetLiveShare = async (id: string): Promise<void> => {
  await withStore('shares', 'readwrite', (store) => store.delete(id));
};

export const seenKey = async (clinician: string): Promise<SeenKey | null> =>
  (await withStore<SeenKey | undefined>('clinicians', 'readonly', (store) =>
    store.get(clinician),
  )) ?? null;

export const keepSeenKey = async (seen: SeenKey): Promise<void> => {
  await withStore('clinicians', 'readwrite', (store) => store.put(seen, seen.clinician));
};

/** Forgets all keys and what is remembered of shares. */
export const forgetSharing = async (): Promise<void> => {
  await settled(indexedDB.deleteDatabase(databaseName));
};
