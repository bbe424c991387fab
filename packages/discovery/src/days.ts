import type { Random } from '@zonula/numerics';
import type { Basis } from './basis.ts';
import type { Priors, Problem } from './model.ts';
import type { StateWorkspace } from './states.ts';

/**
 * The sampler's loops over days, one function each: small functions are compiled once, whereas loops inside the
 * sampler's long round would have all of it compiled again and again. Everything is in units of shock
 * unless it says points.
 */

/** What covariates and active exposures add to the score. */
export const regressionOf = (
  problem: Problem,
  basis: Basis,
  coefficients: Float64Array,
  active: readonly number[],
  persistence: number,
  out: Float64Array,
): void => {
  const { covariates, kernels } = problem;
  out.fill(0);
  for (let k = 0; k < covariates; k++)
    addCarried(problem.covariateColumns, k * out.length, 0, coefficients[k], out);
  active.forEach((candidate, a) => {
    const sd = basis.sds[a];
    const b = sd > 0 ? coefficients[covariates + a] / sd : 0;
    const carry = kernels[candidate % kernels.length].route === 'state' ? persistence : 0;
    addCarried(problem.pushes, candidate * out.length, carry, b, out);
  });
};

const addCarried = (
  columns: Float64Array,
  at: number,
  carry: number,
  factor: number,
  out: Float64Array,
): void => {
  let carried = 0;
  for (let t = 0; t < out.length; t++) {
    carried = carry * carried + columns[at + t];
    out[t] += factor * carried;
  }
};

/**
 * What the regression leaves of the latent scores on the recorded days.
 * @param latent points, per recorded day
 */
export const residualOf = (
  { recorded }: Problem,
  latent: Float64Array,
  shock: number,
  regression: Float64Array,
  out: Float64Array,
): void => {
  for (let i = 0; i < recorded.length; i++) out[i] = latent[i] / shock - regression[recorded[i]];
};

/** Draws the shock weights given the states. */
export const drawPrecision = (
  priors: Priors,
  persistence: number,
  x: Float64Array,
  random: Random,
  out: Float64Array,
): void => {
  const half = priors.shockDegrees / 2;
  out[0] = random.gamma(half) / half;
  for (let t = 1; t < out.length; t++) {
    const shock = x[t] - persistence * x[t - 1];
    out[t] = random.gamma(half + 0.5) / (half + 0.5 * shock * shock);
  }
};

/** The score without noise, in points from the centre. */
export const responseOf = (
  regression: Float64Array,
  { x, m }: StateWorkspace,
  shock: number,
  out: Float64Array,
): void => {
  for (let t = 0; t < out.length; t++) out[t] = (regression[t] + x[t] + m[t]) * shock;
};

/**
 * Draws the latent scores of the recorded days inside their intervals; those known exactly stay.
 * @param response points from the centre, T values
 * @param noiseSd points
 */
export const drawLatent = (
  { recorded, lower, upper, centre }: Problem,
  response: Float64Array,
  noiseSd: number,
  random: Random,
  latent: Float64Array,
): void => {
  for (let i = 0; i < recorded.length; i++) {
    if (lower[i] === upper[i]) continue;
    latent[i] = random.truncatedNormal(
      response[recorded[i]],
      noiseSd,
      lower[i] - centre,
      upper[i] - centre,
    );
  }
};

/** Log means of the counts on the recorded days. */
export const logMeansOf = (
  { recorded, centre }: Problem,
  response: Float64Array,
  out: Float64Array,
): void => {
  for (let i = 0; i < recorded.length; i++) out[i] = response[recorded[i]] + centre;
};

export const addTo = (sum: Float64Array, values: Float64Array): void => {
  for (let t = 0; t < sum.length; t++) sum[t] += values[t];
};

/** A new series: values * factor + shift. */
export const scaleAndShift = (
  values: Float64Array,
  factor: number,
  shift: number,
): Float64Array => {
  const out = new Float64Array(values.length);
  for (let t = 0; t < out.length; t++) out[t] = values[t] * factor + shift;
  return out;
};
