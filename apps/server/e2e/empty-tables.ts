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

/** Deletes all rows of these tables within a transaction: neither triggers nor the order of references count until its end. */
export const deletions = (tables: readonly string[]): readonly string[] => [
  'set local session_replication_role = replica',
  ...tables.map((name) => `delete from ${name}`),
];

/**
 * Empties tables, and those that refer to them, even where a trigger refuses that rows are deleted, as `truncate ... cascade`
 * would. That makes new files for every table and index, which takes a hundred times as long as to delete the few rows of a test.
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
    // Waits for whoever is writing, as to truncate would.
    const statements = [`lock table ${all.join()} in exclusive mode`, ...deletions(all)];
    await sql.raw(statements.join(';')).execute(transaction);
  });
};
