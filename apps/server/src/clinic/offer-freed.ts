import { bookableDays, type Catalogue, type Slot } from '@zonula/clinic';
import { type Selectable, sql } from 'kysely';
import { retried } from '../db/failures.ts';
import type { MailTables } from '../db/mail-tables.ts';
import type { DatabaseTransaction } from '../db/tables.ts';
import { queueAppointmentLetter } from '../mail/appointment-letter.ts';
import { expireHolds } from './appointments.ts';
import { loadCatalogue } from './catalogue-store.ts';
import type { ClinicContext } from './context.ts';
import { freeStarts } from './free-starts.ts';
import { holdIn } from './hold.ts';
import { Refusal } from './refusal.ts';

type Waiting = Selectable<MailTables['clinic.waiting']>;

const minute = 60_000;

/** Whoever took their offer is done; whoever let it go waits on. */
const settleOffers = async (transaction: DatabaseTransaction): Promise<void> => {
  await sql`
    update clinic.waiting w
    set status = case a.status when 'expired' then 'waiting' else 'booked' end,
      offered = case a.status when 'expired' then null else w.offered end
    from clinic.appointment a
    where a.id = w.offered and w.status = 'offered' and a.status <> 'held'`.execute(transaction);
};

const firstFor = async (
  transaction: DatabaseTransaction,
  catalogue: Catalogue,
  waiting: Waiting,
  now: number,
): Promise<Slot | undefined> => {
  const treatment = catalogue.treatments.find(({ id }) => id === waiting.treatment);
  if (treatment === undefined) return undefined;
  const { practitioner } = waiting;
  const chosen = practitioner === null ? {} : { practitioner };
  const days = { from: waiting.from_day, to: waiting.until_day };
  const slots = await freeStarts(transaction, { catalogue, treatment, now, ...days, ...chosen });
  const offered = await transaction
    .selectFrom('clinic.waiting_offer')
    .select('starts_at')
    .where('waiting', '=', waiting.id)
    .execute();
  const known = new Set(offered.map(({ starts_at }) => starts_at.getTime()));
  return slots.find(({ start }) => !known.has(start));
};

const offer = async (
  context: ClinicContext,
  transaction: DatabaseTransaction,
  catalogue: Catalogue,
  waiting: Waiting,
  { start, practitioner }: Slot,
): Promise<void> => {
  const at = context.now();
  const treatment = catalogue.treatments.find(({ id }) => id === waiting.treatment)!;
  const { email } = await transaction
    .selectFrom('clinic.client')
    .select('email')
    .where('id', '=', waiting.client)
    .executeTakeFirstOrThrow();
  // Nobody can take what begins before they have read of it.
  const forMinutes = Math.min(
    catalogue.clinic.booking.offerMinutes,
    Math.floor((start - at) / minute),
  );
  const { appointment, link } = await holdIn(
    context,
    transaction,
    { catalogue, treatment, start, practitioner },
    { client: { name: waiting.client_name, email }, language: waiting.language, forMinutes },
  );
  await transaction
    .insertInto('clinic.waiting_offer')
    .values({ waiting: waiting.id, starts_at: new Date(start), offered_at: new Date(at) })
    .execute();
  await transaction
    .updateTable('clinic.waiting')
    .set({ status: 'offered', offered: appointment.id })
    .where('id', '=', waiting.id)
    .execute();
  await queueAppointmentLetter(context, transaction, {
    kind: 'offered',
    appointment,
    links: [link],
    at,
    waiting: waiting.id,
    catalogue,
  });
};

/** Offers one start to the first who can have one; false when there is none. */
const offerNext = (context: ClinicContext): Promise<boolean> =>
  context.database.transaction().execute(async (transaction) => {
    const at = context.now();
    await sql`select pg_advisory_xact_lock(hashtextextended('waiting list', 0))`.execute(
      transaction,
    );
    await expireHolds(transaction, at);
    await settleOffers(transaction);
    const catalogue = await loadCatalogue(transaction);
    const { from } = bookableDays(catalogue, at);
    const line = await transaction
      .selectFrom('clinic.waiting')
      .selectAll()
      .where('status', '=', 'waiting')
      .where('until_day', '>=', from)
      .orderBy('joined_at')
      .orderBy('id')
      .execute();
    for (const waiting of line) {
      const slot = await firstFor(transaction, catalogue, waiting, at);
      if (slot === undefined) continue;
      await sql`savepoint offer`.execute(transaction);
      try {
        await offer(context, transaction, catalogue, waiting, slot);
        return true;
      } catch (error) {
        // Somebody else was quicker, or the person is elsewhere at that time.
        if (!(error instanceof Refusal) || error.code !== 'just-taken') throw error;
        await sql`rollback to savepoint offer`.execute(transaction);
      }
    }
    return false;
  });

/**
 * Keeps starts that became free for those who wait, in the order in which they joined, and writes to them. An offer
 * that nobody took goes to the next; what somebody has let go is not offered to them again. Returns how many.
 */
export const offerFreed = async (
  context: ClinicContext,
  isOver: () => boolean = () => false,
): Promise<number> => {
  if (context.mail === undefined) return 0;
  let offers = 0;
  while (!isOver() && (await retried(() => offerNext(context)))) offers++;
  if (offers > 0) context.nudge?.('mail');
  return offers;
};
