import {
  type CohortOptions,
  type Contrast,
  contrastOf,
  createPooling,
  type EffectSummary,
  type PersonalEffect,
  type PersonMoments,
  type PooledCohort,
} from '@zonula/cohort';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/tables.ts';

export interface PooledRun extends PooledCohort {
  /** A person's effect is claimed from this probability on; null where none is. */
  readonly personalThreshold: number | null;
}

/** Results of people who still agree, from what they gave last. */
const current = (run: string) => sql`
  join cohort.result r on r.person = t.person and r.run = t.run
  join cohort.person p on p.person = r.person and p.input = r.input
  join cohort.run on run.id = r.run
  where t.run = ${sql.lit(run)} and exists (
    select from cohort.consent c where c.person = p.person and c.purpose = run.purpose and c.withdrawn is null)`;

const fetched = 5000;

/** Rows of a query in its order, some thousands at a time: memory does not grow with the number of people. */
async function* rowsOf<Row>(
  transaction: DatabaseTransaction,
  query: ReturnType<typeof sql>,
): AsyncIterable<Row> {
  await sql`declare pooled no scroll cursor for ${query}`.execute(transaction);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(fetched)} from pooled`.execute(transaction);
    yield* rows;
    if (rows.length < fetched) break;
  }
  await sql`close pooled`.execute(transaction);
}

/** Runs of rows with the same key, each as a whole. */
async function* grouped<Row>(
  rows: AsyncIterable<Row>,
  keyOf: (row: Row) => string,
): AsyncIterable<Row[]> {
  let group: Row[] = [];
  let key: string | null = null;
  for await (const row of rows) {
    const next = keyOf(row);
    if (next !== key && group.length > 0) {
      yield group;
      group = [];
    }
    key = next;
    group.push(row);
  }
  if (group.length > 0) yield group;
}

interface SummaryRow {
  readonly person: string;
  readonly outcome: string;
  readonly exposure: string;
  readonly measure: EffectSummary['measure'];
  readonly days_with: number;
  readonly days_without: number;
  readonly estimate: number | null;
  readonly error: number | null;
  readonly log_height: number | null;
  readonly delay: number | null;
  readonly delay_error: number | null;
}

const summaryOf = (row: SummaryRow): EffectSummary => ({
  person: row.person,
  outcome: row.outcome,
  exposure: row.exposure,
  measure: row.measure,
  daysWith: row.days_with,
  daysWithout: row.days_without,
  likelihood:
    row.estimate === null || row.error === null || row.log_height === null
      ? null
      : { estimate: row.estimate, error: row.error, logHeight: row.log_height },
  delay:
    row.delay === null || row.delay_error === null
      ? null
      : { estimate: row.delay, error: row.delay_error },
});

interface ContrastRow {
  readonly outcome: string;
  readonly exposure: string;
  readonly days: number;
  readonly days_with: number;
  readonly mean_exposure: number;
  readonly mean_outcome: number;
  readonly exposure_squares: number;
  readonly products: number;
  readonly outcome_squares: number;
  readonly outcome_with: number;
}

const momentsOf = (row: ContrastRow): PersonMoments => ({
  days: row.days,
  daysWith: row.days_with,
  meanExposure: row.mean_exposure,
  meanOutcome: row.mean_outcome,
  exposureSquares: row.exposure_squares,
  products: row.products,
  outcomeSquares: row.outcome_squares,
  outcomeWith: row.outcome_with,
});

/**
 * Pools what a run knows of the people who agree at this moment, one exposure at a time, and keeps what that means for each
 * person in `cohort.personal`. Needs memory for the people of one exposure.
 */
export const poolRun = (
  database: Database,
  run: string,
  options: CohortOptions = {},
): Promise<PooledRun> =>
  database.transaction().execute(async (transaction) => {
    // Two reports of one run take turns.
    await sql`select pg_advisory_xact_lock(hashtextextended(${run}, 0))`.execute(transaction);
    await sql`delete from cohort.personal where run = ${run}`.execute(transaction);
    const pooling = createPooling(options);
    const summaries = rowsOf<SummaryRow>(
      transaction,
      sql`select t.* from cohort.summary t ${current(run)}
        order by t.outcome collate "C", t.exposure collate "C", t.measure collate "C", t.person collate "C"`,
    );
    const keyOf = ({ outcome, exposure, measure }: SummaryRow) =>
      JSON.stringify([outcome, exposure, measure]);
    for await (const group of grouped(summaries, keyOf))
      await savePersonal(transaction, run, pooling.pool(group.map(summaryOf)));
    const decided = pooling.decide();
    const contrasts: Contrast[] = [];
    const moments = rowsOf<ContrastRow>(
      transaction,
      sql`select t.* from cohort.contrast t ${current(run)}
        order by t.outcome collate "C", t.exposure collate "C", t.person collate "C"`,
    );
    for await (const group of grouped(moments, (row) =>
      JSON.stringify([row.outcome, row.exposure]),
    )) {
      const { exposure, outcome } = group[0]!;
      contrasts.push(contrastOf(exposure, outcome, group.map(momentsOf), options));
    }
    const { rows } = await sql<{ people: number; judged: number }>`
      select count(*)::int as people, count(*) filter (where exists (
        select from cohort.summary s where s.person = t.person and s.run = t.run))::int as judged
      from cohort.result t ${current(run)}`.execute(transaction);
    return { ...decided, ...rows[0]!, contrasts };
  });

const savePersonal = async (
  transaction: DatabaseTransaction,
  run: string,
  effects: readonly Omit<PersonalEffect, 'claimed'>[],
): Promise<void> => {
  for (let from = 0; from < effects.length; from += fetched) {
    const part = effects.slice(from, from + fetched);
    const texts = (of: (one: (typeof part)[number]) => string) => part.map(of);
    const numbers = (of: (one: (typeof part)[number]) => number) => part.map(of);
    await sql`insert into cohort.personal
      select person, ${run}, outcome, exposure, measure, probability, effect, effect_sd, worthwhile from unnest(
        ${texts((one) => one.person)}::text[], ${texts((one) => one.outcome)}::text[], ${texts((one) => one.exposure)}::text[],
        ${texts((one) => one.measure)}::text[], ${numbers((one) => one.probability)}::float8[],
        ${numbers((one) => one.effect.mean)}::float8[], ${numbers((one) => one.effect.sd)}::float8[],
        ${numbers((one) => one.worthwhileProbability)}::float8[])
        as e(person, outcome, exposure, measure, probability, effect, effect_sd, worthwhile)`.execute(
      transaction,
    );
  }
};

/** One exposure of one person: what their own data say, and what the others make of it. */
export interface PersonalRow {
  readonly person: string;
  readonly outcome: string;
  readonly exposure: string;
  readonly measure: string;
  readonly days_with: number;
  readonly days_without: number;
  readonly estimate: number;
  readonly error: number;
  readonly probability: number;
  readonly effect: number;
  readonly effect_sd: number;
  readonly worthwhile_probability: number;
}

/** What `poolRun` kept, a person at a time, in the order of their names. */
export const eachPersonal = (
  database: Database,
  run: string,
  onPerson: (person: string, rows: readonly PersonalRow[]) => void,
): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const rows = rowsOf<PersonalRow>(
      transaction,
      sql`select t.*, s.estimate, s.error, s.days_with, s.days_without
        from cohort.personal t join cohort.summary s using (person, run, outcome, exposure, measure)
        where t.run = ${sql.lit(run)}
        order by t.person collate "C", t.outcome collate "C", t.exposure collate "C", t.measure collate "C"`,
    );
    for await (const group of grouped(rows, ({ person }) => person))
      onPerson(group[0]!.person, group);
  });
