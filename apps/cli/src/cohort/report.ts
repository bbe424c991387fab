import { lastRun } from '@zonula/server';
import { UnusableArguments } from '../failure.ts';
import type { CommonOptions } from '../options.ts';
import { type PlaceOptions, placeOf, withCohort } from './place.ts';
import { type Published, publish } from './publish.ts';

export interface ReportOptions extends CommonOptions, PlaceOptions {
  readonly out: string;
  readonly minimumCell: number;
  readonly persons?: string;
}

/** Pools the last analysis anew: those who took their consent back since then are no longer in it. */
export const reportCohort = (options: ReportOptions): Promise<Published> =>
  withCohort(placeOf(options), 2, async (store) => {
    const run = await lastRun(store.database);
    if (run === null)
      throw new UnusableArguments('nothing was analysed there yet; `cohort analyse` comes first');
    return publish(store, run.question, options);
  });
