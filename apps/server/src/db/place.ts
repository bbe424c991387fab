import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { appliedIn } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres, type PostgresOptions } from './postgres.ts';
import type { Database } from './tables.ts';

/**
 * Where the data of a server or a cohort are: a folder of our own, which one process at a time can open, or a
 * PostgreSQL 15 or newer that any number may share.
 */
export type DataPlace = { readonly folder: string } | { readonly databaseUrl: string };

/** Neither a server nor a cohort keeps anything there. */
export class NoData extends Error {
  constructor(place: DataPlace) {
    super(`${'folder' in place ? place.folder : 'the database'}: there is no data of a server`);
    this.name = 'NoData';
  }
}

/** For one command: what happens to an idle connection is told by its next statement. */
export const oneConnection: PostgresOptions = { connections: 1, onIdleError: () => {} };

/** Opens the database of a place; a folder is made where it is missing. Throws `FolderInUse` and whatever the database says. */
export const openPlace = async (place: DataPlace, options: PostgresOptions): Promise<Database> =>
  'folder' in place ? openPglite(place.folder) : openPostgres(place.databaseUrl, options);

/** The same for one command, where something is kept already; otherwise throws `NoData`, and nothing is made. */
export const openKept = async (place: DataPlace): Promise<Database> => {
  if ('folder' in place && !existsSync(join(place.folder, 'database'))) throw new NoData(place);
  const database = await openPlace(place, oneConnection);
  try {
    for (const schema of ['zonula', 'cohort'] as const)
      if ((await appliedIn(database, schema)) !== null) return database;
    throw new NoData(place);
  } catch (error) {
    await database.destroy();
    throw error;
  }
};
