import { retried } from '../db/failures.ts';
import type { DatabaseTransaction } from '../db/tables.ts';
import { queueAppointmentLetter } from '../mail/appointment-letter.ts';
import { type Appointment, changeAppointment, lockAppointment } from './appointments.ts';
import type { ClinicContext } from './context.ts';
import { checkedLink, createLink, type Link, openLinks, useLink } from './links.ts';
import { Refusal } from './refusal.ts';

export interface Confirmed {
  readonly appointment: Appointment;
  /** Each moves or cancels it, once. */
  readonly links: readonly Link[];
}

/** For how long the answer of a link that was used can be fetched anew, where it was lost on its way. */
const replayMs = 10 * 60_000;

/**
 * Makes a hold an appointment, by a link that is used up then: asked again it answers the same for ten minutes, while
 * nothing was changed since, and refuses with `link-used` afterwards.
 */
export const confirm = async (
  context: ClinicContext,
  id: string,
  token: string,
): Promise<Confirmed> => {
  const link = checkedLink(context, token, { appointment: id, allowed: ['confirm'] });
  const { database, now } = context;
  const confirmed = await retried(() =>
    database.transaction().execute(async (transaction) => {
      const at = now();
      const held = await lockAppointment(transaction, id);
      if (held === null) throw new Refusal('unknown-appointment');
      if (held.status === 'cancelled') throw new Refusal('already-cancelled');
      if (held.status === 'confirmed') {
        await assertJustUsed(transaction, link, held, at);
        return { appointment: held, links: await openLinks(transaction, id) };
      }
      if (held.status === 'expired' || held.expiresAt! <= at) throw new Refusal('hold-expired');
      await useLink(transaction, link, at);
      return confirmIn(context, transaction, id, at);
    }),
  );
  context.nudge?.('mail');
  return confirmed;
};

/** Makes a hold that is locked an appointment, with its links and the mail to the client; `at` in ms since 1970. */
export const confirmIn = async (
  context: ClinicContext,
  transaction: DatabaseTransaction,
  id: string,
  at: number,
): Promise<Confirmed> => {
  const appointment = await changeAppointment(transaction, id, at, 'confirmed', {
    status: 'confirmed',
    expires_at: null,
  });
  const until = { appointment: id, expiresAt: appointment.start };
  const links = [
    await createLink(context, transaction, { ...until, purpose: 'move' }),
    await createLink(context, transaction, { ...until, purpose: 'cancel' }),
  ];
  await queueAppointmentLetter(context, transaction, { kind: 'confirmed', appointment, links, at });
  return { appointment, links };
};

const assertJustUsed = async (
  transaction: DatabaseTransaction,
  { id }: Link,
  { sequence }: Appointment,
  now: number,
): Promise<void> => {
  const kept = await transaction
    .selectFrom('clinic.link')
    .select('used_at')
    .where('id', '=', id)
    .executeTakeFirst();
  const usedAt = kept?.used_at?.getTime() ?? Number.NEGATIVE_INFINITY;
  if (sequence > 0 || usedAt + replayMs <= now) throw new Refusal('link-used');
};
