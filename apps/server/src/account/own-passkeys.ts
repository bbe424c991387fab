import { Refusal } from '../clinic/refusal.ts';
import { retried } from '../db/failures.ts';
import type { AccountContext } from './context.ts';
import { lockAccount } from './lock-account.ts';

export interface PasskeySummary {
  readonly id: string;
  readonly name: string;
  /** Whether it is on other devices of the person as well. */
  readonly backedUp: boolean;
  /** ms since 1970. */
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
}

/** The passkeys of an account, the oldest first. */
export const passkeysOf = async (
  { database }: AccountContext,
  account: string,
): Promise<PasskeySummary[]> => {
  const rows = await database
    .selectFrom('account.passkey')
    .select(['id', 'name', 'backed_up', 'created_at', 'last_used_at'])
    .where('account', '=', account)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, backed_up, created_at, last_used_at }) => ({
    id,
    name,
    backedUp: backed_up,
    createdAt: created_at.getTime(),
    lastUsedAt: last_used_at?.getTime() ?? null,
  }));
};

/** Takes a passkey away; the last one stays. Whoever signed in elsewhere is signed out. */
export const removePasskey = async (
  { database }: AccountContext,
  account: string,
  id: string,
  keptSession: string,
): Promise<void> =>
  // Whoever signs in with it just now locks the same rows in another order.
  retried(() =>
    database.transaction().execute(async (transaction) => {
      // Two who each take one of two away take turns here.
      await lockAccount(transaction, account);
      const own = await transaction
        .selectFrom('account.passkey')
        .select('id')
        .where('account', '=', account)
        .execute();
      if (!own.some((passkey) => passkey.id === id)) throw new Refusal('unknown-passkey');
      if (own.length === 1) throw new Refusal('last-passkey');
      await transaction.deleteFrom('account.passkey').where('id', '=', id).execute();
      await transaction
        .deleteFrom('account.session')
        .where('account', '=', account)
        .where('id', '!=', keptSession)
        .execute();
    }),
  );
