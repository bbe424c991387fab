import { sql } from 'kysely';
import type { Database } from '../src/db/tables.ts';

const named = new WeakMap<Database, Map<string, readonly string[]>>();

/** These tables and those that refer to them, as `truncate ... cascade` would find them. */
const cascade = async (database: Database, tables: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`with recursive found(table_id) as (
      select unnest(${tables}::text[])::regclass::oid
      union
      select conrelid from pg_constraint join found on confrelid = table_id where contype = 'f'
    ) select table_id::regclass::text as name from found`.execute(database);
  return rows.map(({ name }) => name);
};

/**
 * Empties tables, and those that refer to them, also of what may only be added to, as `truncate ... cascade` would. That
 * makes new files for every table and index, which takes a hundred times as long as to delete the few rows of a test.
 */
export const emptyTables = async (
  database: Database,
  ...tables: readonly string[]
): Promise<void> => {
  const known = named.get(database) ?? new Map<string, readonly string[]>();
  named.set(database, known);
  const key = tables.join();
  const all = known.get(key) ?? (await cascade(database, tables));
  known.set(key, all);
  await database.transaction().execute(async (transaction) => {
    // Neither triggers nor the order of references count until the end of the transaction.
    const statements = all.map((name) => `delete from ${name}`);
    await sql
      .raw(['set local session_replication_role = replica', ...statements].join(';'))
      .execute(transaction);
  });
};
