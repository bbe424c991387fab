import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../clinic/refusal.ts';
import type { GrantedRole } from '../db/account-tables.ts';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import type { AccountContext } from './context.ts';
import { noteUse } from './keeping.ts';

export type SignInMethod = 'passkey' | 'recovery-code';

/** Who asks. Times are ms since 1970. */
export interface Session {
  readonly id: string;
  readonly account: string;
  readonly roles: readonly GrantedRole[];
  readonly method: SignInMethod;
  readonly signedInAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** Whoever may see what others shared is signed out sooner. */
const lifetimes = {
  person: { idleMs: 14 * day, absoluteMs: 90 * day },
  withRole: { idleMs: 30 * minute, absoluteMs: 12 * 60 * minute },
} as const;
/** How exactly it is known when a session was last used. */
const seenEveryMs = minute;
/** What cannot be undone needs a sign-in that is not older. */
const recentMs = 10 * minute;

const digestOf = (token: string): Uint8Array =>
  createHash('sha256').update('zonula session\n').update(token).digest();

const lifetimeOf = (roles: readonly GrantedRole[]) =>
  roles.length === 0 ? lifetimes.person : lifetimes.withRole;

const rolesOf = async (
  database: Database | DatabaseTransaction,
  account: string,
): Promise<GrantedRole[]> => {
  const rows = await database
    .selectFrom('account.role')
    .select('role')
    .where('account', '=', account)
    .orderBy('role')
    .execute();
  return rows.map(({ role }) => role);
};

/** Signs an account in. The token is told once and kept nowhere: the database holds its SHA-256. */
export const startSession = async (
  { now, newId, randomBytes }: AccountContext,
  transaction: DatabaseTransaction,
  account: string,
  method: SignInMethod,
): Promise<{ readonly token: string; readonly session: Session }> => {
  const token = Buffer.from(randomBytes(32)).toString('base64url');
  const at = now();
  const roles = await rolesOf(transaction, account);
  const { idleMs, absoluteMs } = lifetimeOf(roles);
  const id = newId();
  await transaction
    .insertInto('account.session')
    .values({
      id,
      digest: digestOf(token),
      account,
      method,
      signed_in_at: new Date(at),
      last_seen_at: new Date(at),
      idle_until: new Date(at + idleMs),
      expires_at: new Date(at + absoluteMs),
    })
    .execute();
  await noteUse(transaction, account, at);
  const times = { signedInAt: at, lastSeenAt: at, expiresAt: at + absoluteMs };
  return { token, session: { id, account, roles, method, ...times } };
};

/** The session of a token, else null: unknown, unused for too long, too old, or ended. */
export const sessionWith = async (
  { database, now }: AccountContext,
  token: string,
): Promise<Session | null> => {
  const at = now();
  const row = await database
    .selectFrom('account.session')
    .select(['id', 'account', 'method', 'signed_in_at', 'last_seen_at', 'expires_at'])
    .where('digest', '=', digestOf(token))
    .where('idle_until', '>', new Date(at))
    .executeTakeFirst();
  if (row === undefined) return null;
  const roles = await rolesOf(database, row.account);
  const { idleMs, absoluteMs } = lifetimeOf(roles);
  const signedInAt = row.signed_in_at.getTime();
  // A role that was granted since makes the session shorter at once.
  const expiresAt = Math.min(row.expires_at.getTime(), signedInAt + absoluteMs);
  const lastSeenAt = row.last_seen_at.getTime();
  if (expiresAt <= at || lastSeenAt + idleMs <= at) return null;
  if (at - lastSeenAt >= seenEveryMs) {
    await database
      .updateTable('account.session')
      .set({
        last_seen_at: new Date(at),
        idle_until: sql`least(expires_at, ${new Date(at + idleMs)}::timestamptz)`,
      })
      .where('id', '=', row.id)
      .execute();
    await noteUse(database, row.account, at);
  }
  const { id, account, method } = row;
  return { id, account, roles, method, signedInAt, lastSeenAt, expiresAt };
};

/** Refuses unless the session was begun within the last ten minutes, or `withinMs`. */
export const assertRecent = (session: Session, now: number, withinMs = recentMs): void => {
  if (now - session.signedInAt > withinMs) throw new Refusal('sign-in-again');
};

export interface SessionSummary {
  readonly id: string;
  readonly method: SignInMethod;
  readonly signedInAt: number;
  readonly lastSeenAt: number;
}

/** The open sessions of an account, the latest first. */
export const openSessions = async (
  { database, now }: AccountContext,
  account: string,
): Promise<SessionSummary[]> => {
  const rows = await database
    .selectFrom('account.session')
    .select(['id', 'method', 'signed_in_at', 'last_seen_at'])
    .where('account', '=', account)
    .where('idle_until', '>', new Date(now()))
    .orderBy('signed_in_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ id, method, signed_in_at, last_seen_at }) => ({
    id,
    method,
    signedInAt: signed_in_at.getTime(),
    lastSeenAt: last_seen_at.getTime(),
  }));
};

/** Ends a session of `account`; refuses with `unknown-session` when it has none such. */
export const endSession = async (
  { database }: AccountContext,
  account: string,
  id: string,
): Promise<void> => {
  const ended = await database
    .deleteFrom('account.session')
    .where('id', '=', id)
    .where('account', '=', account)
    .returning('id')
    .execute();
  if (ended.length === 0) throw new Refusal('unknown-session');
};
