import type { DexieOptions } from 'dexie';
import type { Marker, StorageManager } from './storage.ts';

/** What the journal takes from the world; in a browser `indexedDB`, `IDBKeyRange`, `Date.now` and `crypto.getRandomValues`. */
export interface JournalEffects {
  readonly indexedDB: NonNullable<DexieOptions['indexedDB']> & {
    readonly deleteDatabase: (name: string) => unknown;
  };
  readonly IDBKeyRange: NonNullable<DexieOptions['IDBKeyRange']>;
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number;
  /** So many random bytes, good enough for keys. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** `navigator.storage`; left out where there is none. */
  readonly storage?: StorageManager;
  readonly marker?: Marker;
  /** Does something once what is urgent is done, such as `setTimeout` with 0; at once when left out. */
  readonly later?: (work: () => void) => void;
  /** Another tab deleted everything, or runs a newer Zonula: this journal is closed and the page has to be loaded again. */
  readonly onClosed?: (reason: 'deleted' | 'newer') => void;
}
