import { UnusableArguments } from '../failure.ts';
import type { CommonOptions } from '../options.ts';
import { note } from '../output.ts';
import type { createCrew } from './crew.ts';
import { labour, stopSignal } from './labour.ts';
import { type PlaceOptions, placeOf, withCohort } from './place.ts';

export interface WorkOptions extends CommonOptions, PlaceOptions {
  readonly workers: number;
  readonly untilDone?: true;
}

/** A worker on a PostgreSQL. Returns how many people it analysed. */
export const workOnCohort = (options: WorkOptions, crew: typeof createCrew): Promise<number> => {
  const { workers, untilDone = false } = options;
  if (options.databaseUrl === undefined)
    throw new UnusableArguments('--database-url is needed: a folder has room for one process only');
  if (workers === 0) throw new UnusableArguments('--workers: at least 1 is needed');
  return withCohort(placeOf(options), workers + 2, async (store) => {
    const { signal, forget } = stopSignal();
    note(`at work on ${workers === 1 ? 'one person' : `${workers} people`} at a time`);
    try {
      return await labour(store, crew, { workers, untilDone, signal });
    } finally {
      forget();
    }
  });
};
