import type { PersonResult } from '@zonula/cohort';
import { sql } from 'kysely';
import type PgBoss from 'pg-boss';
import type { Database } from '../db/tables.ts';
import { bossOn } from '../jobs/boss.ts';
import { queueOf } from './run.ts';

export interface Answer {
  readonly run: string;
  readonly job: string;
  /** Digest of what it was computed from. */
  readonly input: string;
  readonly seconds: number;
  readonly result: PersonResult;
}

/**
 * Keeps a person's result and ends the job, both or neither. Whoever comes second with the same result changes nothing; a result from data that
 * were changed or taken back meanwhile is not kept. Returns whether it was.
 */
export const storeResult = (
  database: Database,
  boss: PgBoss,
  { run, job, input, seconds, result }: Answer,
): Promise<boolean> =>
  database.transaction().execute(async (transaction) => {
    const { person, version, seed, outcome, days, reasons, summaries, contrasts } = result;
    // Whoever changes the data or withdraws waits until this is done, and then removes it.
    const current = await sql`select from cohort.person p join cohort.run on run.id = ${run}
      where p.person = ${person} and p.input = ${input} and exists (
        select from cohort.consent c where c.person = p.person and c.purpose = run.purpose and c.withdrawn is null)
      for share of p`.execute(transaction);
    let kept = false;
    if (current.rows.length > 0) {
      await sql`delete from cohort.result where person = ${person} and run = ${run} and input <> ${input}`.execute(
        transaction,
      );
      const inserted = await sql`insert into cohort.result
        values (${person}, ${run}, ${input}, ${version}, ${seed}, ${outcome}, ${days}, ${[...reasons]}::text[], ${seconds})
        on conflict (person, run) do nothing returning person`.execute(transaction);
      kept = inserted.rows.length > 0;
    }
    if (kept) {
      const numbers = (of: (one: (typeof summaries)[number]) => number | null) => summaries.map(of);
      await sql`insert into cohort.summary select ${person}, ${run}, * from unnest(
          ${summaries.map((one) => one.outcome)}::text[], ${summaries.map((one) => one.exposure)}::text[],
          ${summaries.map((one) => one.measure)}::text[], ${numbers((one) => one.daysWith)}::int[],
          ${numbers((one) => one.daysWithout)}::int[], ${numbers((one) => one.likelihood?.estimate ?? null)}::float8[],
          ${numbers((one) => one.likelihood?.error ?? null)}::float8[], ${numbers((one) => one.likelihood?.logHeight ?? null)}::float8[],
          ${numbers((one) => one.delay?.estimate ?? null)}::float8[], ${numbers((one) => one.delay?.error ?? null)}::float8[])`.execute(
        transaction,
      );
      const moments = (of: (one: (typeof contrasts)[number]['moments']) => number) =>
        contrasts.map((one) => of(one.moments));
      await sql`insert into cohort.contrast select ${person}, ${run}, ${outcome ?? ''}, * from unnest(
          ${contrasts.map((one) => one.exposure)}::text[], ${moments((m) => m.days)}::int[], ${moments((m) => m.daysWith)}::int[],
          ${moments((m) => m.meanExposure)}::float8[], ${moments((m) => m.meanOutcome)}::float8[],
          ${moments((m) => m.exposureSquares)}::float8[], ${moments((m) => m.products)}::float8[],
          ${moments((m) => m.outcomeSquares)}::float8[], ${moments((m) => m.outcomeWith)}::float8[])`.execute(
        transaction,
      );
    }
    await boss.complete(queueOf(run), job, {}, { db: bossOn(transaction) });
    return kept;
  });
