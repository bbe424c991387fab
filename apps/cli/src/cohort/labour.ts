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
