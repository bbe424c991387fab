import { sql } from 'kysely';
import type { Database } from '../db/tables.ts';
import { loadCatalogue } from './catalogue-store.ts';

const day = 24 * 3_600_000;

/** How many days things are kept after their time, unless the clinic says otherwise. */
const keptDays = { idempotency: 7, letgo: 30, mail: 30, report: 30 } as const;

/** How many of each were forgotten. */
export interface Forgotten {
  readonly keys: number;
  readonly appointments: number;
  readonly mails: number;
  readonly reports: number;
  readonly waiting: number;
  readonly clients: number;
}

/**
 * Forgets what has been kept long enough at `now` (ms): keys of requests, holds that ran out, appointments that ended
 * more than the clinic's `keepDays` ago, reports that went with one, what was done at the desk, mails whether they went out or
 * not, places on the waiting list whose period is over, and then everybody of whom nothing is left. One transaction; several processes may
 * do it at once.
 */
export const forgetOld = async (database: Database, now: number): Promise<Forgotten> => {
  const { clinic } = await loadCatalogue(database);
  const before = (days: number): Date => new Date(now - days * day);
  return database.transaction().execute(async (transaction) => {
    const count = async (statement: ReturnType<typeof sql>): Promise<number> =>
      Number((await statement.execute(transaction)).numAffectedRows ?? 0);
    const keys = await count(
      sql`delete from zonula.idempotency where created_at < ${before(keptDays.idempotency)}`,
    );
    const waiting = await count(sql`delete from clinic.waiting
      where until_day < ${before(1).toISOString().slice(0, 10)} or status in ('booked', 'left')
        and joined_at < ${before(keptDays.letgo)}`);
    const { rows } = await sql<{ id: string }>`
      select id from clinic.appointment
      where ends_at < ${before(clinic.keepDays)}
        or status = 'expired' and changed_at < ${before(keptDays.letgo)}
      order by id for update skip locked`.execute(transaction);
    const ids = rows.map(({ id }) => id);
    await sql`delete from clinic.discount_use u using clinic.appointment a
      where a.id = u.appointment and a.status = 'expired' and a.id = any(${ids}::uuid[])`.execute(
      transaction,
    );
    await sql`delete from clinic.waiting where offered = any(${ids}::uuid[])`.execute(transaction);
    await sql`delete from clinic.link where appointment = any(${ids}::uuid[])`.execute(transaction);
    await sql`delete from clinic.appointment_event where appointment = any(${ids}::uuid[])`.execute(
      transaction,
    );
    const appointments = await count(
      sql`delete from clinic.appointment where id = any(${ids}::uuid[])`,
    );
    const mails = await count(sql`delete from mail.outbox
      where created_at < ${before(keptDays.mail)}`);
    await sql`delete from clinic.desk_action where at < ${new Date(now)}::timestamptz - interval '3 years'`.execute(
      transaction,
    );
    const reports = await count(sql`delete from clinic.attachment r using clinic.appointment a
      where a.id = r.appointment and a.ends_at < ${before(keptDays.report)}`);
    // Whoever books just now is found by their address again and kept by the reference.
    const clients = await count(sql`delete from clinic.client c
      where created_at < ${before(keptDays.letgo)}
        and not exists (select from clinic.appointment a where a.client = c.id)
        and not exists (select from clinic.waiting w where w.client = c.id)`);
    return { keys, appointments, mails, reports, waiting, clients };
  });
};
