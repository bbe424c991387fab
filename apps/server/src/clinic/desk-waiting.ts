import { sql } from 'kysely';
import type { Database } from '../db/tables.ts';

/** Somebody on the waiting list. Times are ms since 1970, days by the clinic's clock. */
export interface WaitingEntry {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly treatment: string;
  readonly treatmentName: string;
  readonly practitioner: string | null;
  readonly from: string;
  readonly until: string;
  readonly joinedAt: number;
  /** The start that is kept for them just now. */
  readonly offeredStart: number | null;
}

const most = 500;

/** Who waits or has just been offered a start, whoever joined first before the others; at most 500. */
export const waitingEntries = async (
  database: Database,
  today: string,
): Promise<WaitingEntry[]> => {
  const rows = await database
    .selectFrom('clinic.waiting as w')
    .innerJoin('clinic.client as c', 'c.id', 'w.client')
    .innerJoin('clinic.treatment as t', 't.id', 'w.treatment')
    .leftJoin('clinic.appointment as a', 'a.id', 'w.offered')
    .select(['w.id', 'w.client_name', 'c.email', 'w.treatment', 'w.practitioner', 'w.from_day'])
    .select(['w.until_day', 'w.joined_at', 'a.starts_at'])
    .select(sql<string>`coalesce(t.document ->> 'name', t.id)`.as('treatment_name'))
    .where('w.status', 'in', ['waiting', 'offered'])
    .where('w.until_day', '>=', today)
    .orderBy('w.joined_at')
    .orderBy('w.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.client_name,
    email: row.email,
    treatment: row.treatment,
    treatmentName: row.treatment_name,
    practitioner: row.practitioner,
    from: row.from_day,
    until: row.until_day,
    joinedAt: row.joined_at.getTime(),
    offeredStart: row.starts_at?.getTime() ?? null,
  }));
};
