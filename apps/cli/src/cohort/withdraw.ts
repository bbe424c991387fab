import { withdraw } from '@zonula/server';
import { today } from '../clock.ts';
import type { CommonOptions } from '../options.ts';
import { type PlaceOptions, placeOf, withCohort } from './place.ts';

export interface WithdrawOptions extends CommonOptions, PlaceOptions {
  readonly purpose?: string;
}

/** Returns how many consents that ended. */
export const withdrawFromCohort = (
  people: readonly string[],
  { purpose, ...place }: WithdrawOptions,
): Promise<number> =>
  withCohort(placeOf(place), 2, ({ database }) =>
    withdraw(database, people, {
      on: today(),
      ...(purpose === undefined ? {} : { purpose }),
    }),
  );
