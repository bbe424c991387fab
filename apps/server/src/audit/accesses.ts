import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { ActingRole } from '../db/account-tables.ts';
import type { Database, DatabaseTransaction } from '../db/tables.ts';

/** What is done with what somebody shared. */
export const accessActions = [
  'shared',
  'updated',
  'viewed',
  'revoked',
  'exported',
  'erased',
] as const;
export type AccessAction = (typeof accessActions)[number];

/** An entry as the person reads it. */
export interface Access {
  readonly id: number;
  /** ms since 1970. */
  readonly at: number;
  readonly role: ActingRole;
  /** Whether the person did it. */
  readonly byYou: boolean;
  readonly action: AccessAction;
  /** The share, while the person still has it. */
  readonly share: string | null;
}

const pseudonym = (key: Uint8Array, what: string): Uint8Array =>
  createHmac('sha256', key).update(what).digest().subarray(0, 16);

const keyOf = async (
  database: Database | DatabaseTransaction,
  account: string,
): Promise<Uint8Array> => {
  const { audit_key } = await database
    .selectFrom('account.account')
    .select('audit_key')
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  return audit_key;
};

/**
 * Adds to the log of accesses. Whose it is, who did it and to what are digests under keys of the accounts: when an
 * account is erased, what stays cannot be told to be anybody's.
 */
export const noteAccess = async (
  transaction: Database | DatabaseTransaction,
  entry: {
    readonly at: number;
    readonly person: string;
    /** The account that did it; `null` is whoever runs the server. */
    readonly actor: string | null;
    readonly role: ActingRole;
    readonly action: AccessAction;
    readonly share?: string;
  },
): Promise<void> => {
  const key = await keyOf(transaction, entry.person);
  const actorKey = entry.actor === null ? null : await keyOf(transaction, entry.actor);
  await transaction
    .insertInto('audit.access')
    .values({
      at: new Date(entry.at),
      subject: pseudonym(key, 'subject'),
      actor: actorKey === null ? null : pseudonym(actorKey, 'actor'),
      role: entry.role,
      action: entry.action,
      object: entry.share === undefined ? null : pseudonym(key, entry.share),
    })
    .execute();
};

/** The log of one person, the latest first. */
export const accessesOf = async (
  database: Database | DatabaseTransaction,
  person: string,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<Access[]> => {
  const key = await keyOf(database, person);
  const shares = await database
    .selectFrom('sharing.share')
    .select('id')
    .where('person', '=', person)
    .execute();
  const shareOf = new Map(
    shares.map(({ id }) => [Buffer.from(pseudonym(key, id)).toString('hex'), id]),
  );
  const own = Buffer.from(pseudonym(key, 'actor'));
  let query = database
    .selectFrom('audit.access')
    .select(['id', 'at', 'actor', 'role', 'action', 'object'])
    .where('subject', '=', pseudonym(key, 'subject'))
    .orderBy('id', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('id', '<', before);
  const rows = await query.execute();
  return rows.map(({ id, at, actor, role, action, object }) => ({
    id,
    at: at.getTime(),
    role,
    byYou: actor !== null && own.equals(actor),
    // Written by us.
    action: action as AccessAction,
    share: object === null ? null : (shareOf.get(Buffer.from(object).toString('hex')) ?? null),
  }));
};

/** For how many years a person can see who looked. The database refuses to forget sooner, by its own clock. */
const keptYears = 3;

/** Forgets what was noted longer ago. Returns how much. */
export const forgetOldAccesses = async (database: Database, now: number): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`delete from audit.access
    where at < ${new Date(now)}::timestamptz - ${keptYears} * interval '1 year' and at <= now() - ${keptYears} * interval '1 year'`.execute(
    database,
  );
  return Number(numAffectedRows);
};
