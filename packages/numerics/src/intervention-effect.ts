/**
 * Effect of an intervention on a series: what happened minus what a structural time series fitted
 * before it predicts (Brodersen et al. 2015, Annals of Applied Statistics 9:247), summarised as the
 * R package CausalImpact does: variables standardised over the time before, tail probability with
 * the observed value counted in.
 */
import { quantile } from './diagnostics.ts';
import type { Random } from './random.ts';
import { type StructuralSeriesOptions, sampleStructuralSeries } from './structural-series.ts';
import { sampleMoments } from './welch.ts';

export interface Summary {
  readonly mean: number;
  readonly sd: number;
  readonly lower: number;
  readonly upper: number;
}

export interface InterventionEffect {
  /** Sum of y after the intervention. */
  readonly actual: number;
  readonly length: number;
  /** Sum of y as predicted without the intervention. Divide by `length` for the average. */
  readonly predicted: Summary;
  readonly effect: Summary;
  /** Effect over the predicted sum. */
  readonly relativeEffect: Summary;
  /** One-sided tail probability. */
  readonly tailProbability: number;
  /** Draws of the predicted sum, for convergence diagnostics. */
  readonly draws: Float64Array;
}

/**
 * y: n values; regressors: arrays of n known values, untouched by the intervention; rows before
 * `start` are used for fitting. Intervals hold 95 %.
 */
export function interventionEffect(
  y: Float64Array,
  regressors: readonly Float64Array[],
  start: number,
  options: StructuralSeriesOptions,
  random: Random,
): InterventionEffect {
  const n = y.length;
  const columns = regressors.length + 1;
  const x = new Float64Array(n * columns);
  const scaled = [new Float64Array(n).fill(1), ...regressors.map((v) => standardise(v, start))];
  for (let t = 0; t < n; t++) for (let c = 0; c < columns; c++) x[t * columns + c] = scaled[c]![t]!;
  const { mean, variance } = sampleMoments(y.subarray(0, start));
  const sd = Math.sqrt(variance);
  const before = y.map((v, t) => (t < start ? (v - mean) / sd : Number.NaN));
  const series = sampleStructuralSeries(before, x, columns, options, random);
  const length = n - start;
  const sums = (values: Float64Array) =>
    Float64Array.from({ length: options.draws }, (_, d) => {
      let sum = 0;
      for (let t = start; t < n; t++) sum += values[d * n + t]!;
      return sum * sd + length * mean;
    });
  const draws = sums(series.predicted);
  const fitted = sums(series.fitted);
  const actual = y.subarray(start).reduce((s, v) => s + v, 0);
  const above = draws.filter((v) => v >= actual).length + 1;
  const below = draws.filter((v) => v <= actual).length + 1;
  const expected = fitted.reduce((s, v) => s + v, 0) / fitted.length;
  return {
    actual,
    length,
    predicted: { ...summarise(draws), mean: expected },
    effect: { ...summarise(draws.map((v) => actual - v)), mean: actual - expected },
    relativeEffect: summarise(draws.map((v) => actual / v - 1)),
    tailProbability: Math.min(above, below) / (draws.length + 1),
    draws,
  };
}

/** Mean 0 and sd 1 over the rows before `start`; a constant is only centred. */
function standardise(values: Float64Array, start: number): Float64Array {
  const { mean, variance } = sampleMoments(values.subarray(0, start));
  const sd = variance > 0 ? Math.sqrt(variance) : 1;
  return values.map((v) => (v - mean) / sd);
}

function summarise(draws: Float64Array): Summary {
  const { mean, variance } = sampleMoments(draws);
  return {
    mean,
    sd: Math.sqrt(variance),
    lower: quantile(draws, 0.025),
    upper: quantile(draws, 0.975),
  };
}
