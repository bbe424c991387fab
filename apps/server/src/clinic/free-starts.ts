import {
  addDays,
  bookableDays,
  type Catalogue,
  dayOf,
  freeSlots,
  type Slot,
  type Taken,
  type Treatment,
} from '@zonula/clinic';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/tables.ts';

/** Longest that a treatment with its buffers reaches beyond its own day. */
const marginMs = 24 * 3_600_000;

/** What is held or confirmed between two instants (ms); holds that have expired keep nothing. */
export const takenBetween = async (
  database: Database | DatabaseTransaction,
  { from, to, now, besides }: { from: number; to: number; now: number; besides?: string },
): Promise<Taken[]> => {
  const { rows } = await sql<{ practitioner: string; room: string; start: Date; end: Date }>`
    select practitioner, room, occupied_from as start, occupied_until as end
    from clinic.appointment
    where status in ('held', 'confirmed')
      and tstzrange(occupied_from, occupied_until, '[)')
        && tstzrange(${new Date(from)}, ${new Date(to)}, '[)')
      and (expires_at is null or expires_at > ${new Date(now)})
      and id is distinct from ${besides ?? null}::uuid`.execute(database);
  return rows.map(({ practitioner, room, start, end }) => ({
    practitioner,
    room,
    start: start.getTime(),
    end: end.getTime(),
  }));
};

export interface FreeStartsQuestion {
  readonly catalogue: Catalogue;
  readonly treatment: Treatment;
  readonly practitioner?: string;
  /** The first and the last day, in the clinic's zone. */
  readonly from: string;
  readonly to: string;
  readonly now: number;
  /** An appointment that is to be moved does not stand in its own way. */
  readonly besides?: string;
  /** ms since 1970. */
  readonly notBefore?: number;
  /** Days after the one on which so many have been found are not looked at. */
  readonly enough?: number;
}

/** The free starts of some days, in order of time. */
export const freeStarts = async (
  database: Database | DatabaseTransaction,
  question: FreeStartsQuestion,
): Promise<Slot[]> => {
  const { catalogue, now, besides, notBefore = 0, enough = Number.POSITIVE_INFINITY } = question;
  const bookable = bookableDays(catalogue, now);
  const [, from] = [question.from, bookable.from].sort() as [string, string];
  const [to] = [question.to, bookable.to].sort() as [string, string];
  if (from > to) return [];
  const taken = await takenBetween(database, {
    from: Date.parse(from) - marginMs,
    to: Date.parse(to) + 2 * marginMs,
    now,
    ...(besides === undefined ? {} : { besides }),
  });
  const slots: Slot[] = [];
  for (let day = from; day <= to && slots.length < enough; day = addDays(day, 1))
    slots.push(...freeSlots({ ...question, taken }, day).filter(({ start }) => start >= notBefore));
  return slots;
};

const daysToLook = 28;

/** The next three free starts from an instant (ms) on: with the wanted practitioner, else with any. */
export const nextStarts = async (
  database: Database,
  question: Omit<FreeStartsQuestion, 'from' | 'to'> & { readonly start: number },
): Promise<Slot[]> => {
  const from = dayOf(question.start, question.catalogue.clinic.zone);
  const next: Slot[] = [];
  for (let week = 0; week < daysToLook && next.length < 3; week += 7) {
    const days = { from: addDays(from, week), to: addDays(from, week + 6) };
    const search = { ...question, ...days, notBefore: question.start, enough: 3 - next.length };
    next.push(...(await freeStarts(database, search)));
  }
  if (next.length > 0 || question.practitioner === undefined) return next.slice(0, 3);
  const { practitioner: _, ...anybody } = question;
  return nextStarts(database, anybody);
};
