import { sql } from 'kysely';
import { type AppliedMigration, appliedIn } from '../db/migrate.ts';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import { createSum, type Sum } from './digest.ts';
import { quoted, settle, type TableShape, tablesOf } from './tables.ts';

/** The first line of a backup. */
export interface BackupHead {
  readonly format: 'zonula-backup';
  readonly version: 1;
  readonly created: string;
  /** What had been applied: a backup is restored at that version and brought forward afterwards. Empty without a server's tables. */
  readonly migrations: readonly AppliedMigration[];
  /** The same of the tables of a cohort, where there are such. */
  readonly cohort?: readonly AppliedMigration[];
}

/** The last line of a backup: without it a file is not whole. */
export interface BackupEnd {
  readonly end: true;
  readonly tables: Readonly<Record<string, Sum>>;
}

export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
}

const batch = 500;

/** The rows of a table as JSON texts of one line each. */
export async function* rowsOf(
  transaction: DatabaseTransaction,
  table: TableShape,
): AsyncGenerator<string> {
  const columns = sql.join(table.columns.map((name) => sql.ref(`t.${name}`)));
  await sql`declare rows_of_table no scroll cursor for
    select row_to_json(r)::text as row from (select ${columns} from ${quoted(table)} t) r`.execute(
    transaction,
  );
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(batch)} from rows_of_table`.execute(
      transaction,
    );
    if (rows.length === 0) break;
    // In JSON a line end can stand between values only.
    for (const { row } of rows) yield row.replace(/[\r\n]/gu, ' ');
  }
  await sql`close rows_of_table`.execute(transaction);
}

/**
 * Writes everything a server keeps as lines of JSON, as it is at one moment, while the server goes on. The same lines
 * can be restored to PGlite and to PostgreSQL. They hold names, appointments, the diaries of cohorts
 * and the secrets that sign links.
 */
export const backup = (
  database: Database,
  now: () => number,
  write: (line: string) => Promise<void>,
): Promise<BackupSummary> =>
  database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      await settle(transaction);
      const cohort = await appliedIn(transaction, 'cohort');
      const head: BackupHead = {
        format: 'zonula-backup',
        version: 1,
        created: new Date(now()).toISOString(),
        migrations: (await appliedIn(transaction, 'zonula')) ?? [],
        ...(cohort === null ? {} : { cohort }),
      };
      await write(JSON.stringify(head));
      const sums = new Map<string, Sum>();
      for (const table of await tablesOf(transaction)) {
        const sum = createSum();
        await write(JSON.stringify({ table: table.name, columns: table.columns }));
        for await (const row of rowsOf(transaction, table)) {
          sum.add(row);
          await write(row);
        }
        sums.set(table.name, sum.result());
      }
      const end: BackupEnd = { end: true, tables: Object.fromEntries(sums) };
      await write(JSON.stringify(end));
      const rows = [...sums.values()].reduce((total, sum) => total + sum.rows, 0);
      return { tables: sums.size, rows };
    });
