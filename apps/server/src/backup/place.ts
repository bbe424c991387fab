import { statSync } from 'node:fs';
import { type DataPlace, oneConnection, openKept, openPlace } from '../db/place.ts';
import type { Database } from '../db/tables.ts';
import type { BackupSummary } from './backup.ts';
import { linesOf, writeBackup } from './file.ts';
import { headOf } from './read.ts';
import { assertKnown, type RestoreSummary, restore } from './restore.ts';

const closed = async <T>(
  database: Database,
  use: (database: Database) => Promise<T>,
): Promise<T> => {
  try {
    return await use(database);
  } finally {
    await database.destroy();
  }
};

/** Writes what is at `place` into a packed file. A PostgreSQL may be in use meanwhile. Throws `NoData` and `UnusableBackup`. */
export const backupTo = async (
  place: DataPlace,
  file: string,
  now: () => number,
): Promise<BackupSummary> =>
  closed(await openKept(place), (database) => writeBackup(database, now, file));

/** Restores a packed file to an empty place. Throws `UnusableBackup`; then no row is there. */
export const restoreFrom = async (
  file: string,
  place: DataPlace,
  now: () => number,
): Promise<RestoreSummary> => {
  // A new database takes seconds: what is no backup is told before. A pipe can be read once only.
  if (!statSync(file, { throwIfNoEntry: false })?.isFIFO())
    assertKnown(await headOf(linesOf(file)));
  return closed(await openPlace(place, oneConnection), (database) =>
    restore(database, now, linesOf(file)),
  );
};
