import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openPglite } from '../db/pglite.ts';
import { openPostgres } from '../db/postgres.ts';
import type { Database } from '../db/tables.ts';
import { appliedIn, type BackupSummary } from './backup.ts';
import { linesOf, writeBackup } from './file.ts';
import { headOf, UnusableBackup } from './read.ts';
import { assertKnown, type RestoreSummary, restore } from './restore.ts';

/** Where the data of a server are. */
export type DataPlace = { readonly folder: string } | { readonly databaseUrl: string };

const withDatabase = async <T>(
  place: DataPlace,
  use: (database: Database) => Promise<T>,
): Promise<T> => {
  const database =
    'folder' in place
      ? await openPglite(place.folder)
      : openPostgres(place.databaseUrl, { connections: 1, onIdleError: () => {} });
  try {
    return await use(database);
  } finally {
    await database.destroy();
  }
};

/** Writes what is at `place` into a packed file. A PostgreSQL may be in use meanwhile. Throws `UnusableBackup`. */
export const backupTo = (
  place: DataPlace,
  file: string,
  now: () => number,
): Promise<BackupSummary> => {
  const none = 'there is no data of a server to back up';
  if ('folder' in place && !existsSync(join(place.folder, 'database')))
    throw new UnusableBackup(none);
  return withDatabase(place, async (database) => {
    const applied = [await appliedIn(database, 'zonula'), await appliedIn(database, 'cohort')];
    if (applied.every((one) => one === null)) throw new UnusableBackup(none);
    return writeBackup(database, now, file);
  });
};

/** Restores a packed file to an empty place. Throws `UnusableBackup`; then no row is there. */
export const restoreFrom = async (
  file: string,
  place: DataPlace,
  now: () => number,
): Promise<RestoreSummary> => {
  // A new database takes seconds: what is no backup is told before. A pipe can be read once only.
  if (!statSync(file, { throwIfNoEntry: false })?.isFIFO())
    assertKnown(await headOf(linesOf(file)));
  return withDatabase(place, (database) => restore(database, now, linesOf(file)));
};
