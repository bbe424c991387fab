import {
  type Catalogue,
  dayOf,
  freeSlots,
  localTimeOf,
  occupiedSpan,
  type Slot,
  type Treatment,
} from '@zonula/clinic';
import { sql } from 'kysely';
import { brokenExclusion } from '../db/failures.ts';
import type { AppointmentTable, DatabaseTransaction } from '../db/tables.ts';
import { expireHolds } from './appointments.ts';
import { takenBetween } from './free-starts.ts';
import { Refusal } from './refusal.ts';

/** What is wanted: a treatment at an instant (ms), with somebody or with anybody who gives it. */
export interface Wanted {
  readonly catalogue: Catalogue;
  readonly treatment: Treatment;
  readonly practitioner?: string;
  readonly start: number;
}

/** The columns that say when, where and with whom. */
export type Place = Pick<
  AppointmentTable,
  | 'practitioner'
  | 'room'
  | 'starts_at'
  | 'ends_at'
  | 'occupied_from'
  | 'occupied_until'
  | 'zone'
  | 'local_start'
>;

const slotsAt = (
  { catalogue, treatment, practitioner, start }: Wanted,
  now: number,
  taken: Parameters<typeof freeSlots>[0]['taken'],
): Slot[] => {
  const chosen = practitioner === undefined ? {} : { practitioner };
  const question = { catalogue, treatment, taken, now, ...chosen };
  return freeSlots(question, dayOf(start, catalogue.clinic.zone)).filter(
    (slot) => slot.start === start,
  );
};

/** Refuses a start that is not offered, whoever may have taken it. */
export const assertOffered = (wanted: Wanted, now: number): void => {
  if (slotsAt(wanted, now, []).length === 0) throw new Refusal('not-offered');
};

const placeOf = ({ catalogue, treatment }: Wanted, slot: Slot, room: string): Place => {
  const occupied = occupiedSpan(treatment, slot.start);
  const { zone } = catalogue.clinic;
  return {
    practitioner: slot.practitioner,
    room,
    starts_at: new Date(slot.start),
    ends_at: new Date(slot.end),
    occupied_from: new Date(occupied.start),
    occupied_until: new Date(occupied.end),
    zone,
    local_start: localTimeOf(slot.start, zone),
  };
};

/**
 * Writes the wanted start with the first practitioner and room that the database accepts. Bookings of one day take
 * turns, which spares them deadlocks; that nobody is booked twice is the word of the exclusion constraints alone.
 */
export const place = async <Written>(
  transaction: DatabaseTransaction,
  wanted: Wanted,
  { now, besides }: { now: number; besides?: string },
  write: (place: Place) => Promise<Written>,
): Promise<Written> => {
  const { catalogue, treatment, start } = wanted;
  const occupied = occupiedSpan(treatment, start);
  const free = async (): Promise<Slot[]> => {
    const span = { from: occupied.start, to: occupied.end, now };
    const own = besides === undefined ? {} : { besides };
    return slotsAt(wanted, now, await takenBetween(transaction, { ...span, ...own }));
  };
  // Most who are too late learn it here, without waiting for their turn.
  if ((await free()).length === 0) throw new Refusal('just-taken');
  const day = dayOf(start, catalogue.clinic.zone);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`clinic day ${day}`}, 0))`.execute(
    transaction,
  );
  await expireHolds(transaction, now);
  for (const slot of await free())
    for (const room of slot.rooms) {
      await sql`savepoint place`.execute(transaction);
      try {
        return await write(placeOf(wanted, slot, room));
      } catch (error) {
        const constraint = brokenExclusion(error);
        if (constraint === null) throw error;
        await sql`rollback to savepoint place`.execute(transaction);
        if (constraint === 'client_once') throw new Refusal('just-taken');
      }
    }
  throw new Refusal('just-taken');
};

/** Runs a booking and adds the next free starts to its refusal. */
export const withNextStarts = async <T>(
  book: () => Promise<T>,
  next: () => Promise<readonly Slot[]>,
): Promise<T> => {
  try {
    return await book();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'just-taken') throw error;
    throw new Refusal('just-taken', { next: await next() });
  }
};
