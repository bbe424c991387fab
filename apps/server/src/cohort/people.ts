import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Consent } from '@zonula/cohort';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/tables.ts';

export interface PersonData {
  readonly person: string;
  /** A tidy diary. */
  readonly diary?: string;
  /** Finished trials by the hash of their plan. */
  readonly trials?: readonly { readonly id: string; readonly document: unknown }[];
}

type Connection = Database | DatabaseTransaction;

/** SHA-256 of a diary, hex. */
export const diaryDigest = (text: string): string =>
  createHash('sha256').update(text).digest('hex');

/** Whether somebody's data may be used: an agreement that was not taken back. For `where`. */
const agreed = (person: string, purpose?: string) => sql<boolean>`exists (
  select from cohort.consent c where c.person = ${sql.ref(person)} and c.withdrawn is null
  ${purpose === undefined ? sql`` : sql`and c.purpose = ${purpose}`})`;

/**
 * Keeps consents. What was withdrawn stays withdrawn: only another wording, agreed to anew, brings a person back. Whoever has no consent left
 * is forgotten with all that was computed from their data.
 */
export const saveConsents = (database: Database, consents: readonly Consent[]): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    // One statement cannot change a row twice.
    const last = new Map(
      consents.map((one) => [JSON.stringify([one.person, one.purpose, one.wording]), one]),
    );
    const all = [...last.values()];
    const column = (of: (consent: Consent) => string | null) => all.map(of);
    await sql`insert into cohort.consent
      select * from unnest(
        ${column((one) => one.person)}::text[], ${column((one) => one.purpose)}::text[], ${column((one) => one.wording)}::text[],
        ${column((one) => one.given)}::date[], ${column((one) => one.withdrawn)}::date[])
      on conflict (person, purpose, wording) do update set
        given = coalesce(consent.given, excluded.given),
        withdrawn = coalesce(consent.withdrawn, excluded.withdrawn)`.execute(transaction);
    await forget(transaction, [...new Set(column((one) => one.person))] as string[]);
  });

/** Takes back what people agreed to until that day, for one purpose or for all. Returns how many consents that ended. */
export const withdraw = (
  database: Database,
  people: readonly string[],
  { purpose, on }: { readonly purpose?: string; readonly on: string },
): Promise<number> =>
  database.transaction().execute(async (transaction) => {
    const { numAffectedRows = 0n } =
      await sql`update cohort.consent set withdrawn = ${on}::date where person = any(${people}::text[]) and withdrawn is null
        and (given is null or given <= ${on}::date) ${purpose === undefined ? sql`` : sql`and purpose = ${purpose}`}`.execute(
        transaction,
      );
    await forget(transaction, people);
    return Number(numAffectedRows);
  });

/** Removes what may no longer be used: the data of those without any consent, and results of purposes that were taken back. */
const forget = async (
  transaction: DatabaseTransaction,
  people: readonly string[],
): Promise<void> => {
  await sql`delete from cohort.person p where p.person = any(${people}::text[]) and not ${agreed('p.person')}`.execute(
    transaction,
  );
  await sql`delete from cohort.result r using cohort.run where run.id = r.run and r.person = any(${people}::text[])
    and not exists (select from cohort.consent c where c.person = r.person and c.purpose = run.purpose and c.withdrawn is null)`.execute(
    transaction,
  );
};

/**
 * Keeps what people gave, in the place of what was there of them; of those without a consent nothing. Returns how many
 * were kept. A few hundred people at a time.
 */
export const savePeople = (database: Database, people: readonly PersonData[]): Promise<number> =>
  database.transaction().execute(async (transaction) => {
    const names = people.map(({ person }) => person);
    const { rows } = await sql<{ person: string }>`
      insert into cohort.person select p.person, '' from unnest(${names}::text[]) as p(person) where ${agreed('p.person')}
      on conflict (person) do update set input = person.input returning person`.execute(
      transaction,
    );
    const allowed = new Set(rows.map(({ person }) => person));
    const diaries = people.flatMap(({ person, diary }) =>
      diary !== undefined && allowed.has(person) ? [{ person, diary }] : [],
    );
    await sql`insert into cohort.diary
      select person, sha256, decode(content, 'base64') from unnest(
        ${diaries.map(({ person }) => person)}::text[], ${diaries.map(({ diary }) => diaryDigest(diary))}::text[],
        ${diaries.map(({ diary }) => gzipSync(diary).toString('base64'))}::text[]) as d(person, sha256, content)
      on conflict (person) do update set sha256 = excluded.sha256, content = excluded.content
      where diary.sha256 <> excluded.sha256`.execute(transaction);
    const trials = people.flatMap(({ person, trials = [] }) =>
      allowed.has(person) ? trials.map((trial) => ({ person, ...trial })) : [],
    );
    await sql`insert into cohort.trial
      select * from unnest(
        ${trials.map(({ person }) => person)}::text[], ${trials.map(({ id }) => id)}::text[],
        ${trials.map(({ document }) => JSON.stringify(document))}::jsonb[])
      on conflict (person, id) do update set document = excluded.document`.execute(transaction);
    await sql`update cohort.person p set input = encode(sha256(convert_to(
        coalesce((select d.sha256 from cohort.diary d where d.person = p.person), '') || coalesce(
          (select string_agg(t.id || t.document::text, ' ' order by t.id) from cohort.trial t where t.person = p.person), ''),
        'UTF8')), 'hex')
      where p.person = any(${[...allowed]}::text[])`.execute(transaction);
    return allowed.size;
  });

/** Forgets people whose data are no longer given; their consents stay on record. */
export const removeOthers = async (database: Database, kept: readonly string[]): Promise<void> => {
  await sql`delete from cohort.person where person <> all(${kept}::text[])`.execute(database);
};

/** Digests of the diaries that are kept of these people. */
export const diaryDigests = async (
  database: Database,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ person: string; sha256: string }>`
    select person, sha256 from cohort.diary where person = any(${people}::text[])`.execute(
    database,
  );
  return new Map(rows.map(({ person, sha256 }) => [person, sha256]));
};

export interface StoredPerson {
  readonly input: string;
  readonly diary: string | null;
  readonly trials: readonly unknown[];
}

/** What a person gave, or null where nothing may be used for this purpose (any more). */
export const loadPerson = async (
  database: Connection,
  person: string,
  purpose: string,
): Promise<StoredPerson | null> => {
  const { rows } = await sql<{ input: string; content: Uint8Array | null; trials: unknown[] }>`
    select p.input, d.content,
      coalesce((select jsonb_agg(t.document order by t.id) from cohort.trial t where t.person = p.person), '[]') as trials
    from cohort.person p left join cohort.diary d on d.person = p.person
    where p.person = ${person} and ${agreed('p.person', purpose)}`.execute(database);
  const [row] = rows;
  if (row === undefined) return null;
  const { input, content, trials } = row;
  return { input, trials, diary: content === null ? null : gunzipSync(content).toString('utf8') };
};

/** How many people may be analysed for a purpose, and a digest of what went in; single digests would tell who is in it. */
export const inputsOf = async (
  database: Connection,
  purpose: string,
): Promise<{ readonly people: number; readonly digest: string }> => {
  const hash = createHash('sha256');
  let people = 0;
  for (let last = ''; ; ) {
    const { rows } = await sql<{ person: string; input: string }>`
      select p.person, p.input from cohort.person p where p.person > ${last} and ${agreed('p.person', purpose)}
      order by p.person limit 5000`.execute(database);
    for (const { person, input } of rows) hash.update(`${person} ${input}\n`);
    people += rows.length;
    if (rows.length < 5000) return { people, digest: hash.digest('hex') };
    last = rows.at(-1)!.person;
  }
};

/** How many people agreed to each wording, and how many took it back; by purpose. */
export const consentsOf = async (
  database: Connection,
  purpose: string,
): Promise<{ readonly wording: string; readonly agreed: number; readonly withdrawn: number }[]> => {
  const { rows } = await sql<{ wording: string; agreed: number; withdrawn: number }>`
    select wording, count(*) filter (where withdrawn is null)::int as agreed, count(withdrawn)::int as withdrawn
    from cohort.consent where purpose = ${purpose} group by wording order by wording`.execute(
    database,
  );
  return rows;
};
