import { sql } from 'kysely';
import { dayOf } from '../db/day.ts';
import type { Database } from '../db/tables.ts';

/** For how long a log is kept that no device asks for, and one into which nothing was ever written. */
const kept = { used: '24 months', empty: '3 months' } as const;

/** How much was forgotten. */
export interface ForgottenLogs {
  readonly logs: number;
  readonly invitations: number;
}

/**
 * Forgets the sealed rows of who no longer asks for them, and invitations that nobody took up. Their devices keep all they
 * have. Several processes may do it at once.
 */
export const forgetUnusedLogs = async (database: Database, now: number): Promise<ForgottenLogs> => {
  const today = dayOf(now);
  const { numAffectedRows: logs = 0n } = await sql`
    delete from relay.log where owner in (
      select owner from relay.log l where l.used_on < ${today}::date - ${kept.empty}::interval
        and (l.used_on < ${today}::date - ${kept.used}::interval or not exists (
          select from relay.row r where r.owner = l.owner and r.device is not null)
          and not exists (select from relay.part p where p.owner = l.owner))
      for update skip locked)`.execute(database);
  const { numAffectedRows: invitations = 0n } = await sql`
    delete from relay.key where kind = 'invite' and expires_at < ${new Date(now)}`.execute(
    database,
  );
  return { logs: Number(logs), invitations: Number(invitations) };
};

/** Notes that logs are used today, also by who only reads. */
export const noteUse = async (
  database: Database,
  owners: readonly string[],
  now: number,
): Promise<void> => {
  const today = dayOf(now);
  await sql`update relay.log set used_on = ${today}::date where owner in (
    select owner from relay.log where owner = any(${owners}::text[]) and used_on < ${today}::date
    for update skip locked)`.execute(database);
};
