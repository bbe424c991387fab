import { retried } from '../db/failures.ts';
import { queueAppointmentLetter } from '../mail/appointment-letter.ts';
import { type Appointment, changeAppointment, termsOf } from './appointments.ts';
import { claim } from './claim.ts';
import type { ClinicContext } from './context.ts';
import { checkedLink } from './links.ts';

/** Gives an appointment back by its single-use link and notes what of the deposit is kept. */
export const cancel = async (
  context: ClinicContext,
  id: string,
  token: string,
): Promise<Appointment> => {
  const link = checkedLink(context, token, { appointment: id, allowed: ['cancel'] });
  const { database, now } = context;
  const appointment = await retried(() =>
    database.transaction().execute(async (transaction) => {
      const at = now();
      const booked = await claim(transaction, link, at);
      const cancelled = await changeAppointment(transaction, id, at, 'cancelled', {
        status: 'cancelled',
        sequence: booked.sequence + 1,
        deposit_kept: termsOf(booked, at).kept,
      });
      // Nobody needs to read any more what the clinic was to read before.
      await transaction.deleteFrom('clinic.attachment').where('appointment', '=', id).execute();
      const letter = { kind: 'cancelled', appointment: cancelled, links: [], at } as const;
      await queueAppointmentLetter(context, transaction, letter);
      return cancelled;
    }),
  );
  context.nudge?.('mail');
  context.nudge?.('waiting');
  return appointment;
};
