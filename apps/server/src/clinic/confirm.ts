import { retried } from '../db/failures.ts';
import { queueAppointmentLetter } from '../mail/appointment-letter.ts';
import { type Appointment, changeAppointment, lockAppointment } from './appointments.ts';
import type { ClinicContext } from './context.ts';
import { checkedLink, createLink, type Link, openLinks } from './links.ts';
import { Refusal } from './refusal.ts';

export interface Confirmed {
  readonly appointment: Appointment;
  /** Each moves or cancels it, once. */
  readonly links: readonly Link[];
}

/** Makes a hold an appointment. Asked again, it answers the same, so that a lost answer can be fetched anew. */
export const confirm = async (
  context: ClinicContext,
  id: string,
  token: string,
): Promise<Confirmed> => {
  checkedLink(context, token, { appointment: id, allowed: ['confirm'] });
  const { database, now } = context;
  const confirmed = await retried(() =>
    database.transaction().execute(async (transaction) => {
      const at = now();
      const held = await lockAppointment(transaction, id);
      if (held === null) throw new Refusal('unknown-appointment');
      if (held.status === 'cancelled') throw new Refusal('already-cancelled');
      if (held.status === 'confirmed')
        return { appointment: held, links: await openLinks(transaction, id) };
      if (held.status === 'expired' || held.expiresAt! <= at) throw new Refusal('hold-expired');
      const appointment = await changeAppointment(transaction, id, at, 'confirmed', {
        status: 'confirmed',
        expires_at: null,
      });
      const until = { appointment: id, expiresAt: appointment.start };
      const links = [
        await createLink(context, transaction, { ...until, purpose: 'move' }),
        await createLink(context, transaction, { ...until, purpose: 'cancel' }),
      ];
      await queueAppointmentLetter(context, transaction, {
        kind: 'confirmed',
        appointment,
        links,
        at,
      });
      return { appointment, links };
    }),
  );
  context.nudge?.('mail');
  return confirmed;
};
