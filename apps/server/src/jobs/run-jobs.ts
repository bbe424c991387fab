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
    await boss.work(name, { pollingIntervalSeconds: pollSeconds }, async () => {
      if (over) return;
      try {
        await run(isOver);
      } catch (error) {
        onError(error);
        throw error;
      }
    });
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
      await boss.stop({ graceful: true, wait: true, timeout: graceMs });
    },
  };
};
