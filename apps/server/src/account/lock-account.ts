import type { DatabaseTransaction } from '../db/tables.ts';

/** Keeps an account from others who change it, until the transaction ends; false when there is none. */
export const lockAccount = async (
  transaction: DatabaseTransaction,
  account: string,
): Promise<boolean> => {
  const row = await transaction
    .selectFrom('account.account')
    .select('id')
    .where('id', '=', account)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
};
