import { setTimeout as sleep } from 'node:timers/promises';
import type PgBoss from 'pg-boss';
import { madeTogether } from '../db/failures.ts';
import type { Database } from '../db/tables.ts';
import { startBoss } from './boss.ts';

/** Work that is done again and again. Whatever it finds undone it does; done twice, it does nothing more. */
export interface Job {
  readonly name: string;
  /** It is asked for once in so many seconds, however many processes there are. */
  readonly everySeconds: number;
  /** Returns early, leaving the rest to the next time, as soon as `isOver` says so. */
  readonly run: (isOver: () => boolean) => Promise<void>;
}

export interface RunningJobs {
  /** Asks for a job soon; asked several times before it begins, it runs once. */
  readonly nudge: (name: string) => void;
  /** Ends after what has begun, `graceMs` at most. */
  readonly stop: (graceMs: number) => Promise<void>;
}

/** How long a run may take until another process may try it too. */
const longestSeconds = 300;

/**
 * Does what is asked for next, if anything. pg-boss has workers of its own; they do not wait for their word that a job is
 * done, so that a database which is away then would end the process.
 */
const takeOne = async (
  boss: PgBoss,
  {
    name,
    run,
    onError,
  }: Pick<Job, 'name' | 'run'> & { readonly onError: (error: unknown) => void },
  isOver: () => boolean,
): Promise<void> => {
  const [job] = await boss.fetch(name);
  if (job === undefined) return;
  try {
    await run(isOver);
  } catch (error) {
    onError(error);
    await boss.fail(name, job.id);
    return;
  }
  await boss.complete(name, job.id);
};

/**
 * Runs `jobs` from queues that all processes on one database share. A process that dies leaves its run to the others:
 * the next one is asked for in time, and what the dead one held becomes free by its leases and locks. Failures go to
 * `onError` and are tried at the next time.
 */
export const startJobs = async (
  database: Database,
  jobs: readonly Job[],
  { onError, pollSeconds = 2 }: { onError: (error: unknown) => void; pollSeconds?: number },
): Promise<RunningJobs> => {
  const boss = await startBoss(database, { onError, supervise: true });
  let over = false;
  const isOver = (): boolean => over;
  const stopping = new AbortController();
  const loops: Promise<void>[] = [];
  const repeat = async (work: () => Promise<void>): Promise<void> => {
    while (!over) {
      await work().catch(onError);
      await sleep(pollSeconds * 1000, null, { signal: stopping.signal }).catch(() => {});
    }
  };
  const ask = (name: string, everySeconds?: number): void => {
    if (over) return;
    const options = everySeconds === undefined ? {} : { singletonSeconds: everySeconds };
    boss.send(name, {}, options).catch(onError);
  };
  for (const { name, run } of jobs) {
    await madeTogether(() =>
      boss.createQueue(name, {
        name,
        policy: 'short',
        retryLimit: 0,
        expireInSeconds: longestSeconds,
        retentionHours: 1,
      }),
    );
    loops.push(repeat(() => takeOne(boss, { name, run, onError }, isOver)));
  }
  const timers = jobs.map(({ name, everySeconds }) => {
    ask(name, everySeconds);
    // More often than it is due: whichever process asks first in a period is heard.
    const timer = setInterval(() => ask(name, everySeconds), (everySeconds * 1000) / 2);
    timer.unref();
    return timer;
  });
  return {
    nudge: (name) => ask(name),
    stop: async (graceMs) => {
      over = true;
      for (const timer of timers) clearInterval(timer);
      stopping.abort();
      const grace = new AbortController();
      const late = sleep(graceMs, null, { signal: grace.signal }).catch(() => {});
      await Promise.race([Promise.all(loops), late]);
      grace.abort();
      await boss.stop({ graceful: false });
    },
  };
};
