import type { Timeline } from '@zonula/timeline';
import { blockPermutation } from './block-permutation.ts';
import { pearsonRule } from './pearson.ts';
import { welchRule } from './welch.ts';

/** A rule that names exposures as acting on the outcome. The seed is for rules that permute. */
export type Accuser = (timeline: Timeline, outcomeId: string, seed: number) => string[];

export interface Comparator {
  readonly name: string;
  /** For the table of the report. */
  readonly label: string;
  readonly accuse: Accuser;
}

export const comparators: readonly Comparator[] = [
  {
    name: 'welch',
    label: 'Days with against days without, same or next day, Welch p < .05, every factor',
    accuse: welchRule(Infinity),
  },
  {
    name: 'welch-30',
    label: 'The same on the 30 most logged factors, at least 3 days with and 3 without',
    accuse: welchRule(30),
  },
  {
    name: 'pearson-0.2',
    label: 'Pearson at lag 0 or 1, |r| > 0.2, 30 days',
    accuse: pearsonRule(0.2),
  },
  {
    name: 'pearson-0.5',
    label: 'Pearson at lag 0 or 1, |r| > 0.5, 30 days',
    accuse: pearsonRule(0.5),
  },
  {
    name: 'block-permutation',
    label: 'Permutation of 14-day blocks, lag 0 or 1, Benjamini-Hochberg 10 %',
    accuse: blockPermutation(14, 999, 0.1),
  },
];
