import type { PersonResult } from '@zonula/cohort';
import { sql } from 'kysely';
import type PgBoss from 'pg-boss';
import { isDatabaseAway, isTransient } from '../db/failures.ts';
import type { Database } from '../db/tables.ts';
import { bossOn } from '../jobs/boss.ts';
import { loadPerson, type StoredPerson } from './people.ts';
import { type OpenRun, openRuns, type PersonJob, type Question, queueOf } from './run.ts';
import { storeResult } from './store-result.ts';

export interface Task extends Omit<StoredPerson, 'input'> {
  readonly person: string;
  readonly question: Question;
}

export interface WorkOptions {
  /** Computes what a person's data say; elsewhere, so that this process can give signs of life meanwhile. */
  readonly analyse: (task: Task) => Promise<PersonResult>;
  /** How many people at the same time. */
  readonly concurrency: number;
  /** Ends when nothing is left to do, in the runs that are open. Otherwise it waits for more. */
  readonly untilDone: boolean;
  readonly signal: AbortSignal;
  /** Answers only questions of this version of the program; otherwise of any. */
  readonly version?: string;
  /** ms, for how long something took. */
  readonly clock: () => number;
  readonly onPerson?: () => void;
  /** Told what went wrong with one person, and when the database is away. */
  readonly onFailure?: (message: string) => void;
  /** How long to wait for the next job and for a database that is away, ms; default 500. */
  readonly pauseMs?: number;
}

/** A database may be away for so many pauses before a worker gives up. */
const mostPauses = 240;

/**
 * A worker: takes jobs one by one until none is left or `signal` says so. Any number of them may work on one PostgreSQL. A job is handed out again when its
 * worker has given no sign for the run's lease; its effect happens once. Returns how many results it stored.
 */
export const work = async (
  database: Database,
  boss: PgBoss,
  options: WorkOptions,
): Promise<number> => {
  const { concurrency, signal, version, pauseMs = 500, onFailure } = options;
  const active = new Map<string, OpenRun>();
  const heart = beating(database, boss, active, onFailure);
  let stored = 0;
  let pauses = 0;
  const hand = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        const taken = await takeJob(database, boss, version);
        pauses = 0;
        if (taken === null) {
          if (options.untilDone && active.size === 0 && !(await isAnythingOpen(database, version)))
            return;
          await pause(pauseMs, signal);
          continue;
        }
        active.set(taken.job, taken.run);
        try {
          if (await answer(database, boss, taken, options)) {
            stored++;
            options.onPerson?.();
          }
        } finally {
          active.delete(taken.job);
        }
      } catch (error) {
        if (!(isDatabaseAway(error) || isTransient(error)) || ++pauses > mostPauses) throw error;
        if (pauses === 1 && isDatabaseAway(error))
          onFailure?.('the database is away; waiting for it');
        await pause(pauseMs, signal);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, hand));
    return stored;
  } finally {
    await heart.stop();
  }
};

/** While nothing is known of a run, seconds. */
const usualLease = 30;

/** Gives signs of life for the jobs under way, several in each lease, and puts back those of workers that are gone. */
const beating = (
  database: Database,
  boss: PgBoss,
  active: ReadonlyMap<string, OpenRun>,
  onFailure: WorkOptions['onFailure'],
) => {
  let lease = usualLease;
  let stopped = false;
  const beat = async (): Promise<void> => {
    // The lease runs from the last sign.
    for (const [job, { id }] of active)
      await sql`update pgboss.job set started_on = now()
        where name = ${queueOf(id)} and id = ${job}::uuid and state = 'active'`.execute(database);
    await boss.expire();
    lease = Math.min(usualLease, ...(await openRuns(database)).map((run) => run.lease));
  };
  let timer: NodeJS.Timeout | undefined;
  let beaten = Promise.resolve();
  const next = (): void => {
    timer = setTimeout(again, (1000 * lease) / 4);
  };
  const again = (): void => {
    beaten = beat()
      .catch((error: unknown) =>
        onFailure?.(error instanceof Error ? error.message : String(error)),
      )
      .then(() => {
        if (!stopped) next();
      });
  };
  again();
  return {
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(timer);
      await beaten;
    },
  };
};

interface Taken {
  readonly job: string;
  readonly person: string;
  readonly run: OpenRun;
}

/** The next job of any open run. pg-boss keeps to itself what goes wrong here; a worker has to know. */
const takeJob = async (
  database: Database,
  boss: PgBoss,
  version: string | undefined,
): Promise<Taken | null> => {
  const runs = await openRuns(database, version);
  for (const run of runs) {
    const failures: unknown[] = [];
    const { executeSql } = bossOn(database);
    const db: PgBoss.Db = {
      executeSql: (text, values) =>
        executeSql(text, values).catch((error: unknown) => {
          failures.push(error);
          throw error;
        }),
    };
    const [job] = await boss.fetch<PersonJob>(queueOf(run.id), {
      batchSize: 1,
      db,
    } as PgBoss.FetchOptions);
    if (failures.length > 0) throw failures[0];
    if (job !== undefined) return { job: job.id, person: job.data.person, run };
  }
  return null;
};

/** Whether a job waits or is under way, of questions of one version of the program or of any. */
export const isAnythingOpen = async (
  database: Database,
  version: string | null = null,
): Promise<boolean> => {
  const { rows } =
    await sql`select from cohort.run join pgboss.job j on j.name = 'cohort-' || run.id
    where run.finished_at is null and j.state < 'completed'
      and (${version}::text is null or run.question ->> 'version' = ${version}) limit 1`.execute(
      database,
    );
  return rows.length > 0;
};

const answer = async (
  database: Database,
  boss: PgBoss,
  { job, person, run: { id: run, question } }: Taken,
  { analyse, clock, onFailure }: WorkOptions,
): Promise<boolean> => {
  const stored = await loadPerson(database, person, question.purpose);
  if (stored === null || (await isAnswered(database, person, run, stored.input))) {
    await boss.complete(queueOf(run), job);
    return false;
  }
  const { input, diary, trials } = stored;
  const from = clock();
  let result: PersonResult;
  try {
    result = await analyse({ person, question, diary, trials });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    onFailure?.(message);
    await boss.fail(queueOf(run), job, { message });
    return false;
  }
  return storeResult(database, boss, {
    run,
    job,
    input,
    seconds: (clock() - from) / 1000,
    result,
  });
};

const isAnswered = async (
  database: Database,
  person: string,
  run: string,
  input: string,
): Promise<boolean> => {
  const { rows } =
    await sql`select from cohort.result where person = ${person} and run = ${run} and input = ${input}`.execute(
      database,
    );
  return rows.length > 0;
};

/** Until so many ms have passed, or `signal` says so. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((settled) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      settled();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
