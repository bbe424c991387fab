import { retried } from '../db/failures.ts';
import type { DatabaseTransaction } from '../db/tables.ts';
import { queueAppointmentLetter } from '../mail/appointment-letter.ts';
import { type Appointment, changeAppointment, findAppointment } from './appointments.ts';
import { loadCatalogue } from './catalogue-store.ts';
import { claim } from './claim.ts';
import type { Confirmed } from './confirm.ts';
import type { ClinicContext } from './context.ts';
import { nextStarts } from './free-starts.ts';
import { type IdempotentRequest, onceFor } from './idempotency.ts';
import { checkedLink, createLink, openLinks, useLinks } from './links.ts';
import { assertOffered, place, type Wanted, withNextStarts } from './place.ts';
import { Refusal } from './refusal.ts';

export interface MoveRequest {
  /** ms since 1970. */
  readonly start: number;
  readonly practitioner?: string;
}

/**
 * Moves a confirmed appointment by its single-use link: the old time is free and the new one taken in one step, or
 * nothing has changed and the link can be used again. A new link for moving comes back.
 */
export const move = async (
  context: ClinicContext,
  id: string,
  token: string,
  request: MoveRequest,
  idempotent: IdempotentRequest | null,
): Promise<Confirmed> => {
  const link = checkedLink(context, token, { appointment: id, allowed: ['move'] });
  const { database, now } = context;
  const catalogue = await loadCatalogue(database);
  const booked = await findAppointment(database, id);
  if (booked === null) throw new Refusal('unknown-appointment');
  const treatment = catalogue.treatments.find((one) => one.id === booked.treatment);
  if (treatment === undefined) throw new Refusal('unknown-treatment');
  return moveTo(context, id, { catalogue, treatment, ...request }, (transaction, work) =>
    onceFor(transaction, 'move', idempotent, now(), () =>
      work((at) => claim(transaction, link, at)),
    ),
  );
};

/** Gives the appointment that is to be moved, locked, or refuses; `at` in ms since 1970. */
type Claim = (at: number) => Promise<Appointment>;

/** Moves what `within` claims, in one transaction; adds the next free starts to its refusal. */
export const moveTo = async (
  context: ClinicContext,
  id: string,
  wanted: Wanted,
  within: (
    transaction: DatabaseTransaction,
    work: (claimed: Claim) => Promise<Confirmed>,
  ) => Promise<Confirmed>,
): Promise<Confirmed> => {
  const { database, now } = context;
  const moved = await withNextStarts(
    () =>
      retried(() =>
        database
          .transaction()
          .execute((transaction) =>
            within(transaction, (claimed) => moveIn(context, transaction, id, wanted, claimed)),
          ),
      ),
    () => nextStarts(database, { ...wanted, now: now(), besides: id }),
  );
  context.nudge?.('mail');
  context.nudge?.('waiting');
  return moved;
};

const moveIn = async (
  context: ClinicContext,
  transaction: DatabaseTransaction,
  id: string,
  wanted: Wanted,
  claimed: Claim,
): Promise<Confirmed> => {
  const at = context.now();
  assertOffered(wanted, at);
  const appointment = await place(transaction, wanted, { now: at, besides: id }, async (place) => {
    const booked = await claimed(at);
    const sequence = booked.sequence + 1;
    // A report was attached for one practitioner, and for nobody else.
    if (place.practitioner !== booked.practitioner)
      await transaction.deleteFrom('clinic.attachment').where('appointment', '=', id).execute();
    return changeAppointment(transaction, id, at, 'moved', { ...place, sequence });
  });
  await useLinks(transaction, id, at);
  const until = { appointment: id, expiresAt: appointment.start };
  await createLink(context, transaction, { ...until, purpose: 'move' });
  await createLink(context, transaction, { ...until, purpose: 'cancel' });
  const links = await openLinks(transaction, id);
  const { catalogue } = wanted;
  const letter = { kind: 'moved', appointment, links, at, catalogue } as const;
  await queueAppointmentLetter(context, transaction, letter);
  return { appointment, links };
};
