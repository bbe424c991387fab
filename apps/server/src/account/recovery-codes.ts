import { createHash } from 'node:crypto';
import { Refusal } from '../clinic/refusal.ts';
import type { DatabaseTransaction } from '../db/tables.ts';
import type { AccountContext } from './context.ts';

const howMany = 8;
/** Crockford's Base32: nothing that looks like something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 20;

/** Twenty letters of five bits each, in fours. */
const codeFrom = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => alphabet[byte % 32])
    .join('')
    .replace(/(.{4})(?!$)/gu, '$1-');

/** As it was told, however it is typed. */
const normal = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1');

// A hundred random bits need no slow hash.
const digestOf = (code: string): Uint8Array =>
  createHash('sha256').update('zonula recovery code\n').update(normal(code)).digest();

/** New codes in the place of all earlier ones. They are told once; the database holds their SHA-256. */
export const renewRecoveryCodes = async (
  { randomBytes }: AccountContext,
  transaction: DatabaseTransaction,
  account: string,
): Promise<string[]> => {
  const codes = Array.from({ length: howMany }, () => codeFrom(randomBytes(codeLength)));
  await transaction.deleteFrom('account.recovery_code').where('account', '=', account).execute();
  await transaction
    .insertInto('account.recovery_code')
    .values(codes.map((code) => ({ digest: digestOf(code), account, used_at: null })))
    .execute();
  return codes;
};

/** Uses a code up and says whose it was. Of several who try at once one succeeds. */
export const useRecoveryCode = async (
  { now }: AccountContext,
  transaction: DatabaseTransaction,
  code: string,
): Promise<string> => {
  const used = await transaction
    .updateTable('account.recovery_code')
    .set({ used_at: new Date(now()) })
    .where('digest', '=', digestOf(code))
    .where('used_at', 'is', null)
    .returning('account')
    .executeTakeFirst();
  if (used === undefined) throw new Refusal('code-wrong');
  return used.account;
};
