import { type CohortStore, pause, progressOf, work } from '@zonula/server';
import { oneLine } from '../failure.ts';
import { note } from '../output.ts';
import type { createCrew } from './crew.ts';

export interface LabourOptions {
  readonly workers: number;
  readonly untilDone: boolean;
  readonly signal: AbortSignal;
  readonly onPerson?: () => void;
}

/** Works on whatever is open, in threads. Returns how many results were stored here. */
export const labour = async (
  { database, boss }: CohortStore,
  hire: typeof createCrew,
  { workers, untilDone, signal, onPerson }: LabourOptions,
): Promise<number> => {
  const crew = hire(workers);
  try {
    return await work(database, boss, {
      analyse: crew.analyse,
      concurrency: workers,
      untilDone,
      signal,
      clock: () => performance.now(),
      onFailure: (message) => note(oneLine(message)),
      ...(onPerson ? { onPerson } : {}),
    });
  } finally {
    await crew.dismiss();
  }
};

/** Until nobody's answer is missing; others do the work. */
export const awaitRun = async (
  { database }: CohortStore,
  run: string,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted && (await progressOf(database, run)).open > 0) await pause(1000, signal);
};

/** `N of M people, R a minute, about T min left`, from how many were done when. */
export const createRate = (now: () => number) => {
  const seen: { at: number; done: number }[] = [];
  return (done: number, of: number): string => {
    seen.push({ at: now(), done });
    // The rate of the last minute, so that workers that come and go are seen.
    while (seen.length > 2 && seen[1]!.at < now() - 60_000) seen.shift();
    const [first] = seen;
    const perMs = (done - first!.done) / Math.max(1, now() - first!.at);
    const said = `${done} of ${of} people`;
    if (!(perMs > 0)) return said;
    const left = (of - done) / perMs / 60_000;
    const rate = perMs * 60_000;
    return `${said}, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a minute, about ${
      left < 120 ? `${Math.ceil(left)} min` : `${(left / 60).toFixed(1)} hours`
    } left`;
  };
};

/** Ends the work in order when the process is asked to stop: what is under way is finished, the rest waits for the next time. */
export const stopSignal = (): { readonly signal: AbortSignal; readonly forget: () => void } => {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return {
    signal: controller.signal,
    forget: () => void process.off('SIGINT', stop).off('SIGTERM', stop),
  };
};
