import type { Language, Treatment } from '@zonula/clinic';
import { retried } from '../db/failures.ts';
import type { DatabaseTransaction } from '../db/tables.ts';
import {
  type Appointment,
  changeAppointment,
  findAppointment,
  lockAppointment,
  noteEvent,
} from './appointments.ts';
import { loadCatalogue } from './catalogue-store.ts';
import type { ClinicContext } from './context.ts';
import { nextStarts } from './free-starts.ts';
import { type IdempotentRequest, onceFor } from './idempotency.ts';
import { checkedLink, createLink, type Link, useLinks } from './links.ts';
import { assertOffered, place, type Wanted, withNextStarts } from './place.ts';
import { redeem } from './redeem.ts';
import { Refusal } from './refusal.ts';

export interface HoldRequest {
  readonly treatment: string;
  /** ms since 1970. */
  readonly start: number;
  readonly practitioner?: string;
  readonly client: { readonly name: string; readonly email: string; readonly phone?: string };
  /** A code of the newsletter, for a first appointment. */
  readonly discount?: string;
  /** An earlier hold of the same person, by its link: it is let go when this one is there. */
  readonly replaces?: { readonly id: string; readonly link: string };
  /** In which mails are written. */
  readonly language: Language;
  /** Whether each of the treatment's contra-indications applies; looked at and never kept. */
  readonly answers: readonly { readonly id: string; readonly applies: boolean }[];
}

export interface Held {
  readonly appointment: Appointment;
  /** Confirms it. */
  readonly link: Link;
}

/** How long after a hold has ended its link still tells what became of it. */
const linkGraceMs = 24 * 3_600_000;

/** Refuses whoever has not answered a treatment's questions, or answered yes: nothing is sold to them. */
export const assertSuitable = (
  { contraindications }: Treatment,
  answers: HoldRequest['answers'],
): void => {
  for (const { id, advice } of contraindications) {
    const own = answers.filter((answer) => answer.id === id);
    if (own.some(({ applies }) => applies)) throw new Refusal('ask-the-clinic', { detail: advice });
    if (own.length === 0) throw new Refusal('question-unanswered', { detail: id });
  }
};

/** Keeps a start for somebody while they confirm. The same `idempotent` key gives the same hold. `permit` may refuse a new one. */
export const hold = async (
  context: ClinicContext,
  request: HoldRequest,
  idempotent: IdempotentRequest,
  permit: (transaction: DatabaseTransaction) => Promise<void> = async () => {},
): Promise<Held> => {
  const { database, now } = context;
  const catalogue = await loadCatalogue(database);
  const treatment = catalogue.treatments.find(({ id }) => id === request.treatment);
  if (treatment === undefined) throw new Refusal('unknown-treatment');
  assertSuitable(treatment, request.answers);
  const chosen = request.practitioner === undefined ? {} : { practitioner: request.practitioner };
  const wanted: Wanted = { catalogue, treatment, start: request.start, ...chosen };
  return withNextStarts(
    () =>
      retried(() =>
        database.transaction().execute((transaction) =>
          onceFor(transaction, 'hold', idempotent, now(), async () => {
            assertOffered(wanted, now());
            await permit(transaction);
            if (request.replaces !== undefined) await letGo(context, transaction, request.replaces);
            return holdIn(context, transaction, wanted, request);
          }),
        ),
      ),
    () => nextStarts(database, { ...wanted, now: now() }),
  );
};

/** Lets an earlier hold go, in the transaction of the one that takes its place; one that is confirmed or over stays. */
const letGo = async (
  context: ClinicContext,
  transaction: DatabaseTransaction,
  { id, link }: NonNullable<HoldRequest['replaces']>,
): Promise<void> => {
  checkedLink(context, link, { appointment: id, allowed: ['confirm'] });
  const at = context.now();
  const held = await lockAppointment(transaction, id);
  if (held?.status !== 'held') return;
  await changeAppointment(transaction, id, at, 'expired', { status: 'expired', expires_at: null });
  await useLinks(transaction, id, at);
};

/** What a code takes off, in the smallest unit; the deposit stays payable. */
const discountOn = ({ catalogue, treatment: { price, deposit } }: Wanted): number => {
  const { discountPercent } = catalogue.clinic.newsletter;
  return Math.min(Math.floor((price * discountPercent) / 100), price - deposit);
};

/** Whose a hold is; kept for so many minutes, as the clinic's rules say unless they are given. */
type Whose = Pick<HoldRequest, 'client' | 'language' | 'discount'> & {
  readonly forMinutes?: number;
};

/** Writes a hold in a transaction of the caller, with a link that confirms it. */
export const holdIn = async (
  context: ClinicContext,
  transaction: DatabaseTransaction,
  wanted: Wanted,
  whose: Whose,
): Promise<Held> => {
  const { id, expiresAt } = await writeHold(context, transaction, wanted, whose);
  const link = await createLink(context, transaction, {
    appointment: id,
    purpose: 'confirm',
    expiresAt: expiresAt + linkGraceMs,
  });
  const appointment = await findAppointment(transaction, id);
  return { appointment: appointment!, link };
};

/** Writes a hold that nobody has a link for. `expiresAt` is ms since 1970. */
export const writeHold = async (
  context: ClinicContext,
  transaction: DatabaseTransaction,
  wanted: Wanted,
  { client, language, discount, forMinutes = wanted.catalogue.clinic.booking.holdMinutes }: Whose,
): Promise<{ readonly id: string; readonly expiresAt: number }> => {
  const at = context.now();
  const { clinic } = wanted.catalogue;
  const id = context.newId();
  const expiresAt = at + forMinutes * 60_000;
  const taken = discount === undefined ? 0 : discountOn(wanted);
  // A code that takes nothing off stays with whoever has it.
  if (discount !== undefined && taken === 0) throw new Refusal('discount-invalid');
  const owner = await clientWith(context, transaction, client.email);
  await place(transaction, wanted, { now: at }, (place) =>
    transaction
      .insertInto('clinic.appointment')
      .values({
        id,
        ...place,
        treatment: wanted.treatment.id,
        client: owner,
        client_name: client.name,
        client_phone: client.phone ?? null,
        language,
        status: 'held',
        expires_at: new Date(expiresAt),
        price: wanted.treatment.price,
        discount: taken,
        deposit: wanted.treatment.deposit,
        currency: clinic.currency,
        cancellation: JSON.stringify(clinic.cancellation),
        created_at: new Date(at),
        changed_at: new Date(at),
      })
      .execute(),
  );
  if (discount !== undefined) {
    const use = {
      secret: context.linkSecret,
      code: discount,
      appointment: id,
      client: owner,
      now: at,
    };
    await redeem(transaction, use);
  }
  await noteEvent(transaction, { id, sequence: 0 }, 'held', at);
  return { id, expiresAt };
};

/** The one client of an address; kept from being forgotten until the transaction ends. */
export const clientWith = async (
  context: Pick<ClinicContext, 'newId' | 'now'>,
  transaction: DatabaseTransaction,
  address: string,
): Promise<string> => {
  const { newId, now } = context;
  const email = address.toLowerCase();
  await transaction
    .insertInto('clinic.client')
    .values({ id: newId(), email, created_at: new Date(now()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await transaction
    .selectFrom('clinic.client')
    .select('id')
    .where('email', '=', email)
    .forKeyShare()
    .executeTakeFirst();
  // It may have been forgotten between the two statements.
  return kept?.id ?? clientWith(context, transaction, address);
};
