import { retried } from '../db/failures.ts';
import { type Appointment, changeAppointment, lockAppointment, termsOf } from './appointments.ts';
import type { ClinicContext } from './context.ts';
import { checkedLink, useLink } from './links.ts';
import { Refusal } from './refusal.ts';

/** Gives an appointment back by its single-use link and notes what of the deposit is kept. */
export const cancel = async (
  context: ClinicContext,
  id: string,
  token: string,
): Promise<Appointment> => {
  const link = checkedLink(context, token, { appointment: id, allowed: ['cancel'] });
  const { database, now } = context;
  return retried(() =>
    database.transaction().execute(async (transaction) => {
      const at = now();
      const booked = await lockAppointment(transaction, id);
      if (booked === null) throw new Refusal('unknown-appointment');
      if (booked.status === 'cancelled') throw new Refusal('already-cancelled');
      await useLink(transaction, link, at);
      if (booked.status !== 'confirmed') throw new Refusal('not-confirmed');
      if (booked.start <= at) throw new Refusal('already-begun');
      return changeAppointment(transaction, id, at, 'cancelled', {
        status: 'cancelled',
        sequence: booked.sequence + 1,
        deposit_kept: termsOf(booked, at).kept,
      });
    }),
  );
};
