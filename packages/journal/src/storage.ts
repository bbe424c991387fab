import type { Store } from './append.ts';
import { clocksAfter } from './bulk-rows.ts';
import { atOnce, countAll, latestClock } from './rows.ts';

/** `navigator.storage` of a browser, as far as it has it. */
export interface StorageManager {
  readonly persisted?: () => Promise<boolean>;
  readonly persist?: () => Promise<boolean>;
  readonly estimate?: () => Promise<{ readonly usage?: number; readonly quota?: number }>;
}

/** A place beside the database, such as one key of `localStorage`, that remembers that there was a diary. */
export interface Marker {
  readonly read: () => string | null;
  readonly write: (text: string) => void;
  readonly clear: () => void;
}

export interface StorageReport {
  /** The browser promised not to clear what is kept; null where it cannot say. */
  readonly persisted: boolean | null;
  /** Bytes; null where the browser does not tell. */
  readonly usage: number | null;
  readonly quota: number | null;
  /**
   * The diary is empty although the marker says that there was one: the browser has cleared it. A browser that clears
   * everything at once clears the marker too, so false is no proof.
   */
  readonly lost: boolean;
  /** Milliseconds since 1970 in UTC of the last backup made here; null for none. */
  readonly backedUpAt: number | null;
  /** Changes since then, or all of them. */
  readonly changesSinceBackup: number;
}

const backupFact = 'backup';

/** Notes that a backup was made when there were so many revisions: none ever goes, and what other devices send may bear any stamp. */
export const noteBackup = async ({ db, effects }: Store, held: number): Promise<void> => {
  await db.facts.put({ key: backupFact, value: JSON.stringify([effects.now(), held]) });
};

/** Asks the browser to keep the diary for good; null where it cannot be asked. It may say no, and say yes later. */
export const askToPersist = async ({ effects }: Store): Promise<boolean | null> =>
  (await effects.storage?.persist?.()) ?? null;

/** How safe what is kept is; to be looked at when the app starts. Writes the marker. */
export const storageReport = async ({ db, effects }: Store): Promise<StorageReport> => {
  const { storage, marker } = effects;
  const fact = await db.facts.get(backupFact);
  const [backedUpAt, held] =
    fact === undefined ? [null, 0] : (JSON.parse(fact.value) as [number, number | string]);
  const last = (await latestClock(db)) ?? '';
  const estimate = await storage?.estimate?.();
  const lost = last === '' && marker !== undefined && marker.read() !== null;
  if (last !== '') marker?.write(last);
  // Earlier versions noted the latest stamp instead.
  const changesSinceBackup = await atOnce(db, async () =>
    typeof held === 'number' ? (await countAll(db)) - held : (await clocksAfter(db, held)).length,
  );
  return {
    persisted: (await storage?.persisted?.()) ?? null,
    usage: estimate?.usage ?? null,
    quota: estimate?.quota ?? null,
    lost,
    backedUpAt,
    changesSinceBackup,
  };
};
