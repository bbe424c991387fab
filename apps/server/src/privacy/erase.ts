import { sql } from 'kysely';
import { noteAccess } from '../audit/accesses.ts';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import { everyTable, rowsWith } from './every-table.ts';
import { identifiersOf, type PersonName } from './person.ts';

/** What was done, and that nothing is left. */
export interface Erasure {
  /** Rows that held something of the person before, by table. */
  readonly before: Readonly<Record<string, number>>;
  /** How many tables were looked through afterwards; none held anything. */
  readonly tablesSearched: number;
  /** Past appointments that the clinic's books need, without whose they were. */
  readonly keptWithoutName: number;
}

/** Erases an account with all that belongs to it; the log of accesses stays and is nobody's. */
export const eraseAccount = async (
  transaction: DatabaseTransaction,
  account: string,
  now: number,
  by: 'operator' | 'person' = 'operator',
): Promise<void> => {
  await noteAccess(transaction, {
    at: now,
    person: account,
    actor: by === 'person' ? account : null,
    role: by,
    action: 'erased',
  });
  await sql`delete from account.ceremony where account = ${account}::uuid`.execute(transaction);
  // Passkeys, codes, sessions, roles, keys and shares go with it.
  await sql`delete from account.account where id = ${account}::uuid`.execute(transaction);
};

/** Appointments that took place stay in the books without a name; all else of the client goes. Says how many stay. */
const eraseClient = async (
  transaction: DatabaseTransaction,
  email: string,
  now: number,
  newId: () => string,
): Promise<readonly string[]> => {
  const kept = await sql<{ id: string }>`
    select a.id from clinic.appointment a join clinic.client c on c.id = a.client
    where c.email = ${email} and a.status = 'confirmed' and a.starts_at <= ${new Date(now)}`.execute(
    transaction,
  );
  const past = kept.rows.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    select a.id from clinic.appointment a join clinic.client c on c.id = a.client
    where c.email = ${email}`.execute(transaction);
  const all = rows.map(({ id }) => id);
  const gone = all.filter((id) => !past.includes(id));
  const owner = sql`(select id from clinic.client where email = ${email})`;
  const waiting = await sql<{ id: string }>`
    select id from clinic.waiting where client = ${owner}`.execute(transaction);
  const told = [...all, ...waiting.rows.map(({ id }) => id)];
  const statements = [
    sql`delete from clinic.waiting where client = ${owner} or offered = any(${gone}::uuid[])`,
    sql`delete from clinic.discount_use where appointment = any(${gone}::uuid[])`,
    sql`delete from clinic.attachment where appointment = any(${all}::uuid[])`,
    sql`delete from clinic.link where appointment = any(${all}::uuid[])`,
    sql`delete from clinic.appointment_event where appointment = any(${gone}::uuid[])`,
    sql`delete from zonula.idempotency where exists (
      select from unnest(${all}::text[]) as word where position(word in result::text) > 0)`,
    sql`delete from mail.outbox where lower(notice #>> '{notice,to,email}') = ${email} or exists (
      select from unnest(${told}::text[]) as word
      where position(word in about) > 0 or position(word in notice::text) > 0)`,
    sql`delete from newsletter.outbox where lower(notice ->> 'to') = ${email} or exists (
      select from newsletter.subscriber s where s.email = ${email}
        and (position(s.id::text in about) > 0 or position(s.id::text in notice::text) > 0))`,
    sql`delete from newsletter.subscriber where email = ${email}`,
    sql`delete from clinic.appointment where id = any(${gone}::uuid[])`,
  ];
  for (const statement of statements) await statement.execute(transaction);
  if (past.length > 0) {
    const nobody = newId();
    await sql`insert into clinic.client (id, email, created_at)
      values (${nobody}::uuid, ${`${nobody}@erased.invalid`}, ${new Date(now)})`.execute(
      transaction,
    );
    await sql`update clinic.appointment
      set client = ${nobody}::uuid, client_name = '', client_phone = null
      where id = any(${past}::uuid[])`.execute(transaction);
  }
  await sql`delete from clinic.client where email = ${email}`.execute(transaction);
  return past;
};

/**
 * Erases a person and then looks through every table for anything that is left of them: finding something undoes it
 * all and throws. null when nothing was kept of them.
 */
export const erasePerson = (
  database: Database,
  person: PersonName,
  { now, newId }: { readonly now: number; readonly newId: () => string },
): Promise<Erasure | null> =>
  database.transaction().execute(async (transaction) => {
    const words = await identifiersOf(transaction, person);
    if (words.length === 0) return null;
    const before = await rowsWith(transaction, words);
    let kept: readonly string[] = [];
    if (person.kind === 'account') await eraseAccount(transaction, person.account, now);
    else kept = await eraseClient(transaction, person.email, now, newId);
    const gone = words.filter((word) => !kept.includes(word));
    const left = await rowsWith(transaction, gone);
    if (left.length > 0)
      throw new Error(
        `not erased: something is left in ${left.map(({ table }) => table).join(', ')}`,
      );
    return {
      before: Object.fromEntries(before.map(({ table, rows }) => [table, rows.length])),
      tablesSearched: (await everyTable(transaction)).length,
      keptWithoutName: kept.length,
    };
  });
