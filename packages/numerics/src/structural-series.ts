/**
 * Bayesian structural time series: a local level plus a static regression with spike and slab,
 * after Scott & Varian 2014 and Brodersen et al. 2015 ("Inferring causal impact using Bayesian
 * structural time-series models", Annals of Applied Statistics 9:247), with the default priors of
 * the R packages bsts and CausalImpact. Gibbs sampling: level by simulation smoother, its variance,
 * then the regression. Missing y (NaN) is predicted.
 */
import { gram, multiplyTransposed, multiplyVector } from './linear-algebra.ts';
import { localLevelModel } from './local-level.ts';
import type { Random } from './random.ts';
import { simulateStates } from './simulation-smoother.ts';
import {
  drawSpikeSlab,
  drawStandardDeviation,
  type RegressionState,
  type SpikeSlabPrior,
  slabPrecision,
  type VariancePrior,
} from './spike-slab.ts';
import { sampleMoments } from './welch.ts';

export interface StructuralSeriesOptions {
  readonly draws: number;
  readonly burnIn: number;
  /** Prior guess at the sd of a level step, as a share of sd(y); default 0.01. */
  readonly levelShare?: number;
  /** Expected number of regressors in the model; default 3. */
  readonly expectedModelSize?: number;
  /** Expected R^2; default 0.8. */
  readonly expectedRSquared?: number;
  /** Weight of the prior guess at the noise, in observations; default 50. */
  readonly noiseDegreesOfFreedom?: number;
}

export interface StructuralSeries {
  /** E(y_t) of each draw: level plus regression, draws x n. */
  readonly fitted: Float64Array;
  /** y_t of each draw: fitted plus noise, draws x n. */
  readonly predicted: Float64Array;
  /** Standard deviation of the noise, per draw. */
  readonly noise: Float64Array;
  /** Standard deviation of a level step, per draw. */
  readonly levelStep: Float64Array;
  /** draws x columns; exactly 0 where the regressor was left out. */
  readonly coefficients: Float64Array;
}

const SLAB_INFORMATION = 0.01;
const LEVEL_WEIGHT = 32;

/**
 * Posterior draws for y (n values) given x (n x columns row-major; all known). Hand in standardised
 * data, and a column of ones as bsts does. Throws RangeError when y has fewer than three known
 * values, is constant, or shapes do not match.
 */
export function sampleStructuralSeries(
  y: Float64Array,
  x: Float64Array,
  columns: number,
  options: StructuralSeriesOptions,
  random: Random,
): StructuralSeries {
  const n = y.length;
  const moments = sampleMoments(y);
  if (x.length !== n * columns || moments.count < 3 || !(moments.variance > 0)) {
    throw new RangeError('structural series: y must vary and match x');
  }
  const seen = [...y.keys()].filter((t) => !Number.isNaN(y[t]!));
  const seenX = new Float64Array(seen.length * columns);
  seen.forEach((t, i) => {
    seenX.set(x.subarray(t * columns, (t + 1) * columns), i * columns);
  });
  const xtx = gram(seenX, seen.length, columns);
  const sd = Math.sqrt(moments.variance);
  const { level, slab } = priors(x, n, columns, sd, options);
  const state: RegressionState & { levelStep: number } = {
    coefficients: new Float64Array(columns),
    included: Uint8Array.from(slab.inclusion, (p) => (p === 1 ? 1 : 0)),
    sigma: slab.variance.guess,
    levelStep: level.guess,
  };
  const { draws, burnIn } = options;
  const out = {
    fitted: new Float64Array(draws * n),
    predicted: new Float64Array(draws * n),
    noise: new Float64Array(draws),
    levelStep: new Float64Array(draws),
    coefficients: new Float64Array(draws * columns),
  };
  const residual = new Float64Array(n);
  const seenResidual = new Float64Array(seen.length);
  const start = y[seen[0]!]!;
  for (let sweep = -burnIn; sweep < draws; sweep++) {
    const regression = multiplyVector(x, n, columns, state.coefficients);
    for (let t = 0; t < n; t++) residual[t] = y[t]! - regression[t]!;
    const model = localLevelModel(state.sigma ** 2, state.levelStep ** 2, start, moments.variance);
    const path = simulateStates(model, residual, random);
    let steps = 0;
    for (let t = 1; t < n; t++) steps += (path[t]! - path[t - 1]!) ** 2;
    state.levelStep = drawStandardDeviation(level, n - 1, steps, random);
    let yty = 0;
    seen.forEach((t, i) => {
      seenResidual[i] = y[t]! - path[t]!;
      yty += seenResidual[i]! ** 2;
    });
    const xty = multiplyTransposed(seenX, seen.length, columns, seenResidual);
    drawSpikeSlab({ xtx, xty, yty, rows: seen.length }, slab, state, random);
    if (sweep < 0) continue;
    const contribution = multiplyVector(x, n, columns, state.coefficients);
    for (let t = 0; t < n; t++) {
      const fitted = path[t]! + contribution[t]!;
      out.fitted[sweep * n + t] = fitted;
      out.predicted[sweep * n + t] = fitted + state.sigma * random.normal();
    }
    out.noise[sweep] = state.sigma;
    out.levelStep[sweep] = state.levelStep;
    out.coefficients.set(state.coefficients, sweep * columns);
  }
  return out;
}

/** The defaults of bsts and CausalImpact, with sd = sd(y). */
function priors(
  x: Float64Array,
  n: number,
  columns: number,
  sd: number,
  options: StructuralSeriesOptions,
): { readonly level: VariancePrior; readonly slab: SpikeSlabPrior } {
  const size = options.expectedModelSize ?? 3;
  const share = size < columns ? size / columns : 1;
  return {
    level: {
      guess: (options.levelShare ?? 0.01) * sd,
      degreesOfFreedom: LEVEL_WEIGHT,
      limit: sd,
    },
    slab: {
      inclusion: new Float64Array(columns).fill(share),
      precision: slabPrecision(gram(x, n, columns), columns, n, SLAB_INFORMATION),
      variance: {
        guess: Math.sqrt(1 - (options.expectedRSquared ?? 0.8)) * sd,
        degreesOfFreedom: options.noiseDegreesOfFreedom ?? 50,
        limit: 1.2 * sd,
      },
    },
  };
}
