import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../../e2e/postgres.ts';
import { isDatabaseAway } from './failures.ts';
import { openPostgres } from './postgres.ts';
import type { Database } from './tables.ts';

let postgres: TestPostgres;
let url: string;
let database: Database;
let other: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  url = await postgres.createDatabase();
  database = openPostgres(url, { connections: 1, onIdleError: () => {} });
  other = openPostgres(url, { connections: 1, onIdleError: () => {} });
}, 60_000);
afterAll(async () => {
  await Promise.all([database.destroy(), other.destroy()]);
  await postgres.stop();
});

/** What a transaction throws whose connection the database ends, while it waits or between two of its statements. */
const failureOf = async (next: (end: () => Promise<unknown>) => Promise<string>) => {
  try {
    await database.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
        transaction,
      );
      const end = () => sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(other);
      await sql.raw(await next(end)).execute(transaction);
    });
    return null;
  } catch (error) {
    return error;
  }
};

test('a connection that breaks is told as a database that is away, whenever it breaks', async () => {
  const between = await failureOf(async (end) => {
    await end();
    await sleep(100);
    return 'select 1';
  });
  expect(isDatabaseAway(between)).toBe(true);
  const within = await failureOf(async (end) => {
    setTimeout(() => void end(), 100);
    return 'select pg_sleep(5)';
  });
  expect(isDatabaseAway(within)).toBe(true);
  expect((await sql`select 1`.execute(database)).rows).toHaveLength(1);
});

test('what is wrong with a statement is none', async () => {
  expect(isDatabaseAway(await failureOf(async () => 'select nothing'))).toBe(false);
});
