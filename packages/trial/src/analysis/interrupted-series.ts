/**
 * What a change did when nothing was drawn: the days before it, carried on by a structural time
 * series, against the days after (Brodersen et al. 2015, Annals of Applied Statistics 9:247). No
 * chance decided when the change came, so this never makes a finding; it stands beside a trial for
 * the weeks of elimination before the turns that were drawn.
 */
import { interventionEffect, type Random } from '@zonula/numerics';
import type { Estimate } from './estimate.ts';

export interface InterruptedSeries {
  /** Mean change per day after the change, points. */
  readonly average: Estimate;
  /** Sum over the days after the change, points. */
  readonly total: Estimate;
  /** Probability of a change as large by the model alone, one-sided. */
  readonly tailProbability: number;
}

/**
 * `outcome` per day, all known; `unaffected` are series that the change cannot have touched; `from`
 * is the first day after it. Throws RangeError when the days before do not vary or are fewer than
 * three, or none is left after.
 */
export function interruptedSeries(
  outcome: Float64Array,
  unaffected: readonly Float64Array[],
  from: number,
  random: Random,
  { draws = 2000, burnIn = 500 } = {},
): InterruptedSeries {
  if (!(from >= 3 && from < outcome.length))
    throw new RangeError('the series needs at least three days before the change and one after');
  if (outcome.some((y) => Number.isNaN(y)))
    throw new RangeError('the series must be known on every day');
  const { effect, length, tailProbability } = interventionEffect(
    outcome,
    unaffected,
    from,
    { draws, burnIn },
    random,
  );
  const estimate = (scale: number): Estimate => ({
    mean: effect.mean * scale,
    interval: [effect.lower * scale, effect.upper * scale],
    level: 0.95,
  });
  return { average: estimate(1 / length), total: estimate(1), tailProbability };
}
