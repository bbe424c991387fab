import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Tables } from './tables.ts';

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

export interface PostgresOptions {
  /** At most; default 10. */
  readonly connections?: number;
  /** Is told of connections that break while nobody uses them. */
  readonly onIdleError: (error: Error) => void;
}

/**
 * A pool of connections to PostgreSQL 15 or newer by `url` (`postgres://...`). Connections that break while idle are
 * replaced when the next one is asked for.
 */
export const openPostgres = (
  url: string,
  { connections = 10, onIdleError }: PostgresOptions,
): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    application_name: 'zonula',
    types,
  });
  pool.on('error', onIdleError);
  // The pool listens to idle connections only: one that breaks between two statements of a transaction is told by the
  // next of them, and would otherwise end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
};
