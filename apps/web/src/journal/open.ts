import { type Journal, openJournal } from '@zonula/journal';
import { databases, type Whose } from './databases.ts';

export type { Whose } from './databases.ts';

const chosenKey = 'zonula-whose';

/** Remembers beside the own diary that there was one, so that a cleared one is not taken for a new one. */
const marker = {
  read: () => localStorage.getItem('zonula-marker'),
  write: (text: string) => localStorage.setItem('zonula-marker', text),
  clear: () => localStorage.removeItem('zonula-marker'),
};

/** Left out where the browser has none, such as on an address without HTTPS. */
const storage: StorageManager | undefined = navigator.storage;

export const whoseDiary = (): Whose =>
  localStorage.getItem(chosenKey) === 'example' ? 'example' : 'own';

export const chooseDiary = (whose: Whose): void => localStorage.setItem(chosenKey, whose);

export const openDiary = (
  whose: Whose,
  onClosed: (reason: 'deleted' | 'newer') => void,
): Promise<Journal> =>
  openJournal(
    {
      indexedDB,
      IDBKeyRange,
      now: () => Date.now(),
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      later: (work) => setTimeout(work, 0),
      onClosed,
      ...(storage === undefined
        ? {}
        : {
            storage: {
              persisted: () => storage.persisted(),
              persist: () => storage.persist(),
              estimate: () => storage.estimate(),
            },
          }),
      ...(whose === 'own' ? { marker } : {}),
    },
    databases[whose],
  );
