import { type Catalogue, type Slot, type Treatment, treatmentSchema } from '@zonula/clinic';
import { retried } from '../db/failures.ts';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import { type Appointment, findAppointment, lockAppointment, termsOf } from './appointments.ts';
import { cancelBy } from './cancel.ts';
import { loadCatalogue } from './catalogue-store.ts';
import type { ClinicContext } from './context.ts';
import { noteDeskAction } from './desk-actions.ts';
import { freeStarts } from './free-starts.ts';
import { type MoveRequest, moveTo } from './move.ts';
import { Refusal } from './refusal.ts';

/** Who changes an appointment at the desk, and what they have seen of it. */
export interface DeskChange {
  readonly account: string;
  /** The appointment's `sequence`; another one refuses with `changed-meanwhile`. */
  readonly expected: number;
}

/** Locks a confirmed appointment that has not begun at `at` (ms) and is still as it was seen. */
const claimAtDesk = async (
  transaction: DatabaseTransaction,
  id: string,
  expected: number,
  at: number,
): Promise<Appointment> => {
  const booked = await lockAppointment(transaction, id);
  if (booked === null) throw new Refusal('unknown-appointment');
  if (booked.sequence !== expected) throw new Refusal('changed-meanwhile');
  if (booked.status === 'cancelled') throw new Refusal('already-cancelled');
  if (booked.status !== 'confirmed') throw new Refusal('not-confirmed');
  if (booked.start <= at) throw new Refusal('already-begun');
  return booked;
};

/** The desk needs no notice and may look two years ahead. */
export const atDesk = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  clinic: {
    ...catalogue.clinic,
    booking: { ...catalogue.clinic.booking, noticeMinutes: 0, daysAhead: 730 },
  },
});

/** A treatment as it was offered last, also when it is not any more: who had booked it can still be given another time. */
const treatmentOf = async (database: Database, id: string): Promise<Treatment> => {
  const row = await database
    .selectFrom('clinic.treatment')
    .select('document')
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('unknown-treatment');
  return treatmentSchema.parse(row.document);
};

const movable = async (database: Database, id: string) => {
  const booked = await findAppointment(database, id);
  if (booked === null) throw new Refusal('unknown-appointment');
  const catalogue = atDesk(await loadCatalogue(database));
  return { catalogue, treatment: await treatmentOf(database, booked.treatment) };
};

/** Where an appointment could be moved from one day to another, by the clinic's clock. */
export const startsToMoveTo = async (
  { database, now }: ClinicContext,
  id: string,
  days: { readonly from: string; readonly to: string; readonly practitioner?: string },
): Promise<Slot[]> =>
  freeStarts(database, { ...(await movable(database, id)), ...days, besides: id, now: now() });

/** Moves an appointment; its old links are used up, and the mail to the client has new ones. */
export const moveAtDesk = async (
  context: ClinicContext,
  id: string,
  request: MoveRequest,
  { account, expected }: DeskChange,
): Promise<Appointment> => {
  const wanted = { ...(await movable(context.database, id)), ...request };
  const { appointment } = await moveTo(context, id, wanted, async (transaction, work) => {
    const moved = await work((at) => claimAtDesk(transaction, id, expected, at));
    const at = context.now();
    await noteDeskAction(transaction, { at, account, action: 'moved', appointment: id });
    return moved;
  });
  return appointment;
};

/** Cancels an appointment: nothing of the deposit is kept unless it is for the client. The client gets a mail. */
export const cancelAtDesk = (
  context: ClinicContext,
  id: string,
  by: 'clinic' | 'client',
  { account, expected }: DeskChange,
): Promise<Appointment> =>
  cancelBy(context, async (transaction, at) => {
    const booked = await claimAtDesk(transaction, id, expected, at);
    await noteDeskAction(transaction, { at, account, action: 'cancelled', appointment: id });
    return { booked, kept: by === 'client' ? termsOf(booked, at).kept : 0 };
  });

/**
 * Notes that nobody came to an appointment that has begun, or takes that back. Whoever did not come is treated as one
 * who cancelled too late: the clinic keeps the deposit where it was agreed.
 */
export const noteAttendance = (
  { database, now }: ClinicContext,
  id: string,
  missed: boolean,
  account: string,
): Promise<void> =>
  retried(() =>
    database.transaction().execute(async (transaction) => {
      const booked = await lockAppointment(transaction, id);
      if (booked === null) throw new Refusal('unknown-appointment');
      if (booked.status !== 'confirmed') throw new Refusal('not-confirmed');
      const at = now();
      if (booked.start > at) throw new Refusal('not-begun');
      if (booked.missed === missed) return;
      const kept = missed ? termsOf(booked, at).kept : 0;
      await transaction
        .updateTable('clinic.appointment')
        .set({ missed, deposit_kept: kept, changed_at: new Date(at) })
        .where('id', '=', id)
        .execute();
      const action = missed ? 'missed' : 'came';
      await noteDeskAction(transaction, { at, account, action, appointment: id });
    }),
  );
