import { Dexie, type Table } from 'dexie';
import type { JournalEffects } from './effects.ts';
import { explained } from './failure.ts';
import type { SyncState, SyncStore } from './sync/ports.ts';

interface SyncDatabase extends Dexie {
  readonly state: Table<{ readonly key: 'state'; readonly value: SyncState }, string>;
  /** Stamps that the log holds, as many as became known at once, in one text. */
  readonly known: Table<{ readonly id?: number; readonly clocks: string }, number>;
}

/** Name of the database beside a journal's own. */
const syncDatabaseName = (name: string): string => `${name}-sync`;

/** What this device keeps of its sync, in a database beside the journal; keys are in it, the recovery words never. */
export const openSyncStore = (
  { indexedDB, IDBKeyRange }: Pick<JournalEffects, 'indexedDB' | 'IDBKeyRange'>,
  name: string,
): SyncStore => {
  const db = new Dexie(syncDatabaseName(name), {
    indexedDB,
    IDBKeyRange,
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
  }) as SyncDatabase;
  db.version(1).stores({ state: 'key', known: '++id' });
  db.on('versionchange', () => {
    db.close({ disableAutoOpen: false });
    return false;
  });
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explained(error);
    }
  };
  return {
    load: () => through(async () => (await db.state.get('state'))?.value ?? null),
    save: (value, known = []) =>
      through(() =>
        db.transaction('rw', [db.state, db.known], async () => {
          await db.state.put({ key: 'state', value });
          if (known.length > 0) await db.known.add({ clocks: known.join(' ') });
        }),
      ),
    known: () =>
      through(async () => (await db.known.toArray()).flatMap(({ clocks }) => clocks.split(' '))),
    clear: () => through(() => db.delete({ disableAutoOpen: false })),
  };
};
