import { type Language, newsletterWords } from '@zonula/clinic';
import { sql } from 'kysely';
import { loadCatalogue } from '../clinic/catalogue-store.ts';
import type { ClinicContext } from '../clinic/context.ts';
import { Refusal } from '../clinic/refusal.ts';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import { asNewsletter } from './as-newsletter.ts';
import { discountCode } from './discount.ts';
import type { NewsletterLetter } from './letters.ts';
import { addressDigest, isNewsletterToken } from './links.ts';

const day = 24 * 3_600_000;
/** How long somebody who asked may take to confirm. */
const confirmDays = 7;

const note = async (
  transaction: DatabaseTransaction,
  { linkSecret, now }: ClinicContext,
  step: 'asked' | 'confirmed' | 'left',
  { email, wording }: { readonly email: string; readonly wording: string },
): Promise<void> => {
  const address = addressDigest(linkSecret, email);
  await transaction
    .insertInto('newsletter.consent')
    .values({ address, step, wording, at: new Date(now()) })
    .execute();
};

const queue = async (
  transaction: DatabaseTransaction,
  { newId }: ClinicContext,
  about: string,
  letter: NewsletterLetter,
): Promise<void> => {
  const at = new Date(letter.at);
  await transaction
    .insertInto('newsletter.outbox')
    .values({ id: newId(), about, created_at: at, due_at: at, notice: JSON.stringify(letter) })
    .onConflict((conflict) => conflict.column('about').doNothing())
    .execute();
};

/** Who writes: looked up before the role is taken on, which cannot see it. */
const senderOf = async ({ database }: ClinicContext) => {
  const { clinic } = await loadCatalogue(database);
  const from = { name: clinic.name, email: clinic.contact.email };
  return { from, percent: clinic.newsletter.discountPercent };
};

/**
 * Somebody ticked the box: a mail asks whether it was them. The answer is the same whether the address is known or
 * not, and nobody is asked more than once a day. Refuses words that never stood beside the box.
 */
export const subscribe = async (
  context: ClinicContext,
  request: { readonly email: string; readonly language: Language; readonly wording: string },
): Promise<void> => {
  const { database, now, newId, mail } = context;
  if (mail === undefined) throw new Refusal('no-newsletter');
  if (newsletterWords(request.wording) === null)
    throw new Refusal('invalid', { detail: 'There is no such wording.' });
  const { from } = await senderOf(context);
  const at = now();
  const email = request.email.toLowerCase();
  await asNewsletter(database, async (transaction) => {
    const { rows } = await sql<{ id: string }>`
      insert into newsletter.subscriber as s (id, email, language, wording, asked_at)
      values (${newId()}, ${email}, ${request.language}, ${request.wording}, ${new Date(at)})
      on conflict (email) do update
        set language = excluded.language, wording = excluded.wording, asked_at = excluded.asked_at
        where s.confirmed_at is null and s.asked_at <= ${new Date(at - day)}
      returning id`.execute(transaction);
    const [subscriber] = rows;
    if (subscriber === undefined) return;
    const { id } = subscriber;
    await note(transaction, context, 'asked', { email, wording: request.wording });
    await queue(transaction, context, `confirm ${id} ${at}`, {
      kind: 'confirm',
      language: request.language,
      to: email,
      subscriber: id,
      from,
      wording: request.wording,
      at,
    });
  });
  context.nudge?.('mail');
};

/** Confirms by the link of the mail; again, it changes nothing. The code comes with the mail that follows. */
export const confirmSubscription = async (
  context: ClinicContext,
  id: string,
  token: string,
): Promise<Language> => {
  const { database, now, linkSecret } = context;
  if (!isNewsletterToken(token, linkSecret, 'confirm', id)) throw new Refusal('link-invalid');
  const { from, percent } = await senderOf(context);
  const at = now();
  const language = await asNewsletter(database, async (transaction) => {
    const subscriber = await transaction
      .selectFrom('newsletter.subscriber')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (subscriber === undefined) throw new Refusal('link-expired');
    const { email, wording, confirmed_at } = subscriber;
    if (confirmed_at !== null) return subscriber.language;
    await transaction
      .updateTable('newsletter.subscriber')
      .set({ confirmed_at: new Date(at) })
      .where('id', '=', id)
      .execute();
    await note(transaction, context, 'confirmed', { email, wording });
    await queue(transaction, context, `welcome ${id}`, {
      kind: 'welcome',
      language: subscriber.language,
      to: email,
      subscriber: id,
      from,
      percent,
      code: percent === 0 ? '' : discountCode(linkSecret, email),
      at,
    });
    return subscriber.language;
  });
  context.nudge?.('mail');
  return language;
};

/** Takes somebody off the list and forgets the address, also in mails that wait; again, it changes nothing. */
export const leaveNewsletter = async (
  context: ClinicContext,
  id: string,
  token: string,
): Promise<void> => {
  const { database, linkSecret } = context;
  if (!isNewsletterToken(token, linkSecret, 'leave', id)) throw new Refusal('link-invalid');
  await asNewsletter(database, async (transaction) => {
    const gone = await transaction
      .deleteFrom('newsletter.subscriber')
      .where('id', '=', id)
      .returning(['email', 'wording'])
      .executeTakeFirst();
    if (gone === undefined) return;
    await sql`delete from newsletter.outbox where notice ->> 'subscriber' = ${id}`.execute(
      transaction,
    );
    await note(transaction, context, 'left', gone);
  });
};

/**
 * Forgets whoever asked and has not confirmed within a week, also that they asked, and mails that went out or could not go out a month ago. Returns how
 * many.
 */
export const forgetUnconfirmed = (database: Database, now: number): Promise<number> =>
  asNewsletter(database, async (transaction) => {
    const before = new Date(now - confirmDays * day);
    const gone = await transaction
      .deleteFrom('newsletter.subscriber')
      .where('confirmed_at', 'is', null)
      .where('asked_at', '<', before)
      .returning('id')
      .execute();
    await sql`delete from newsletter.outbox where notice ->> 'subscriber' = any(${gone.map(({ id }) => id)}::text[])`.execute(
      transaction,
    );
    await sql`delete from newsletter.outbox where created_at < ${new Date(now - 30 * day)}`.execute(
      transaction,
    );
    // Asking alone proves nothing, and somebody else may have typed the address.
    await sql`delete from newsletter.consent where address in (
      select address from newsletter.consent group by address
      having max(at) < ${before} and bool_and(step = 'asked'))`.execute(transaction);
    return gone.length;
  });

/** For how many years it can be proven that somebody had agreed who has left since. */
const proofYears = 3;

/** Forgets the proofs of those who are not on the list any more, years after the last. Returns how many rows. */
export const forgetOldProofs = (
  { database, linkSecret }: Pick<ClinicContext, 'database' | 'linkSecret'>,
  now: number,
): Promise<number> =>
  asNewsletter(database, async (transaction) => {
    const subscribers = await transaction
      .selectFrom('newsletter.subscriber')
      .select('email')
      .where('confirmed_at', 'is not', null)
      .where('confirmed_at', '<', new Date(now - 365 * day))
      .execute();
    const here = subscribers.map(({ email }) =>
      Buffer.from(addressDigest(linkSecret, email)).toString('hex'),
    );
    const { numAffectedRows = 0n } = await sql`delete from newsletter.consent where address in (
      select address from newsletter.consent group by address
      having max(at) < ${new Date(now)}::timestamptz - ${proofYears} * interval '1 year')
      and encode(address, 'hex') <> all(${here}::text[])`.execute(transaction);
    return Number(numAffectedRows);
  });

/** What an issue says, in each language. */
export interface Issue {
  readonly subject: Readonly<Record<Language, string>>;
  readonly text: Readonly<Record<Language, string>>;
}

/**
 * Writes an issue down for everybody who has confirmed: all of them, there is no choosing. The same `key` sends it
 * once. Returns for how many it was written.
 */
export const sendIssue = async (
  context: ClinicContext,
  { subject, text }: Issue,
  key: string,
): Promise<number> => {
  const { database, now, newId, mail } = context;
  if (mail === undefined) throw new Refusal('no-newsletter');
  const { from } = await senderOf(context);
  const at = now();
  const id = newId();
  const written = await asNewsletter(database, async (transaction) => {
    const content = JSON.stringify({ subject, text });
    const created = await transaction
      .insertInto('newsletter.issue')
      .values({ id, key, content, created_at: new Date(at) })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('id')
      .execute();
    if (created.length === 0) {
      const { rows } = await sql<{ same: boolean }>`
        select content = ${content}::jsonb as same from newsletter.issue where key = ${key}`.execute(
        transaction,
      );
      if (rows[0]?.same !== true) throw new Refusal('key-reused');
      return 0;
    }
    const { rows } = await sql`
      insert into newsletter.outbox (id, about, created_at, due_at, notice)
      select gen_random_uuid(), 'issue ' || ${id} || ' ' || s.id, ${new Date(at)}, ${new Date(at)},
        jsonb_build_object('kind', 'issue', 'language', s.language, 'to', s.email, 'subscriber', s.id,
          'from', ${JSON.stringify(from)}::jsonb, 'at', ${at}::bigint,
          'subject', ${JSON.stringify(subject)}::jsonb ->> s.language,
          'text', ${JSON.stringify(text)}::jsonb ->> s.language)
      from newsletter.subscriber s where s.confirmed_at is not null
      returning id`.execute(transaction);
    return rows.length;
  });
  if (written > 0) context.nudge?.('mail');
  return written;
};
