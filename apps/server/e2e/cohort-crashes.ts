import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'kysely';
import {
  finishRun,
  openCohort,
  progressOf,
  saveConsents,
  savePeople,
  startRun,
} from '../src/cohort/index.ts';
import { compiled } from './programs.ts';

export interface CohortCrashes {
  readonly databaseUrl: string;
  readonly people: number;
  readonly workers: number;
  /** How many workers are killed (-9) in all, one after the other; each is replaced. */
  readonly kills: number;
  /** How long a person takes, ms. */
  readonly ms: number;
  /** 0 to 1. */
  readonly random: () => number;
}

export interface CohortCrashesOutcome {
  readonly killed: number;
  /** People without a result, results in all, and rows of results that are not as many as they should be. */
  readonly lost: number;
  readonly results: number;
  readonly wrongRows: number;
  readonly failed: number;
  /** Jobs that were handed out more than once. */
  readonly repeated: number;
  readonly fillSeconds: number;
  readonly askSeconds: number;
  readonly workSeconds: number;
  /** Of the workers that lived to the end. */
  readonly survivors: readonly { readonly stored: number; readonly cpuSeconds: number }[];
}

const rowsOfEach = 30;

const startWorker = async (url: string, ms: number): Promise<ChildProcess> => {
  const worker = spawn(process.execPath, [await compiled('cohort-worker'), url, String(ms)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(worker.stdout!, 'data');
  return worker;
};

/** A cohort whose workers are killed at random moments. Then everybody is counted. */
export const analyseThroughCrashes = async ({
  databaseUrl,
  people,
  workers: count,
  kills,
  ms,
  random,
}: CohortCrashes): Promise<CohortCrashesOutcome> => {
  const { database, boss, close } = await openCohort({
    data: { databaseUrl },
    now: Date.now,
    onError: () => {},
  });
  const seconds = async (act: () => Promise<unknown>): Promise<number> => {
    const from = performance.now();
    await act();
    return (performance.now() - from) / 1000;
  };
  const question = {
    ...{ purpose: 'test', version: '0', seed: 1, outcome: null, discovery: true },
    grains: ['dish'] as const,
  };
  const names = Array.from({ length: people }, (_, i) => `p${String(i).padStart(7, '0')}`);
  try {
    const fillSeconds = await seconds(async () => {
      for (let from = 0; from < people; from += 500) {
        const some = names.slice(from, from + 500);
        await saveConsents(
          database,
          some.map((person) => ({
            ...{ person, purpose: 'test', wording: 'v1', given: null, withdrawn: null },
          })),
        );
        await savePeople(
          database,
          some.map((person) => ({ person, diary: `diary of ${person}` })),
        );
      }
    });
    const workers = await Promise.all(
      Array.from({ length: count }, () => startWorker(databaseUrl, ms)),
    );
    let run = '';
    const askSeconds = await seconds(async () => {
      run = await startRun(database, boss, question, { now: Date.now, leaseSeconds: 2 });
    });
    let killed = 0;
    const workSeconds = await seconds(async () => {
      for (;;) {
        const { open, done } = await progressOf(database, run);
        if (open === 0) return;
        await new Promise((settled) => setTimeout(settled, 100 + 400 * random()));
        // Whoever has not begun yet would not die at work.
        if (killed === kills || done === 0) continue;
        killed++;
        const index = Math.floor(random() * count);
        workers[index]!.kill('SIGKILL');
        workers[index] = await startWorker(databaseUrl, ms);
      }
    });
    const survivors = await Promise.all(
      workers.map(async (worker) => {
        let said = '';
        worker.stdout!.setEncoding('utf8').on('data', (piece: string) => {
          said += piece;
        });
        worker.stdin!.end();
        await once(worker, 'close');
        return JSON.parse(said);
      }),
    );
    const { done, failed } = await progressOf(database, run);
    const { rows } = await sql<{ results: number; wrong: number; repeated: number }>`select
      (select count(*)::int from cohort.result) as results,
      (select count(*)::int from (select person from cohort.summary group by person having count(*) <> ${rowsOfEach}) w)
        + (select count(*)::int from cohort.result r where not exists (select from cohort.summary s where s.person = r.person)) as wrong,
      (select count(*)::int from pgboss.job where retry_count > 0) as repeated`.execute(database);
    const { results, wrong: wrongRows, repeated } = rows[0]!;
    await finishRun(database, run, Date.now);
    return {
      ...{ killed, lost: people - done, results, wrongRows, failed, repeated },
      ...{ fillSeconds, askSeconds, workSeconds, survivors },
    };
  } finally {
    await close();
  }
};
