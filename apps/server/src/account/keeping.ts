import { sql } from 'kysely';
import { dayOf } from '../db/day.ts';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import { eraseAccount } from '../privacy/erase.ts';
import type { AccountContext } from './context.ts';

/** For how many months an account is kept that nobody uses; the first is what holds unless the person chooses. */
export const keptMonths = [24, 6, 12, 36, 60] as const;

export interface Keeping {
  readonly months: number;
  /** The day of the last use, `2026-03-25`. */
  readonly usedOn: string;
  /** The first day on which the account is erased unless it is used again; null with a role. */
  readonly erasedOn: string | null;
}

/** Notes that an account is used today. */
export const noteUse = async (
  database: Database | DatabaseTransaction,
  account: string,
  now: number,
): Promise<void> => {
  const day = dayOf(now);
  await database
    .updateTable('account.account')
    .set({ used_on: day })
    .where('id', '=', account)
    .where(sql<boolean>`used_on < ${day}::date`)
    .execute();
};

/** The first day on which an account is erased that is not used again. For SQL. */
const end = sql<string>`(a.used_on + a.keep_months * interval '1 month' + interval '1 day')::date`;
const hasRole = sql<boolean>`exists (select from account.role r where r.account = a.id)`;

/** For how long an account is kept. */
export const keepingOf = async (
  { database }: AccountContext,
  account: string,
): Promise<Keeping> => {
  const { rows } = await sql<Keeping>`
    select a.keep_months as months, to_char(a.used_on, 'YYYY-MM-DD') as "usedOn",
      case when not ${hasRole} then to_char(${end}, 'YYYY-MM-DD') end as "erasedOn"
    from account.account a where a.id = ${account}::uuid`.execute(database);
  return rows[0]!;
};

/** Keeps an account for so many months after its last use. */
export const keepFor = async (
  { database }: AccountContext,
  account: string,
  months: number,
): Promise<void> => {
  await database
    .updateTable('account.account')
    .set({ keep_months: months })
    .where('id', '=', account)
    .execute();
};

/**
 * Erases accounts that nobody has used for as long as their person wanted them kept, each in a transaction of its own. Accounts with
 * a role are looked after by whoever runs the server. Several processes may do it at once. Returns how many.
 */
export const eraseUnused = async (database: Database, now: number): Promise<number> => {
  const eraseNext = (): Promise<boolean> =>
    database.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ id: string }>`
        select a.id from account.account a
        where a.used_on <= ${dayOf(now)}::date - interval '6 months' and ${end} <= ${dayOf(now)}::date and not ${hasRole}
        order by a.used_on, a.id limit 1 for update skip locked`.execute(transaction);
      if (rows[0] === undefined) return false;
      await eraseAccount(transaction, rows[0].id, now);
      return true;
    });
  let erased = 0;
  while (await eraseNext()) erased++;
  return erased;
};
