import type { Exposure, Timeline } from '@zonula/timeline';

/** Recorded outcome of this id. Throws RangeError when the timeline has none. */
export function outcomeValues(timeline: Timeline, outcomeId: string): Float64Array {
  const outcome = timeline.outcomes.find(({ id }) => id === outcomeId);
  if (outcome === undefined) throw new RangeError(`no outcome "${outcomeId}"`);
  return outcome.values;
}

const CLAIMABLE = new Set(['food', 'habit', 'skincare', 'supplement', 'medication']);

/** What a diary app would correlate: foods, habits and whatever is taken. */
export const factorsOf = (timeline: Timeline): readonly Exposure[] =>
  timeline.exposures.filter(({ category }) => CLAIMABLE.has(category));

/** Dose on a day and outcome `lag` days later, where both are known. */
export function pairsAt(
  dose: Float64Array,
  outcome: Float64Array,
  lag: number,
): { doses: number[]; outcomes: number[] } {
  const doses: number[] = [];
  const outcomes: number[] = [];
  for (let t = 0; t + lag < dose.length; t++) {
    const x = dose[t]!;
    const y = outcome[t + lag]!;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    doses.push(x);
    outcomes.push(y);
  }
  return { doses, outcomes };
}

/** Pearson correlation over the days on which both are known. */
export function correlation(a: Float64Array, b: Float64Array): number {
  let n = 0;
  const sums = { a: 0, b: 0, aa: 0, bb: 0, ab: 0 };
  for (let t = 0; t < a.length; t++) {
    const x = a[t]!;
    const y = b[t]!;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    n++;
    sums.a += x;
    sums.b += y;
    sums.aa += x * x;
    sums.bb += y * y;
    sums.ab += x * y;
  }
  const covariance = sums.ab - (sums.a * sums.b) / n;
  const spread = (sums.aa - sums.a ** 2 / n) * (sums.bb - sums.b ** 2 / n);
  return spread > 1e-12 ? covariance / Math.sqrt(spread) : 0;
}
