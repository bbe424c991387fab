import type { PersonResult } from '@zonula/cohort';
import { sql } from 'kysely';
import { migrate } from '../db/migrate.ts';
import type { Database } from '../db/tables.ts';
import { startBoss } from '../jobs/boss.ts';
import { cohortMigrations } from './schema.ts';
import { isAnythingOpen, pause, type Task, work } from './work.ts';

/** Whoever analyses people: threads, which are hired while there is something to do. */
export interface CohortCrew {
  readonly analyse: (task: Task) => Promise<PersonResult>;
  readonly dismiss: () => Promise<void>;
}

export interface CohortWork {
  /** How many people at the same time, 1 or more. */
  readonly workers: number;
  readonly hire: (workers: number) => Promise<CohortCrew>;
}

interface Surroundings {
  /** ms since 1970. */
  readonly now: () => number;
  /** Only questions of this version of the program are answered: another one would give other answers. */
  readonly version: string;
  readonly onError: (error: unknown) => void;
  /** How often it looks whether something was asked, ms; default 5000. */
  readonly lookMs?: number;
}

export interface ServedCohort {
  /** Ends after the people under way; who takes longer than `graceMs` is left to others. */
  readonly stop: (graceMs: number) => Promise<void>;
}

/** After something went wrong it rests so much longer. */
const restFactor = 12;

/**
 * Answers what is asked of a cohort on the database of a server, as long as the server runs; where there are no tables of a cohort it only
 * looks for them. Any number of servers and workers may do so at once, each result is kept once.
 */
export const serveCohort = (
  database: Database,
  { workers, hire }: CohortWork,
  { now, version, onError, lookMs = 5000 }: Surroundings,
): ServedCohort => {
  const stopping = new AbortController();
  const { signal } = stopping;
  let giveUp = (_: Error): void => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  givenUp.catch(() => {});
  const answerAll = async (): Promise<void> => {
    await migrate(database, now, cohortMigrations, 'cohort');
    const boss = await startBoss(database, { onError });
    try {
      const crew = await hire(workers);
      try {
        await work(database, boss, {
          analyse: (task) => Promise.race([crew.analyse(task), givenUp]),
          ...{ concurrency: workers, untilDone: true, signal, version },
          clock: () => performance.now(),
          // What it says may quote what somebody wrote.
          onFailure: () => onError(new Error('a person of a cohort could not be analysed')),
        });
      } finally {
        await crew.dismiss();
      }
    } finally {
      await boss.stop({ graceful: false });
    }
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      let rest = lookMs;
      try {
        if ((await hasCohort(database)) && (await isAnythingOpen(database, version)))
          await answerAll();
      } catch (error) {
        onError(error);
        rest *= restFactor;
      }
      await pause(rest, signal);
    }
  };
  const running = run();
  return {
    stop: async (graceMs) => {
      stopping.abort();
      const impatient = setTimeout(() => giveUp(new Error('the server stops')), graceMs);
      await running;
      clearTimeout(impatient);
    },
  };
};

const hasCohort = async (database: Database): Promise<boolean> => {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('cohort.run') is not null and to_regclass('pgboss.job') is not null as there`.execute(
    database,
  );
  return rows[0]?.there === true;
};
