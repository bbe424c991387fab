import { join } from 'node:path';
import { PGlite, type Results, types } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { lockFolder } from './lock-folder.ts';
import { makeFolder } from './make-folder.ts';
import type { Database, Tables } from './tables.ts';

/** PGlite is one connection; who asks for it waits until it is given back. */
const poolOf = (pglite: PGlite, onEnd: () => Promise<void>): PostgresPool => {
  let turn = Promise.resolve();
  return {
    connect: async () => {
      const before = turn;
      let release = (): void => {};
      turn = new Promise((settled) => {
        release = settled;
      });
      await before;
      return {
        query: (async <Row>(text: string, values: readonly unknown[]) => {
          // Without values it may be several statements, as pg takes them too.
          const { rows, affectedRows = 0 } =
            values.length === 0
              ? (((await pglite.exec(text)).at(-1) as Results<Row> | undefined) ?? { rows: [] })
              : await pglite.query<Row>(text, [...values]);
          const command = /^\s*(insert|update|delete)\b/iu.exec(text)?.[1]?.toUpperCase();
          return { command: command ?? 'SELECT', rowCount: affectedRows, rows };
        }) as PostgresPoolClient['query'],
        release,
      };
    },
    end: onEnd,
  };
};

/** What every PGlite of ours is created with. */
export const pgliteOptions = {
  extensions: { btree_gist },
  parsers: { [types.INT8]: Number },
} as const;

/** The database of a PGlite that is open; `onEnd` closes it. */
export const databaseOn = (pglite: PGlite, onEnd: () => Promise<void>): Database =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(pglite, onEnd) }) });

/**
 * Opens PostgreSQL inside this process (PGlite), with its files in `folder`, or in memory alone when that is null.
 * A folder can be open once only: `FolderInUse` otherwise.
 */
export const openPglite = async (folder: string | null): Promise<Database> => {
  if (folder !== null) makeFolder(folder);
  const unlock = folder === null ? async () => {} : await lockFolder(folder);
  try {
    const pglite = await PGlite.create({
      ...(folder === null ? {} : { dataDir: join(folder, 'database') }),
      ...pgliteOptions,
    });
    return databaseOn(pglite, async () => {
      await pglite.close();
      await unlock();
    });
  } catch (error) {
    await unlock();
    throw error;
  }
};
