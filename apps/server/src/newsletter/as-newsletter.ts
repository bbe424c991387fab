import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/tables.ts';

/**
 * Does `work` in a transaction as the role of the newsletter, which sees nothing but the newsletter: whatever mistake
 * is made in there, the database refuses to tell of diaries, accounts or appointments.
 */
export const asNewsletter = <T>(
  database: Database,
  work: (transaction: DatabaseTransaction) => Promise<T>,
): Promise<T> =>
  database.transaction().execute(async (transaction) => {
    await sql`set local role zonula_newsletter`.execute(transaction);
    return work(transaction);
  });
