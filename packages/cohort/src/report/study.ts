import type { FoodGrain } from '../food-grain.ts';

/** What a report says of how its people came to be in it. */
export interface Study {
  /** Of the program. */
  readonly version: string;
  readonly purpose: string;
  readonly grains: readonly FoodGrain[];
  /** People who agreed to each version of the words, and who took it back. */
  readonly consents: readonly {
    readonly wording: string;
    readonly agreed: number;
    readonly withdrawn: number;
  }[];
}

/** The wording of whoever states that people agreed, without a record of each. */
export const unrecordedWording = 'not recorded';
