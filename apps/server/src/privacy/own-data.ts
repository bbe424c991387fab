import { sql } from 'kysely';
import { lockAccount } from '../account/lock-account.ts';
import { accessesOf, noteAccess } from '../audit/accesses.ts';
import { Refusal } from '../clinic/refusal.ts';
import { retried } from '../db/failures.ts';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import { eraseAccount } from './erase.ts';
import type { TableRows } from './every-table.ts';
import { mostAccesses, type PersonExport, secrets } from './export.ts';

/**
 * Every table that holds something of an account, with the columns that name whose it is. Whoever asks for their own could not be
 * given the time that looking through all tables takes; a test holds this list against what that finds.
 */
export const accountTables: Readonly<Record<string, readonly string[]>> = {
  'account.account': ['id'],
  'account.ceremony': ['account'],
  'account.passkey': ['account'],
  'account.recovery_code': ['account'],
  'account.role': ['account'],
  'account.session': ['account'],
  'clinic.catalogue_version': ['account'],
  'clinic.desk_action': ['account'],
  'sharing.clinician_key': ['account'],
  'sharing.share': ['person', 'clinician'],
};

/** Sealed pages, which the clinician alone can open, and all that the clinic offered: both may be large. */
const large = ['sealed', 'document'];

const ofAccount = (columns: readonly string[], account: string) =>
  sql.join(
    columns.map((column) => sql`t.${sql.ref(column)} = ${account}::uuid`),
    sql` or `,
  );

const rowsOf = async (
  transaction: DatabaseTransaction,
  table: string,
  account: string,
): Promise<TableRows['rows']> => {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(t) - ${[...secrets, ...large]}::text[] as row from ${sql.table(table)} t
    where ${ofAccount(accountTables[table]!, account)}`.execute(transaction);
  // With whom a clinician works is not theirs to take along.
  return rows.map(({ row }) => {
    const { person, ...rest } = row;
    return person === account ? row : rest;
  });
};

/** All that is kept of an account, for its person; noted in the log of accesses. Sealed pages are left out. */
export const exportOwn = (
  database: Database,
  account: string,
  now: number,
): Promise<PersonExport> =>
  database.transaction().execute(async (transaction) => {
    // It may just have been erased elsewhere.
    if (!(await lockAccount(transaction, account))) throw new Refusal('not-signed-in');
    await noteAccess(transaction, {
      ...{ at: now, person: account, actor: account },
      ...{ role: 'person', action: 'exported' },
    });
    const tables: TableRows[] = [];
    for (const table of Object.keys(accountTables)) {
      const rows = await rowsOf(transaction, table, account);
      if (rows.length > 0) tables.push({ table, rows });
    }
    return { tables, accesses: await accessesOf(transaction, account, { limit: mostAccesses }) };
  });

const countsOf = async (
  transaction: DatabaseTransaction,
  account: string,
): Promise<Readonly<Record<string, number>>> => {
  const counts: [string, number][] = [];
  for (const [table, columns] of Object.entries(accountTables)) {
    const { rows } = await sql<{ rows: number }>`
      select count(*)::int as rows from ${sql.table(table)} t
      where ${ofAccount(columns, account)}`.execute(transaction);
    if (rows[0]!.rows > 0) counts.push([table, rows[0]!.rows]);
  }
  return Object.fromEntries(counts);
};

/**
 * Erases an account at the wish of its person, and looks that nothing is left: finding something undoes it all and throws. Says how many rows of
 * which tables held something of it. Refuses with `has-role` whoever works here: what others do with them would go too.
 */
export const eraseOwn = (
  database: Database,
  account: string,
  now: number,
): Promise<Readonly<Record<string, number>>> =>
  retried(() =>
    database.transaction().execute(async (transaction) => {
      // Asked twice at once, the second finds nobody.
      if (!(await lockAccount(transaction, account))) throw new Refusal('not-signed-in');
      const role = await transaction
        .selectFrom('account.role')
        .select('role')
        .where('account', '=', account)
        .executeTakeFirst();
      if (role !== undefined) throw new Refusal('has-role');
      const before = await countsOf(transaction, account);
      await eraseAccount(transaction, account, now, 'person');
      const left = Object.keys(await countsOf(transaction, account));
      if (left.length > 0) throw new Error(`not erased: something is left in ${left.join(', ')}`);
      return before;
    }),
  );
