import { judgeDeals, knownDays } from './assignment-test.ts';
import type { Deals } from './deals.ts';
import type { Estimate } from './estimate.ts';
import { invertTest } from './inverted-interval.ts';
import { dealSeries } from './randomisation-test.ts';
import { analysedDays, armDays, drawnPeriodsOf, type TrialData } from './trial-data.ts';

/** How well the plan was kept on the analysed days, and the effect of what was really had. */
export interface AdherenceResult {
  /** Analysed days on which it is known what the person had. */
  readonly knownDays: number;
  readonly analysedDays: number;
  /** Mean exposure on days dealt `with`; 1 when the plan was kept. Null where nothing is known. */
  readonly exposureWith: number | null;
  /** Mean exposure on days dealt `without`; 0 when the plan was kept. Null where nothing is known. */
  readonly exposureWithout: number | null;
  /**
   * Points per full exposure, the deal as instrument; an end of the interval is null where no bound
   * can be told. Null altogether where the exposure is not known well enough.
   */
  readonly effect: AdherenceEffect | null;
}

export interface AdherenceEffect {
  readonly mean: number;
  readonly interval: readonly [number | null, number | null];
  readonly level: number;
}

/** Fewest known days per arm before an effect of what was really had is told. */
const fewestDays = 5;

export function adherenceOf(data: TrialData, deals: Deals, level: number): AdherenceResult {
  const days = data.outcome.length;
  const counts = analysedDays(data.periods, days);
  const analysed = counts.reduce((a, b) => a + b, 0);
  const { exposure } = data;
  if (exposure === null)
    return {
      knownDays: 0,
      analysedDays: analysed,
      exposureWith: null,
      exposureWithout: null,
      effect: null,
    };
  const meanUnder = (arm: 'with' | 'without') => {
    const own = drawnPeriodsOf(data).filter((period) => period.arm === arm);
    const mask = analysedDays(own, days);
    const values = [...mask.keys()].filter((t) => mask[t] === 1).map((t) => exposure[t]!);
    const known = values.filter((x) => !Number.isNaN(x));
    const mean = known.reduce((a, b) => a + b, 0) / known.length;
    return { count: known.length, mean: known.length === 0 ? null : mean };
  };
  const [under, without] = [meanUnder('with'), meanUnder('without')];
  const enough = Math.min(under.count, without.count) >= fewestDays;
  return {
    knownDays: under.count + without.count,
    analysedDays: analysed,
    exposureWith: under.mean,
    exposureWithout: without.mean,
    effect: enough ? instrumentalEffect(data, exposure, deals, level) : null,
  };
}

function instrumentalEffect(
  data: TrialData,
  exposure: Float64Array,
  deals: Deals,
  level: number,
): AdherenceEffect | null {
  const known = knownDays(data, Infinity, exposure);
  const { model, table } = judgeDeals(data, known, deals);
  const { mean, interval } = invertTest(
    model,
    table,
    dealSeries(model, table, data.outcome),
    dealSeries(model, table, exposure),
    level,
  );
  if (!Number.isFinite(mean)) return null;
  const bound = (x: number): number | null => (Number.isFinite(x) ? x : null);
  return { mean, interval: [bound(interval[0]), bound(interval[1])], level };
}

/** The interval of the effect of the deal itself, by inverting the registered test. */
export function intentionToTreat(data: TrialData, deals: Deals, level: number): Estimate | null {
  const { model, table } = judgeDeals(data, knownDays(data), deals);
  const { mean, interval } = invertTest(
    model,
    table,
    dealSeries(model, table, data.outcome),
    dealSeries(model, table, armDays(data)),
    level,
  );
  return interval.every(Number.isFinite) ? { mean, interval, level } : null;
}
