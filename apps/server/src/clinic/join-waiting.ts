import { addDays, bookableDays, daysBetween, type Language } from '@zonula/clinic';
import { retried } from '../db/failures.ts';
import { queueLetter } from '../mail/outbox.ts';
import { loadCatalogue } from './catalogue-store.ts';
import type { ClinicContext } from './context.ts';
import { freeStarts } from './free-starts.ts';
import { assertSuitable, clientWith, type HoldRequest } from './hold.ts';
import { Refusal } from './refusal.ts';

export interface JoinRequest {
  readonly treatment: string;
  readonly practitioner?: string;
  /** Days by the clinic's clock, both included. */
  readonly from: string;
  readonly until: string;
  readonly client: { readonly name: string; readonly email: string };
  readonly language: Language;
  readonly answers: HoldRequest['answers'];
  /** Which words the person agreed to. */
  readonly consent: string;
}

const mostDays = 90;

/**
 * Puts somebody on the waiting list and writes to them how to leave it. Whoever waits for the same already stays where
 * they are, and the caller is not told so: a list would tell who else is on it. Refuses while something is free.
 */
export const joinWaiting = async (context: ClinicContext, request: JoinRequest): Promise<void> => {
  const { database, now, newId, mail } = context;
  if (mail === undefined) throw new Refusal('no-waiting-list');
  const catalogue = await loadCatalogue(database);
  const treatment = catalogue.treatments.find(({ id }) => id === request.treatment);
  if (treatment === undefined) throw new Refusal('unknown-treatment');
  const { practitioner } = request;
  if (practitioner !== undefined && !treatment.practitioners.includes(practitioner))
    throw new Refusal('invalid', { detail: 'This practitioner does not give it.' });
  assertSuitable(treatment, request.answers);
  const bookable = bookableDays(catalogue, now());
  const from = [request.from, bookable.from].sort()[1]!;
  const latest = [addDays(from, mostDays), bookable.to].sort()[0]!;
  if (request.until > latest || daysBetween(from, request.until) < 0)
    throw new Refusal('invalid', {
      detail: `The days must lie between ${bookable.from} and ${latest}.`,
    });
  const chosen = practitioner === undefined ? {} : { practitioner };
  const question = { catalogue, treatment, from, to: request.until, now: now(), ...chosen };
  const free = await freeStarts(database, { ...question, enough: 3 });
  if (free.length > 0) throw new Refusal('starts-free', { next: free.slice(0, 3) });
  await retried(() =>
    database.transaction().execute(async (transaction) => {
      const client = await clientWith(context, transaction, request.client.email);
      const waits = await transaction
        .selectFrom('clinic.waiting')
        .select('id')
        .where('client', '=', client)
        .where('treatment', '=', treatment.id)
        .where('status', 'in', ['waiting', 'offered'])
        .executeTakeFirst();
      if (waits !== undefined) return;
      const [id, at] = [newId(), now()];
      await transaction
        .insertInto('clinic.waiting')
        .values({
          id,
          client,
          client_name: request.client.name,
          language: request.language,
          treatment: treatment.id,
          practitioner: practitioner ?? null,
          from_day: from,
          until_day: request.until,
          consent_wording: request.consent,
          joined_at: new Date(at),
          status: 'waiting',
          offered: null,
        })
        .execute();
      const { name, contact } = catalogue.clinic;
      const notice = {
        kind: 'joined',
        language: request.language,
        to: request.client,
        clinic: { name, ...contact },
        from,
        until: request.until,
        at,
      } as const;
      const letter = { notice, links: [], waiting: id };
      await queueLetter(context, transaction, { about: `waiting ${id}`, letter });
    }),
  );
  context.nudge?.('mail');
};
