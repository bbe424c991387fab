import type { JournalEffects } from './effects.ts';

interface OpenRequest {
  readonly result: { readonly version: number; readonly close: () => void };
  readonly transaction: { readonly abort: () => void };
  readonly error: unknown;
  onupgradeneeded: () => void;
  onsuccess: () => void;
  onerror: () => void;
}

/** Dexie numbers versions so that there is room between them. */
const dexieStep = 10;

/**
 * The version of the database that is there, 0 for none. Asked without Dexie, which would open a newer database and mend what
 * it thinks is missing, and which looks for a database by making and deleting it, perhaps under another tab that just made it.
 */
export const writtenVersion = (
  indexedDB: JournalEffects['indexedDB'],
  name: string,
): Promise<number> =>
  new Promise((resolve, reject) => {
    const request: OpenRequest = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction.abort();
    };
    request.onsuccess = () => {
      const { version } = request.result;
      request.result.close();
      resolve(Math.floor(version / dexieStep));
    };
    request.onerror = () => {
      if (isNew) resolve(0);
      else reject(request.error);
    };
  });
