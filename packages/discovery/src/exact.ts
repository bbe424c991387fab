import { choleskyInPlace, choleskyLogDeterminant, logGamma, solveLower } from '@zonula/numerics';
import type { Dynamics, Priors, Problem } from './model.ts';

/**
 * The model written down densely, for checks of the fast engine: covariance matrices, no filter, no
 * projection, no sampling. O(n^3) in the recorded days; exact up to rounding. It shares no code with
 * filter.ts, basis.ts, scan.ts and states.ts.
 */

/** What is held fixed: dynamics and, per day, the shocks' weights. */
export interface Given {
  readonly dynamics: Dynamics;
  readonly precision: Float64Array;
  /** Observation variance in points^2 per recorded day, where it is not the same every day. */
  readonly noiseAt?: Float64Array | null;
}

/** Covariance of the states x + m of two days, in points^2, T x T row-major each. */
export const stateCovariances = (
  { days }: Problem,
  priors: Priors,
  { dynamics, precision }: Given,
): { readonly x: Float64Array; readonly m: Float64Array } => {
  const { persistence, shock, drift } = dynamics;
  const scale = shock * shock;
  const x = new Float64Array(days * days);
  const m = new Float64Array(days * days);
  const degrees = priors.shockDegrees;
  let variance = degrees / (degrees - 2) / (1 - persistence ** 2);
  for (let t = 0; t < days; t++) {
    if (t > 0) variance = persistence ** 2 * variance + 1 / precision[t];
    for (let u = t; u < days; u++) {
      x[t * days + u] = x[u * days + t] = scale * persistence ** (u - t) * variance;
      m[t * days + u] = m[u * days + t] = scale * (priors.levelStart ** 2 + drift * t);
    }
  }
  return { x, m };
};

/** How the recorded days respond to a unit coefficient of a candidate, and the sd of that response. */
export const responseOf = (
  { days, recorded, kernels, pushes }: Problem,
  candidate: number,
  persistence: number,
): { readonly response: Float64Array; readonly sd: number } => {
  const carry = kernels[candidate % kernels.length].route === 'state' ? persistence : 0;
  const all = pushes.slice(candidate * days, (candidate + 1) * days);
  for (let t = 1; t < days; t++) all[t] += carry * all[t - 1];
  const response = Float64Array.from(recorded, (t) => all[t]);
  const mean = response.reduce((a, b) => a + b, 0) / response.length;
  const sd = Math.sqrt(response.reduce((a, b) => a + (b - mean) ** 2, 0) / response.length);
  return { response, sd };
};

/** Covariance of the recorded days' y before any exposure acts, n x n, points^2. */
const backgroundCovariance = (problem: Problem, priors: Priors, given: Given): Float64Array => {
  const { days, recorded, covariates, covariateColumns } = problem;
  const n = recorded.length;
  const { shock, noise } = given.dynamics;
  const { x, m } = stateCovariances(problem, priors, given);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const at = recorded[i] * days + recorded[j];
      let sum = x[at] + m[at];
      if (i === j) sum += given.noiseAt ? given.noiseAt[i] : noise * shock * shock;
      for (let k = 0; k < covariates; k++)
        sum +=
          (shock * priors.covariateSlab) ** 2 *
          covariateColumns[k * days + recorded[i]] *
          covariateColumns[k * days + recorded[j]];
      v[i * n + j] = sum;
    }
  return v;
};

/**
 * Log density of the recorded days' y (centred, points) as one multivariate normal with mean zero,
 * everything but the dynamics and the shocks' weights integrated out.
 * @param active candidates with an effect
 */
export const denseLogMarginal = (
  problem: Problem,
  priors: Priors,
  given: Given,
  slab: number,
  y: Float64Array,
  active: readonly number[],
): number => marginalFrom(problem, priors, given)(slab, y, active);

const marginalFrom = (problem: Problem, priors: Priors, given: Given) => {
  const n = problem.recorded.length;
  const { persistence, shock } = given.dynamics;
  const background = backgroundCovariance(problem, priors, given);
  return (slab: number, y: Float64Array, active: readonly number[]): number => {
    const v = background.slice();
    for (const candidate of active) {
      const { response, sd } = responseOf(problem, candidate, persistence);
      if (sd < 1e-6) continue;
      const variance = (shock * slab) ** 2 / (1 - persistence ** 2) / sd ** 2;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) v[i * n + j] += variance * response[i] * response[j];
    }
    if (!choleskyInPlace(v, n)) throw new RangeError('the covariance is not positive definite');
    const whitened = y.slice();
    solveLower(v, n, whitened);
    const square = whitened.reduce((sum, w) => sum + w * w, 0);
    return -0.5 * (choleskyLogDeterminant(v, n) + square + n * Math.log(2 * Math.PI));
  };
};

/** Exact posterior at given dynamics and weights. */
export interface Enumeration {
  /** Per exposure. */
  readonly inclusion: Float64Array;
  /** Per candidate. */
  readonly candidates: Float64Array;
  /** P(this many exposures act), 0..exposures. */
  readonly size: Float64Array;
  /** Per slab width of the priors. */
  readonly slabs: Float64Array;
}

/**
 * Adds up the posterior over every configuration of (no effect | kernel) per exposure and every slab
 * width: (1 + kernels)^exposures * slabs marginal likelihoods.
 * @param y per recorded day, centred, points
 */
export const enumerate = (
  problem: Problem,
  priors: Priors,
  given: Given,
  y: Float64Array,
): Enumeration => {
  const { exposures, kernels, priorOdds } = problem;
  const [a, b] = priors.acting;
  const logMarginal = marginalFrom(problem, priors, given);
  const logs: number[] = [];
  const states: { active: readonly number[]; slab: number }[] = [];
  const visit = (exposure: number, active: readonly number[], logPrior: number): void => {
    if (exposure < exposures) {
      visit(exposure + 1, active, logPrior);
      for (let h = 0; h < kernels.length; h++)
        visit(
          exposure + 1,
          [...active, exposure * kernels.length + h],
          logPrior + Math.log(priorOdds[exposure] / kernels.length),
        );
      return;
    }
    const k = active.length;
    const share = logGamma(a + k) + logGamma(b + exposures + exposures - k);
    priors.slabs.forEach((width, slab) => {
      logs.push(logPrior + share + logMarginal(width, y, active));
      states.push({ active, slab });
    });
  };
  visit(0, [], 0);
  const top = logs.reduce((x, log) => Math.max(x, log), Number.NEGATIVE_INFINITY);
  const weights = logs.map((log) => Math.exp(log - top));
  const total = weights.reduce((x, w) => x + w, 0);
  const inclusion = new Float64Array(exposures);
  const candidates = new Float64Array(exposures * kernels.length);
  const size = new Float64Array(exposures + 1);
  const slabs = new Float64Array(priors.slabs.length);
  states.forEach(({ active, slab }, s) => {
    const p = weights[s] / total;
    size[active.length] += p;
    slabs[slab] += p;
    for (const candidate of active) {
      candidates[candidate] += p;
      inclusion[Math.floor(candidate / kernels.length)] += p;
    }
  });
  return { inclusion, candidates, size, slabs };
};
