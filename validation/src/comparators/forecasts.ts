import { normalCdf } from '@zonula/numerics';

/** Probabilities of each level of the score, one row a day ahead; rows sum to 1. */
export type LevelForecast = readonly (readonly number[])[];

/** Looks at a recorded series (NaN = missing) on a grid of levels and says what the next days hold. */
export type SeriesForecaster = (
  values: Float64Array,
  levels: readonly number[],
  horizon: number,
) => LevelForecast;

/** Smallest probability of a level, so that no rule is ruined by one day it thought impossible. */
const FLOOR = 1e-6;

function normalised(weights: readonly number[]): number[] {
  const floored = weights.map((weight) => Math.max(weight, FLOOR));
  const total = floored.reduce((a, b) => a + b, 0);
  return floored.map((weight) => weight / total);
}

/** A normal forecast on the levels: mass beyond the ends goes to the ends, or is cut off. */
function discretised(
  mean: number,
  sd: number,
  levels: readonly number[],
  ends: 'censored' | 'truncated',
): number[] {
  const half = (levels[1]! - levels[0]!) / 2;
  const last = levels.length - 1;
  return normalised(
    levels.map((level, i) => {
      const upper = ends === 'censored' && i === last ? 1 : normalCdf((level + half - mean) / sd);
      const lower = ends === 'censored' && i === 0 ? 0 : normalCdf((level - half - mean) / sd);
      return upper - lower;
    }),
  );
}

const levelIndex = (value: number, levels: readonly number[]): number => {
  const step = levels[1]! - levels[0]!;
  return Math.min(Math.max(Math.round((value - levels[0]!) / step), 0), levels.length - 1);
};

/** Shares of the levels so far, one pseudo-day spread over all levels. */
function climate(values: Float64Array, levels: readonly number[]): number[] {
  const shares = new Array<number>(levels.length).fill(1 / levels.length);
  for (const value of values) if (!Number.isNaN(value)) shares[levelIndex(value, levels)]! += 1;
  return normalised(shares);
}

/**
 * The last value again with the probability with which it held so far over as many days, otherwise
 * what is usual for this person.
 */
export const lastValue: SeriesForecaster = (values, levels, horizon) => {
  const usual = climate(values, levels);
  const last = values.findLastIndex((value) => !Number.isNaN(value));
  if (last < 0) return Array.from({ length: horizon }, () => usual);
  const held = levelIndex(values[last]!, levels);
  return Array.from({ length: horizon }, (_, h) => {
    const gap = values.length - 1 - last + h + 1;
    let same = 1;
    let pairs = 2;
    for (let t = gap; t < values.length; t++) {
      if (Number.isNaN(values[t]!) || Number.isNaN(values[t - gap]!)) continue;
      pairs++;
      if (levelIndex(values[t]!, levels) === levelIndex(values[t - gap]!, levels)) same++;
    }
    const keep = same / pairs;
    return normalised(usual.map((share, k) => (1 - keep) * share + (k === held ? keep : 0)));
  });
};

const grid = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

interface Ar1 {
  readonly mean: number;
  readonly phi: number;
  /** Stationary variance. */
  readonly variance: number;
}

/** Exact maximum likelihood of a Gaussian AR(1) with gaps; mean and variance in closed form for each phi. */
export function fitAr1(values: Float64Array): Ar1 {
  const seen = Array.from(values.keys()).filter((t) => !Number.isNaN(values[t]!));
  let best: Ar1 & { readonly logLikelihood: number } = {
    mean: 0,
    phi: 0,
    variance: 1,
    logLikelihood: -Infinity,
  };
  for (const phi of grid(0, 0.98, 50)) {
    const steps = seen.map((t, i) => (i === 0 ? 0 : phi ** (t - seen[i - 1]!)));
    const weights = steps.map((keep) => 1 / (1 - keep * keep));
    let xx = 0;
    let xy = 0;
    seen.forEach((t, i) => {
      const x = 1 - steps[i]!;
      const y = values[t]! - (i === 0 ? 0 : steps[i]! * values[seen[i - 1]!]!);
      xx += weights[i]! * x * x;
      xy += weights[i]! * x * y;
    });
    const mean = xy / xx;
    let squares = 0;
    let logWeights = 0;
    seen.forEach((t, i) => {
      const before = i === 0 ? 0 : steps[i]! * (values[seen[i - 1]!]! - mean);
      squares += weights[i]! * (values[t]! - mean - before) ** 2;
      logWeights += Math.log(weights[i]!);
    });
    const variance = Math.max(squares / seen.length, 1e-8);
    const logLikelihood = 0.5 * (logWeights - seen.length * Math.log(variance));
    if (logLikelihood > best.logLikelihood) best = { mean, phi, variance, logLikelihood };
  }
  return best;
}

/** AR(1) around a mean, scored as a rounded normal cut off at the ends of the scale. */
export const ar1: SeriesForecaster = (values, levels, horizon) => {
  const last = values.findLastIndex((value) => !Number.isNaN(value));
  if (last < 0) return Array.from({ length: horizon }, () => climate(values, levels));
  const { mean, phi, variance } = fitAr1(values);
  return Array.from({ length: horizon }, (_, h) => {
    const keep = phi ** (values.length - last + h);
    const sd = Math.sqrt(variance * (1 - keep * keep)) + 1e-6;
    return discretised(mean + keep * (values[last]! - mean), sd, levels, 'truncated');
  });
};

/** Local level filtered with a given ratio of walk to error variance; the scale is profiled out. */
function localLevel(values: Float64Array, ratio: number) {
  let level = 0;
  let spread = 1e7;
  let n = 0;
  let squares = 0;
  let logs = 0;
  let first = true;
  for (const value of values) {
    spread += ratio;
    if (Number.isNaN(value)) continue;
    const f = spread + 1;
    const surprise = value - level;
    if (!first) {
      n++;
      squares += (surprise * surprise) / f;
      logs += Math.log(f);
    }
    first = false;
    level += (spread / f) * surprise;
    spread /= f;
  }
  const error = Math.max(squares / Math.max(n, 1), 1e-8);
  return { level, spread, error, logLikelihood: -0.5 * (n * Math.log(error) + logs) };
}

/**
 * Ordered random walk with equally spaced cutpoints: a latent walk read through rounding and the
 * ends of the scale (EczemaPred's OrderedRW in its equal-spacing form), fitted by maximum
 * likelihood of the local level model.
 */
export const orderedRandomWalk: SeriesForecaster = (values, levels, horizon) => {
  const ratios = grid(-10, 6, 65).map((power) => 2 ** power);
  const best = ratios
    .map((ratio) => ({ ratio, ...localLevel(values, ratio) }))
    .reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a));
  return Array.from({ length: horizon }, (_, h) => {
    const variance = best.error * (best.spread + (h + 1) * best.ratio + 1);
    return discretised(best.level, Math.sqrt(variance), levels, 'censored');
  });
};

/** What is usual for this person, whatever the day. */
export const historical: SeriesForecaster = (values, levels, horizon) =>
  Array.from({ length: horizon }, () => climate(values, levels));
