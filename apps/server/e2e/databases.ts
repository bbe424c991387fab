import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '../src/db/migrate.ts';
import { databaseOn, pgliteOptions } from '../src/db/pglite.ts';
import { openPostgres } from '../src/db/postgres.ts';
import type { Database } from '../src/db/tables.ts';
import { startPostgres } from './postgres.ts';
import { prepared } from './prepared.ts';

/** A database of the newest schema for one test file. */
export interface TestDatabase {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

const migrateAll = (database: Database): Promise<unknown> => migrate(database, () => 0);

const opened = (pglite: PGlite): TestDatabase => {
  const database = databaseOn(pglite, () => pglite.close());
  return { database, close: () => database.destroy() };
};

const writeDump = async (pglite: PGlite, file: string): Promise<void> => {
  const dump = await pglite.dumpDataDir('none');
  await writeFile(file, new Uint8Array(await dump.arrayBuffer()));
};

/** A PGlite in memory: to create one takes several times as long as to fill one from a dump. */
const openInMemory = async (state: 'empty' | 'migrated'): Promise<TestDatabase> => {
  const dumps = await prepared('pglite', async (folder) => {
    await mkdir(folder);
    const pglite = await PGlite.create(pgliteOptions);
    const { database, close } = opened(pglite);
    await writeDump(pglite, join(folder, 'empty'));
    await migrateAll(database);
    await writeDump(pglite, join(folder, 'migrated'));
    await close();
  });
  if (dumps !== null) {
    const loadDataDir = new Blob([await readFile(join(dumps, state))]);
    return opened(await PGlite.create({ ...pgliteOptions, loadDataDir }));
  }
  const one = opened(await PGlite.create(pgliteOptions));
  if (state === 'migrated') await migrateAll(one.database);
  return one;
};

/** An empty one, without any schema. */
export const openEmpty = {
  PGlite: (): Promise<TestDatabase> => openInMemory('empty'),
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
  if (kind === 'PGlite') return openInMemory('migrated');
  const one = await openEmpty.PostgreSQL();
  await migrateAll(one.database);
  return one;
};
