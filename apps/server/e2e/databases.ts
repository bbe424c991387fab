import { migrate } from '../src/db/migrate.ts';
import { openPglite } from '../src/db/pglite.ts';
import { openPostgres } from '../src/db/postgres.ts';
import type { Database } from '../src/db/tables.ts';
import { startPostgres } from './postgres.ts';

/** A database of the newest schema for one test file. */
export interface TestDatabase {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

/** An empty one, without any schema. */
export const openEmpty = {
  PGlite: async (): Promise<TestDatabase> => {
    const database = await openPglite(null);
    return { database, close: () => database.destroy() };
  },
  PostgreSQL: async (): Promise<TestDatabase> => {
    const server = await startPostgres();
    // A pool does not wait for its sockets to close, and the server stops right after it.
    const database = openPostgres(await server.createDatabase(), { onIdleError: () => {} });
    const close = async (): Promise<void> => {
      await database.destroy();
      await server.stop();
    };
    return { database, close };
  },
} as const;

/** Both kinds that the server runs on: every test of storage is run on each. */
export const kinds = ['PGlite', 'PostgreSQL'] as const;

export const openMigrated = async (kind: (typeof kinds)[number]): Promise<TestDatabase> => {
  const opened = await openEmpty[kind]();
  await migrate(opened.database, () => 0);
  return opened;
};
