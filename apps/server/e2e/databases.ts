import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '../src/db/migrate.ts';
import { databaseOn, pgliteOptions } from '../src/db/pglite.ts';
import { openPostgres } from '../src/db/postgres.ts';
import type { Database } from '../src/db/tables.ts';
import { type Found, noteState, restore } from './as-found.ts';
import { dropTemplates } from './drop-templates.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { prepared } from './prepared.ts';
import { runFolder } from './run-folder.ts';

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
export const createInMemory = async (state: 'empty' | 'migrated'): Promise<PGlite> => {
  const dumps = await prepared('pglite', async (folder) => {
    await mkdir(folder);
    const pglite = await PGlite.create(pgliteOptions);
    const { database, close } = opened(pglite);
    await dropTemplates(database);
    await writeDump(pglite, join(folder, 'empty'));
    await migrateAll(database);
    await writeDump(pglite, join(folder, 'migrated'));
    await close();
  });
  if (dumps !== null) {
    const loadDataDir = new Blob([await readFile(join(dumps, state))]);
    return PGlite.create({ ...pgliteOptions, loadDataDir });
  }
  const pglite = await PGlite.create(pgliteOptions);
  if (state === 'migrated') await migrateAll(opened(pglite).database);
  return pglite;
};

/** A PGlite that a file of tests has left as it found it, for the next. */
let left: { readonly pglite: PGlite; readonly found: Found } | undefined;

/** A migrated one that other files of this process may have used before: to make and to forget one takes a second. */
const openReused = async (): Promise<TestDatabase> => {
  let one = left;
  left = undefined;
  if (one === undefined) {
    const pglite = await createInMemory('migrated');
    one = { pglite, found: await noteState(pglite) };
  }
  const { pglite, found } = one;
  const database = databaseOn(pglite, async () => {
    const isFree = () => left === undefined;
    // One that cannot even be asked is not as it was.
    const isAsFound = () => restore(pglite, found).catch(() => false);
    if (isFree() && (await isAsFound()) && isFree()) left = { pglite, found };
    else await pglite.close();
  });
  const close = async (): Promise<void> => {
    // Whoever still uses it comes to their end first. One that nobody has asked would not be told of its end.
    await database.connection().execute(async () => {});
    await database.destroy();
  };
  return { database, close };
};

/** Errors of idle connections tell nothing: a server may be stopped before the sockets of a pool are closed. */
const inPostgres = (address: string, stop: () => Promise<void> = async () => {}): TestDatabase => {
  const database = openPostgres(address, { onIdleError: () => {} });
  const close = async (): Promise<void> => {
    await database.destroy();
    await stop();
  };
  return { database, close };
};

interface Shared {
  readonly server: TestPostgres;
  /** The address of a database of the newest schema that nobody uses. */
  readonly migrated: () => Promise<string>;
}

const startShared = async (parent: string): Promise<Shared> => {
  const server = await startPostgres({ parent });
  const migrateOne = async (): Promise<string> => {
    const address = await server.createDatabase();
    const one = inPostgres(address);
    await migrateAll(one.database);
    await one.close();
    return address;
  };
  let address: Promise<string> | undefined;
  return { server, migrated: () => (address ??= migrateOne()) };
};

/** One server for all files of tests in this process; the run's end ends it. Null outside of a run. */
let shared: Promise<Shared> | undefined;
const sharedServer = (): Promise<Shared> | null => {
  const parent = runFolder();
  return parent === null ? null : (shared ??= startShared(parent));
};

const openInPostgres = async (state: 'empty' | 'migrated'): Promise<TestDatabase> => {
  const found = await sharedServer();
  if (found !== null) {
    const like = state === 'migrated' ? await found.migrated() : undefined;
    return inPostgres(await found.server.createDatabase(like));
  }
  const server = await startPostgres();
  const one = inPostgres(await server.createDatabase(), server.stop);
  if (state === 'migrated') await migrateAll(one.database);
  return one;
};

/** An empty one, without any schema. */
export const openEmpty = {
  PGlite: async (): Promise<TestDatabase> => opened(await createInMemory('empty')),
  PostgreSQL: (): Promise<TestDatabase> => openInPostgres('empty'),
} as const;

/** Both kinds that the server runs on: every test of storage is run on each. */
export const kinds = ['PGlite', 'PostgreSQL'] as const;

export const openMigrated = (kind: (typeof kinds)[number]): Promise<TestDatabase> =>
  kind === 'PGlite' ? openReused() : openInPostgres('migrated');
