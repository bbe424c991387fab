import type { Database, DatabaseTransaction } from '../db/tables.ts';

/** Forgets sessions and ceremonies that are over, and limits that are whole again. */
export const forgetEnded = async (
  database: Database | DatabaseTransaction,
  now: number,
): Promise<void> => {
  const at = new Date(now);
  await database.deleteFrom('account.session').where('idle_until', '<=', at).execute();
  await database.deleteFrom('account.ceremony').where('expires_at', '<=', at).execute();
  await database.deleteFrom('zonula.rate').where('full_at', '<=', at).execute();
};
