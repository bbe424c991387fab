import { choleskyInPlace, solveLower } from '@zonula/numerics';
import { createMaskNumbers } from './masks.ts';
import type { Covariate } from './timeline.ts';

export interface Overlap {
  /** Share of the variance of "taken or not" that the covariates explain, adjusted for their number. */
  readonly share: number;
  /** The covariates that follow it most, at most two. */
  readonly closest: readonly Covariate[];
}

interface Known {
  readonly days: number;
  readonly means: Float64Array;
  readonly spreads: Float64Array;
  /** Lower Cholesky factor of the covariates' correlations over the known days. */
  readonly factor: Float64Array;
}

/** Added to the diagonal so that covariates that depend on each other do not stop the factor. */
const RIDGE = 1e-6;
const CLOSEST = 2;
/** A covariate less alike than this does not help to name what an exposure follows. */
const MIN_NAMED_CORRELATION = 0.3;

const over = (known: Uint8Array, covariates: readonly Covariate[]): Known => {
  const p = covariates.length;
  const means = new Float64Array(p);
  const factor = new Float64Array(p * p);
  let days = 0;
  for (let day = 0; day < known.length; day += 1) {
    if (known[day] === 0) continue;
    days += 1;
    for (let i = 0; i < p; i += 1) {
      const x = covariates[i]!.values[day]!;
      means[i]! += x;
      for (let j = 0; j <= i; j += 1) factor[i * p + j]! += x * covariates[j]!.values[day]!;
    }
  }
  for (let i = 0; i < p; i += 1) means[i]! /= days;
  const spreads = new Float64Array(p);
  for (let i = 0; i < p; i += 1) {
    const squares = factor[i * p + i]! - days * means[i]! * means[i]!;
    spreads[i] = squares > 1e-9 * days ? Math.sqrt(squares) : Number.POSITIVE_INFINITY;
  }
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < i; j += 1) {
      factor[i * p + j] =
        (factor[i * p + j]! - days * means[i]! * means[j]!) / (spreads[i]! * spreads[j]!);
    }
    factor[i * p + i] = 1 + RIDGE;
  }
  if (!choleskyInPlace(factor, p)) throw new Error('correlations of covariates are not definite');
  return { days, means, spreads, factor };
};

/**
 * How far the always-in columns reproduce the days of an exposure: adjusted R-squared of taking it
 * (yes or no) on all covariates together, over the days on which taking is known. The factor is
 * shared by all exposures that are known on the same days.
 */
export const createOverlap = (
  covariates: readonly Covariate[],
): ((dose: Float64Array) => Overlap) => {
  const p = covariates.length;
  const numberOf = createMaskNumbers();
  const factors: Known[] = [];
  return (dose) => {
    if (p === 0) return { share: 0, closest: [] };
    const known = new Uint8Array(dose.length);
    let taken = 0;
    for (let day = 0; day < dose.length; day += 1) {
      if (dose[day]! >= 0) known[day] = 1;
      if (dose[day]! > 0) taken += 1;
    }
    const mask = numberOf(known);
    const { days, means, spreads, factor } = (factors[mask] ??= over(known, covariates));
    const variance = taken - (taken * taken) / days;
    if (days <= p + 1 || !(variance > 0)) return { share: 0, closest: [] };
    const correlations = new Float64Array(p);
    for (let day = 0; day < dose.length; day += 1) {
      if (!(dose[day]! > 0)) continue;
      for (let i = 0; i < p; i += 1) correlations[i]! += covariates[i]!.values[day]! - means[i]!;
    }
    for (let i = 0; i < p; i += 1) correlations[i]! /= spreads[i]! * Math.sqrt(variance);
    const rotated = correlations.slice();
    solveLower(factor, p, rotated);
    const explained = rotated.reduce((sum, value) => sum + value * value, 0);
    const share = 1 - ((1 - explained) * (days - 1)) / (days - p - 1);
    const strength = (i: number): number => Math.abs(correlations[i]!);
    const order = [...covariates.keys()].sort((a, b) => strength(b) - strength(a) || a - b);
    const named = order.filter((i, rank) => rank === 0 || strength(i) >= MIN_NAMED_CORRELATION);
    return { share, closest: named.slice(0, CLOSEST).map((i) => covariates[i]!) };
  };
};
