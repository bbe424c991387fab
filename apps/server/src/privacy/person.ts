import { sql } from 'kysely';
import type { DatabaseTransaction } from '../db/tables.ts';

/** Somebody whose data are asked for: an account by its id, or a client of the clinic by their e-mail address. */
export type PersonName =
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'client'; readonly email: string };

/** Reads what was typed; null for what is neither. */
export const personNamed = (text: string): PersonName | null => {
  const name = text.trim().toLowerCase();
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(name))
    return { kind: 'account', account: name };
  // The pattern leaves out double quotes and backslashes, which no address that we took can have.
  return /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9.-]+$/u.test(name)
    ? { kind: 'client', email: name }
    : null;
};

/** All words by which the tables know the person: ids and addresses. Empty when nothing is kept of them. */
export const identifiersOf = async (
  transaction: DatabaseTransaction,
  person: PersonName,
): Promise<string[]> => {
  const { rows } =
    person.kind === 'account'
      ? await sql<{ word: string }>`
          select id::text as word from account.account where id = ${person.account}::uuid
          union select id from account.passkey where account = ${person.account}::uuid
          union select id::text from account.session where account = ${person.account}::uuid
          union select id::text from sharing.clinician_key where account = ${person.account}::uuid
          union select id::text from sharing.share where person = ${person.account}::uuid`.execute(
          transaction,
        )
      : await sql<{ word: string }>`
          with client as (select id from clinic.client where email = ${person.email}),
            booked as (select a.id from clinic.appointment a join client c on a.client = c.id),
            waiting as (select w.id from clinic.waiting w join client c on w.client = c.id),
            subscriber as (select id from newsletter.subscriber where email = ${person.email})
          select id::text as word from client
          union select id::text from booked
          union select l.id::text from clinic.link l join booked b on l.appointment = b.id
          union select id::text from waiting
          union select id::text from subscriber
          union select ${person.email} where exists (select from client)
            or exists (select from subscriber)
            or exists (select from mail.outbox where lower(notice #>> '{notice,to,email}') = ${person.email})`.execute(
          transaction,
        );
  return rows.map(({ word }) => word);
};
