import type { DatabaseTransaction } from '../db/tables.ts';
import { type Appointment, lockAppointment } from './appointments.ts';
import { type Link, useLink } from './links.ts';
import { Refusal } from './refusal.ts';

/** Uses a link up and locks its appointment, which is confirmed and has not begun at `now` (ms); refuses otherwise. */
export const claim = async (
  transaction: DatabaseTransaction,
  link: Link,
  now: number,
): Promise<Appointment> => {
  const booked = await lockAppointment(transaction, link.appointment);
  if (booked === null) throw new Refusal('unknown-appointment');
  if (booked.status === 'cancelled') throw new Refusal('already-cancelled');
  await useLink(transaction, link, now);
  if (booked.status !== 'confirmed') throw new Refusal('not-confirmed');
  if (booked.start <= now) throw new Refusal('already-begun');
  return booked;
};
