import { normalQuantile } from '@zonula/numerics';
import type { Estimate } from '../analysis/estimate.ts';

/** What is believed of an exposure before and after a trial: the chance that it acts at all. */
export interface BeliefChange {
  /** Null where the diary could not tell; the trial then starts from even odds. */
  readonly before: number | null;
  readonly after: number;
  /** Factor by which the trial changed the odds. */
  readonly odds: number;
}

/** Effects that a trial may find, where there is one: a tenth of the scale as standard deviation. */
const usualEffect = 0.1;
/** No single trial, with one person's model of the days, is worth more than this. */
const mostOdds = 1000;

/**
 * Bayes factor for an effect against none: the effect is normal around 0 with a tenth of the scale as standard deviation where there is
 * one, and the estimate normal around the true effect. `range` is that of the scale, in points.
 */
export const bayesFactor = ({ mean, interval, level }: Estimate, range: number): number => {
  const z = normalQuantile((1 + level) / 2);
  const variance = ((interval[1] - interval[0]) / (2 * z)) ** 2;
  const slab = (usualEffect * range) ** 2;
  if (!(variance > 0)) return 1;
  const log =
    0.5 * Math.log(variance / (variance + slab)) +
    0.5 * mean ** 2 * (1 / variance - 1 / (variance + slab));
  return Math.min(mostOdds, Math.max(1 / mostOdds, Math.exp(log)));
};

/** Updates the chance that an exposure acts. */
export const changeBelief = (
  before: number | null,
  effect: Estimate,
  range: number,
): BeliefChange => {
  const odds = bayesFactor(effect, range);
  // Certainty would not listen to any evidence.
  const start = Math.min(0.999, Math.max(0.001, before ?? 0.5));
  const after = (odds * start) / (1 - start);
  return { before, after: after / (1 + after), odds };
};
