import { sql } from 'kysely';
import type { GrantedRole } from '../db/account-tables.ts';
import type { Database } from '../db/tables.ts';

/** Something that whoever runs the server can mend: a name that is not there. */
export class UnknownName extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnknownName';
  }
}

export interface AccountSummary {
  readonly account: string;
  readonly createdAt: string;
  /** The day of the last use. */
  readonly usedOn: string;
  readonly passkeys: number;
  readonly roles: readonly { readonly role: GrantedRole; readonly practitioner: string | null }[];
}

/** All accounts, the oldest first. */
export const listAccounts = async (database: Database): Promise<AccountSummary[]> => {
  const accounts = await database
    .selectFrom('account.account as account')
    .leftJoin('account.passkey as passkey', 'passkey.account', 'account.id')
    .select(({ fn }) => [
      'account.id',
      'account.created_at',
      sql<string>`to_char(account.used_on, 'YYYY-MM-DD')`.as('usedOn'),
      fn.count<number>('passkey.id').as('passkeys'),
    ])
    .groupBy('account.id')
    .orderBy('account.created_at')
    .orderBy('account.id')
    .execute();
  const roles = await database
    .selectFrom('account.role')
    .select(['account', 'role', 'practitioner'])
    .orderBy('role')
    .execute();
  return accounts.map(({ id, created_at, usedOn, passkeys }) => ({
    account: id,
    createdAt: created_at.toISOString(),
    usedOn,
    passkeys,
    roles: roles
      .filter(({ account }) => account === id)
      .map(({ role, practitioner }) => ({ role, practitioner })),
  }));
};

const assertAccount = async (database: Database, account: string): Promise<void> => {
  const found = await database
    .selectFrom('account.account')
    .select('id')
    .where('id', '=', account)
    .executeTakeFirst();
  if (found === undefined) throw new UnknownName(`there is no account ${account}`);
};

/** Which practitioner an account is, where it has the role of a clinician. */
export const practitionerOf = async (
  database: Database,
  account: string,
): Promise<string | null> => {
  const role = await database
    .selectFrom('account.role')
    .select('practitioner')
    .where('account', '=', account)
    .where('role', '=', 'clinician')
    .executeTakeFirst();
  return role?.practitioner ?? null;
};

/** Gives an account a role; a clinician is one of the practitioners. Given again, nothing changes. */
export const grantRole = async (
  database: Database,
  {
    account,
    role,
    practitioner,
  }: { account: string; role: GrantedRole; practitioner: string | null },
  now: number,
): Promise<void> => {
  await assertAccount(database, account);
  if (practitioner !== null) {
    const known = await database
      .selectFrom('clinic.practitioner')
      .select('id')
      .where('id', '=', practitioner)
      .where('active', '=', true)
      .executeTakeFirst();
    if (known === undefined) throw new UnknownName(`there is no practitioner ${practitioner}`);
    const other = await database
      .selectFrom('account.role')
      .select('account')
      .where('practitioner', '=', practitioner)
      .where('account', '!=', account)
      .executeTakeFirst();
    if (other !== undefined)
      throw new UnknownName(`${practitioner} has the account ${other.account} already`);
  }
  await database
    .insertInto('account.role')
    .values({ account, role, practitioner, granted_at: new Date(now) })
    .onConflict((conflict) => conflict.columns(['account', 'role']).doUpdateSet({ practitioner }))
    .execute();
};

/** Takes a role away and ends the sessions that had it. */
export const withdrawRole = async (
  database: Database,
  { account, role }: { readonly account: string; readonly role: GrantedRole },
): Promise<void> => {
  await assertAccount(database, account);
  await database.transaction().execute(async (transaction) => {
    const gone = await transaction
      .deleteFrom('account.role')
      .where('account', '=', account)
      .where('role', '=', role)
      .returning('role')
      .execute();
    if (gone.length === 0) throw new UnknownName(`the account ${account} is no ${role}`);
    await transaction.deleteFrom('account.session').where('account', '=', account).execute();
  });
};
