import { sql } from 'kysely';
import { migrate, migrateIn, sha256Of } from '../db/migrate.ts';
import { migrations as all } from '../db/migrations/all.ts';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import { rowsOf } from './backup.ts';
import { createSum } from './digest.ts';
import { type BackupHeadRead, readBackup, UnusableBackup } from './read.ts';
import { quoted, settle, type TableShape, tablesOf } from './tables.ts';

export interface RestoreSummary {
  readonly tables: number;
  readonly rows: number;
  /** Of the backup, before it was brought forward. */
  readonly schemaVersion: number;
}

const assertKnown = ({ migrations }: BackupHeadRead): void => {
  for (const { id, name, sha256 } of migrations) {
    const known = all.find((migration) => migration.id === id);
    if (known === undefined)
      throw new UnusableBackup(`it is of a newer version (${id}, ${name}); update Zonula`);
    if (sha256Of(known) !== sha256)
      throw new UnusableBackup(`migration ${id} (${name}) is not the one that was applied`);
  }
};

const insert = async (
  transaction: DatabaseTransaction,
  table: TableShape,
  rows: readonly string[],
): Promise<void> => {
  const columns = sql.join(table.columns.map((name) => sql.ref(name)));
  await sql`insert into ${quoted(table)} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${quoted(table)}, ${`[${rows.join(',')}]`}::json)`.execute(
    transaction,
  );
};

/** Numbers that the database counts go on after the highest. */
const setCounters = (transaction: DatabaseTransaction) =>
  sql`do $$ declare c record; begin
    for c in select format('%I.%I', table_schema, table_name) as t, column_name::text as n
      from information_schema.columns where is_identity = 'YES'
    loop
      execute format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %s',
        c.t, c.n, c.n, c.t);
    end loop;
  end $$`.execute(transaction);

/**
 * Restores a backup to an empty database: the schema as it was, the rows, then forward to the newest schema. Every row
 * is read back and compared with the sums of the backup before anything is kept. Throws `UnusableBackup`.
 */
export const restore = async (
  database: Database,
  now: () => number,
  lines: AsyncIterable<string>,
): Promise<RestoreSummary> => {
  const { rows: taken } = await sql`
    select from information_schema.schemata where schema_name = 'zonula'`.execute(database);
  if (taken.length > 0) throw new UnusableBackup('an empty database is expected to restore to');
  let version = 0;
  try {
    const sums = await database.transaction().execute(async (transaction) => {
      await settle(transaction);
      const known = new Map<string, TableShape>();
      const written = await readBackup(lines, {
        onHead: async (head) => {
          assertKnown(head);
          version = head.migrations.length;
          await migrateIn(transaction, now, all.slice(0, version));
          for (const table of await tablesOf(transaction)) known.set(table.name, table);
        },
        onRows: async (table, rows) => {
          const own = known.get(table.name);
          if (own === undefined || own.columns.join() !== table.columns.join())
            throw new UnusableBackup(`there is no table ${table.name} with these columns`);
          await insert(transaction, table, rows);
        },
      });
      for (const table of known.values()) {
        const sum = createSum();
        for await (const row of rowsOf(transaction, table)) sum.add(row);
        const { rows, sum: digest } = sum.result();
        if (written.get(table.name)?.rows !== rows || written.get(table.name)?.sum !== digest)
          throw new Error(`${table.name} does not hold what was restored`);
      }
      await setCounters(transaction);
      return written;
    });
    await migrate(database, now);
    const rows = [...sums.values()].reduce((total, sum) => total + sum.rows, 0);
    return { tables: sums.size, rows, schemaVersion: version };
  } catch (error) {
    // What a row holds must not reach a terminal or a log.
    if (error instanceof Error && 'code' in error && /^2[23]/u.test(String(error.code)))
      throw new UnusableBackup('a row of it does not fit the tables');
    throw error;
  }
};
