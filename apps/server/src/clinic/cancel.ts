import { retried } from '../db/failures.ts';
import type { DatabaseTransaction } from '../db/tables.ts';
import { queueAppointmentLetter } from '../mail/appointment-letter.ts';
import { type Appointment, changeAppointment, termsOf } from './appointments.ts';
import { claim } from './claim.ts';
import type { ClinicContext } from './context.ts';
import { checkedLink, useLinks } from './links.ts';

/** Gives an appointment back by its single-use link and notes what of the deposit is kept. */
export const cancel = (context: ClinicContext, id: string, token: string): Promise<Appointment> => {
  const link = checkedLink(context, token, { appointment: id, allowed: ['cancel'] });
  return cancelBy(context, async (transaction, at) => {
    const booked = await claim(transaction, link, at);
    return { booked, kept: termsOf(booked, at).kept };
  });
};

/** Cancels what `claimed` gives, locked, and keeps so much of its deposit; `at` in ms since 1970. */
export const cancelBy = async (
  context: ClinicContext,
  claimed: (
    transaction: DatabaseTransaction,
    at: number,
  ) => Promise<{ readonly booked: Appointment; readonly kept: number }>,
): Promise<Appointment> => {
  const { database, now } = context;
  const appointment = await retried(() =>
    database.transaction().execute(async (transaction) => {
      const at = now();
      const { booked, kept } = await claimed(transaction, at);
      const { id } = booked;
      // Nobody needs to read any more what the clinic was to read before.
      await transaction.deleteFrom('clinic.attachment').where('appointment', '=', id).execute();
      const cancelled = await changeAppointment(transaction, id, at, 'cancelled', {
        status: 'cancelled',
        sequence: booked.sequence + 1,
        deposit_kept: kept,
      });
      await useLinks(transaction, id, at);
      const letter = { kind: 'cancelled', appointment: cancelled, links: [], at } as const;
      await queueAppointmentLetter(context, transaction, letter);
      return cancelled;
    }),
  );
  context.nudge?.('mail');
  context.nudge?.('waiting');
  return appointment;
};
