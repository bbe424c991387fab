/**
 * Welch's t test for two means with unequal variances (Welch 1947, Biometrika 34:28; degrees of
 * freedom after Satterthwaite 1946). Tails from studentTCdf, relative accuracy 1e-12. Missing values
 * (NaN) are left out.
 */
import { studentTCdf, studentTQuantile } from './special.ts';

export interface WelchTest {
  /** Mean of the first sample minus mean of the second. */
  readonly difference: number;
  readonly standardError: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly pValue: number;
  readonly lower: number;
  readonly upper: number;
  /** Difference over the pooled standard deviation. */
  readonly cohensD: number;
}

export interface SampleMoments {
  readonly count: number;
  readonly mean: number;
  /** Divisor count - 1; NaN below two values. */
  readonly variance: number;
}

/** Count, mean and variance of the values that are not NaN. */
export function sampleMoments(values: ArrayLike<number>): SampleMoments {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (Number.isNaN(x)) continue;
    count++;
    const step = x - mean;
    mean += step / count;
    squares += step * (x - mean);
  }
  return {
    count,
    mean: count > 0 ? mean : Number.NaN,
    variance: count > 1 ? squares / (count - 1) : Number.NaN,
  };
}

/**
 * Two-sided test and interval at `level`. Undefined when a sample has fewer than two values or both
 * are constant: there is then nothing to judge by.
 */
export function welchTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  level = 0.95,
): WelchTest | undefined {
  const a = sampleMoments(first);
  const b = sampleMoments(second);
  const partA = a.variance / a.count;
  const partB = b.variance / b.count;
  const square = partA + partB;
  if (!(square > 0)) return undefined;
  const standardError = Math.sqrt(square);
  const degreesOfFreedom =
    (square * square) / ((partA * partA) / (a.count - 1) + (partB * partB) / (b.count - 1));
  const difference = a.mean - b.mean;
  const t = difference / standardError;
  const margin = standardError * studentTQuantile(0.5 + level / 2, degreesOfFreedom);
  const pooled =
    ((a.count - 1) * a.variance + (b.count - 1) * b.variance) / (a.count + b.count - 2);
  return {
    difference,
    standardError,
    t,
    degreesOfFreedom,
    pValue: 2 * studentTCdf(-Math.abs(t), degreesOfFreedom),
    lower: difference - margin,
    upper: difference + margin,
    cohensD: difference / Math.sqrt(pooled),
  };
}
