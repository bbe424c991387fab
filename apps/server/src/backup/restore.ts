import { sql } from 'kysely';
import { cohortMigrations } from '../cohort/schema.ts';
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
  /** Of the server's tables in the backup, before they were brought forward. */
  readonly schemaVersion: number;
}

/** The schemas of a backup, each with what has ever been made of it. */
const schemasOf = ({ migrations, cohort = [] }: BackupHeadRead) =>
  [
    { schema: 'zonula', applied: migrations, known: all },
    { schema: 'cohort', applied: cohort, known: cohortMigrations },
  ] as const;

/** Throws `UnusableBackup` where it is of another Zonula than this or an older one. */
export const assertKnown = (head: BackupHeadRead): void => {
  if (schemasOf(head).every(({ applied }) => applied.length === 0))
    throw new UnusableBackup('the tables of a server or of a cohort are expected');
  for (const { applied, known } of schemasOf(head))
    for (const { id, name, sha256 } of applied) {
      const own = known.find((migration) => migration.id === id);
      if (own === undefined)
        throw new UnusableBackup(`it is of a newer version (${id}, ${name}); update Zonula`);
      if (sha256Of(own) !== sha256)
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
    select from information_schema.schemata where schema_name in ('zonula', 'cohort')`.execute(
    database,
  );
  if (taken.length > 0) throw new UnusableBackup('an empty database is expected to restore to');
  let restored: BackupHeadRead | null = null;
  try {
    const sums = await database.transaction().execute(async (transaction) => {
      await settle(transaction);
      const known = new Map<string, TableShape>();
      const written = await readBackup(lines, {
        onHead: async (head) => {
          assertKnown(head);
          restored = head;
          for (const { schema, applied, known: ever } of schemasOf(head))
            if (applied.length > 0)
              await migrateIn(transaction, now, ever.slice(0, applied.length), schema);
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
    const head = restored!;
    for (const { schema, applied, known: ever } of schemasOf(head))
      if (applied.length > 0) await migrate(database, now, ever, schema);
    const rows = [...sums.values()].reduce((total, sum) => total + sum.rows, 0);
    return { tables: sums.size, rows, schemaVersion: head.migrations.length };
  } catch (error) {
    // What a row holds must not reach a terminal or a log.
    if (error instanceof Error && 'code' in error && /^2[23]/u.test(String(error.code)))
      throw new UnusableBackup('a row of it does not fit the tables');
    throw error;
  }
};
