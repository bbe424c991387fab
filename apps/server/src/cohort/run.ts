import { createHash } from 'node:crypto';
import type { FoodGrain } from '@zonula/cohort';
import { sql } from 'kysely';
import type PgBoss from 'pg-boss';
import { madeTogether } from '../db/failures.ts';
import type { Database } from '../db/tables.ts';
import { bossOn } from '../jobs/boss.ts';

/** One question that is asked of everybody who agreed to the purpose. */
export interface Question {
  readonly purpose: string;
  /** Of the program. */
  readonly version: string;
  readonly seed: number;
  /** `category/name`; null for each diary's own. */
  readonly outcome: string | null;
  readonly discovery: boolean;
  readonly grains: readonly FoodGrain[];
}

export interface PersonJob {
  readonly person: string;
}

/** The same question is the same run, whoever asks. */
export const runOf = (question: Question): string => {
  const { purpose, version, seed, outcome, discovery, grains } = question;
  return createHash('sha256')
    .update(JSON.stringify([purpose, version, seed, outcome, discovery, grains]))
    .digest('hex')
    .slice(0, 16);
};

export const queueOf = (run: string): string => `cohort-${run}`;

/** How often a person's job may begin: workers that are killed count too. */
const retryLimit = 20;
const batch = 5000;

/**
 * Asks the question of all people whose answer is missing or out of date, one job each. Asked again it adds only what is
 * still missing. `leaseSeconds`: a job whose worker gave no sign for so long is handed out anew.
 */
export const startRun = async (
  database: Database,
  boss: PgBoss,
  question: Question,
  { now, leaseSeconds }: { readonly now: () => number; readonly leaseSeconds: number },
): Promise<string> => {
  const run = runOf(question);
  const name = queueOf(run);
  await sql`insert into cohort.run values (${run}, ${question.purpose}, ${JSON.stringify(question)}::jsonb, ${new Date(now())}, null)
    on conflict (id) do update set finished_at = null`.execute(database);
  const options = { policy: 'short', retryLimit, retryDelay: 0, expireInSeconds: leaseSeconds };
  // Making a table may get in the way of those at work on others.
  await madeTogether(() => boss.createQueue(name, { name, ...options } as PgBoss.Queue));
  await boss.updateQueue(name, { name, ...options } as PgBoss.Queue);
  for (let last = ''; ; ) {
    const { rows } = await sql<{ person: string }>`
      select p.person from cohort.person p
      where p.person > ${last}
        and exists (select from cohort.consent c where c.person = p.person and c.purpose = ${question.purpose} and c.withdrawn is null)
        and not exists (select from cohort.result r where r.person = p.person and r.run = ${run} and r.input = p.input)
      order by p.person limit ${batch}`.execute(database);
    if (rows.length > 0)
      await boss.insert(
        rows.map(({ person }) => ({
          name,
          data: { person } satisfies PersonJob,
          // Asked twice, the queue holds it once.
          singletonKey: person,
        })),
        { db: bossOn(database) },
      );
    if (rows.length < batch) return run;
    last = rows.at(-1)!.person;
  }
};

export interface RunProgress {
  /** People who agreed, and of these how many have an answer that is up to date. */
  readonly people: number;
  readonly done: number;
  /** Jobs that wait or are under way. */
  readonly open: number;
  /** Jobs that were given up. */
  readonly failed: number;
}

export const progressOf = async (database: Database, run: string): Promise<RunProgress> => {
  const { rows } = await sql<RunProgress>`
    select count(*)::int as people, count(r.person)::int as done,
      (select count(*)::int from pgboss.job where name = ${queueOf(run)} and state < 'completed') as open,
      (select count(*)::int from pgboss.job j where name = ${queueOf(run)} and state = 'failed') as failed
    from cohort.person p join cohort.run on run.id = ${run}
      left join cohort.result r on r.person = p.person and r.run = run.id and r.input = p.input
    where exists (select from cohort.consent c where c.person = p.person and c.purpose = run.purpose and c.withdrawn is null)`.execute(
    database,
  );
  return rows[0]!;
};

/** What the jobs that were given up said last, and of how many people. */
export const failuresOf = async (
  database: Database,
  run: string,
): Promise<{ readonly message: string; readonly people: number }[]> => {
  const { rows } = await sql<{ message: string; people: number }>`
    select coalesce(output ->> 'message', output -> 'value' ->> 'message', 'unknown') as message, count(*)::int as people
    from pgboss.job where name = ${queueOf(run)} and state = 'failed' group by 1 order by 2 desc`.execute(
    database,
  );
  return rows;
};

/** Ends a run; its jobs are no longer needed. The empty queue stays: taking a table away would stop everybody at work on others. */
export const finishRun = async (
  database: Database,
  run: string,
  now: () => number,
): Promise<void> => {
  await sql`update cohort.run set finished_at = ${new Date(now())} where id = ${run}`.execute(
    database,
  );
  await sql`delete from pgboss.job where name = ${queueOf(run)} and state >= 'completed'`.execute(
    database,
  );
};

export interface OpenRun {
  readonly id: string;
  readonly question: Question;
  /** Seconds after which a worker that gave no sign counts as gone. */
  readonly lease: number;
}

/** Questions that are asked and not finished, of one version of the program or of any. */
export const openRuns = async (
  database: Database,
  version: string | null = null,
): Promise<OpenRun[]> => {
  const { rows } = await sql<OpenRun>`
    select run.id, run.question, q.expire_seconds as lease
    from cohort.run join pgboss.queue q on q.name = 'cohort-' || run.id
    where run.finished_at is null and (${version}::text is null or run.question ->> 'version' = ${version})
    order by run.started_at, run.id`.execute(database);
  return rows;
};

/** The run that was asked last, or null where there was none. */
export const lastRun = async (
  database: Database,
): Promise<Pick<OpenRun, 'id' | 'question'> | null> => {
  const { rows } = await sql<Pick<OpenRun, 'id' | 'question'>>`
    select id, question from cohort.run order by started_at desc, id limit 1`.execute(database);
  return rows[0] ?? null;
};

/** How many people have a diary without the score that was asked for. */
export const outcomelessOf = async (database: Database, run: string): Promise<number> => {
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from cohort.result where run = ${run} and 'no-outcome' = any(reasons)`.execute(
    database,
  );
  return rows[0]!.people;
};
