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
