import type { AccountContext } from '../account/context.ts';
import { lockAccount } from '../account/lock-account.ts';
import { Refusal } from '../clinic/refusal.ts';

/** Somebody to share with. */
export interface Clinician {
  readonly account: string;
  readonly name: string;
  readonly practitioner: string;
  readonly key: string;
  /** Uncompressed point on P-256. */
  readonly publicKey: Uint8Array;
}

/** All clinicians who have a key, by name. */
export const clinicians = async ({ database }: AccountContext): Promise<Clinician[]> => {
  const rows = await database
    .selectFrom('account.role as role')
    .innerJoin('clinic.practitioner as practitioner', 'practitioner.id', 'role.practitioner')
    .innerJoin('sharing.clinician_key as key', 'key.account', 'role.account')
    .where('role.role', '=', 'clinician')
    .where('key.retired_at', 'is', null)
    .select([
      'role.account',
      'practitioner.id as practitioner',
      'practitioner.document',
      'key.id as key',
      'key.public_key as publicKey',
    ])
    .execute();
  return rows
    .map(({ document, ...rest }) => ({ ...rest, name: (document as { name: string }).name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.account < b.account ? -1 : 1));
};

/** A clinician's key in the place of the one before. What was sealed for that one stays so. */
export const setClinicianKey = async (
  { database, now, newId }: AccountContext,
  account: string,
  publicKey: Uint8Array,
): Promise<string> =>
  database.transaction().execute(async (transaction) => {
    const at = new Date(now());
    await lockAccount(transaction, account);
    const current = await transaction
      .selectFrom('sharing.clinician_key')
      .select(['id', 'public_key'])
      .where('account', '=', account)
      .where('retired_at', 'is', null)
      .executeTakeFirst();
    if (current !== undefined && Buffer.compare(current.public_key, publicKey) === 0)
      return current.id;
    await transaction
      .updateTable('sharing.clinician_key')
      .set({ retired_at: at })
      .where('account', '=', account)
      .where('retired_at', 'is', null)
      .execute();
    const kept = await transaction
      .insertInto('sharing.clinician_key')
      .values({
        id: newId(),
        account,
        public_key: publicKey,
        created_at: at,
        retired_at: null,
      })
      .onConflict((conflict) => conflict.column('public_key').doNothing())
      .returning('id')
      .executeTakeFirst();
    // An earlier key, or somebody else's.
    if (kept === undefined) throw new Refusal('key-retired');
    return kept.id;
  });
