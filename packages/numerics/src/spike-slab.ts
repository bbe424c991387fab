/**
 * Linear regression with a conjugate spike-and-slab prior: George & McCulloch 1997 (Statistica
 * Sinica 7:339) in the parameterisation of Scott & Varian 2014 ("Predicting the present with
 * Bayesian structural time series"):
 *
 *   include_j ~ Bernoulli(p_j);  b | included, s ~ N(0, s^2 [w ((X'X + diag(X'X)) / 2) / n]^-1);
 *   1 / s^2 ~ Gamma(df / 2, df guess^2 / 2), s below a limit.
 *
 * One sweep draws every indicator with b and s integrated out, then s, then b: exact conditionals
 * but for the limit on s, which the indicators ignore.
 */
import {
  choleskyInPlace,
  choleskyLogDeterminant,
  choleskySolve,
  solveLowerTransposed,
} from './linear-algebra.ts';
import type { Random } from './random.ts';
import { gammaSurvival } from './special.ts';

export interface VariancePrior {
  /** Prior guess at the standard deviation. */
  readonly guess: number;
  /** How many observations the guess is worth. */
  readonly degreesOfFreedom: number;
  /** Largest standard deviation allowed; may be Infinity. */
  readonly limit: number;
}

export interface SpikeSlabPrior {
  readonly inclusion: Float64Array;
  /** Prior precision of all coefficients over s^2, columns x columns. */
  readonly precision: Float64Array;
  readonly variance: VariancePrior;
}

/** The slab above: `information` is the weight w in observations. xtx is X'X over `rows` rows. */
export function slabPrecision(
  xtx: Float64Array,
  columns: number,
  rows: number,
  information: number,
): Float64Array {
  return xtx.map((v, i) => {
    const diagonal = Math.floor(i / columns) === i % columns;
    return ((diagonal ? v : 0.5 * v) * information) / rows;
  });
}

export interface RegressionState {
  readonly coefficients: Float64Array;
  readonly included: Uint8Array;
  sigma: number;
}

/** Sufficient statistics of a regression: X'X, X'y, y'y and the number of rows. */
export interface RegressionMoments {
  readonly xtx: Float64Array;
  readonly xty: Float64Array;
  readonly yty: number;
  readonly rows: number;
}

/** One Gibbs sweep over `state`, in place. */
export function drawSpikeSlab(
  data: RegressionMoments,
  prior: SpikeSlabPrior,
  state: RegressionState,
  random: Random,
): void {
  const columns = state.included.length;
  let current = evaluate(data, prior, state.included);
  for (let j = 0; j < columns; j++) {
    const p = prior.inclusion[j]!;
    state.included[j] = 1 - state.included[j]!;
    const other = evaluate(data, prior, state.included);
    const toOther = state.included[j] ? p / (1 - p) : (1 - p) / p;
    const odds = toOther * Math.exp(other.logMarginal - current.logMarginal);
    if (odds === Infinity || random.uniform() < odds / (1 + odds)) current = other;
    else state.included[j] = 1 - state.included[j]!;
  }
  const { variance } = prior;
  state.sigma = drawStandardDeviation(variance, data.rows, current.sumOfSquares, random);
  const noise = Float64Array.from(current.active, () => state.sigma * random.normal());
  solveLowerTransposed(current.factor, current.active.length, noise);
  state.coefficients.fill(0);
  current.active.forEach((j, i) => {
    state.coefficients[j] = current.mean[i]! + noise[i]!;
  });
}

/**
 * Draws a standard deviation: prior as above and `count` normal deviations from zero whose squares
 * add up to `sumOfSquares`. Exact below the limit.
 */
export function drawStandardDeviation(
  prior: VariancePrior,
  count: number,
  sumOfSquares: number,
  random: Random,
): number {
  const shape = 0.5 * (prior.degreesOfFreedom + count);
  const rate = 0.5 * (prior.degreesOfFreedom * prior.guess ** 2 + sumOfSquares);
  const lowest = rate / prior.limit ** 2;
  const draw = random.gamma(shape);
  return Math.sqrt(rate / (draw >= lowest ? draw : gammaAbove(shape, lowest, random)));
}

/** Gamma(shape, 1) given that it is above `lowest`: inverse survival function by bisection. */
function gammaAbove(shape: number, lowest: number, random: Random): number {
  const target = random.uniform() * gammaSurvival(lowest, shape);
  // Beyond the reach of doubles the tail is exponential.
  if (target === 0) return lowest + random.exponential() / (1 - Math.min(0.999, shape / lowest));
  let low = lowest;
  let high = lowest + shape + 40;
  while (gammaSurvival(high, shape) > target) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = 0.5 * (low + high);
    if (gammaSurvival(middle, shape) > target) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

interface Evaluation {
  readonly active: number[];
  /** Cholesky factor of the posterior precision over s^2. */
  readonly factor: Float64Array;
  readonly mean: Float64Array;
  /** y'y - b' V b: what is left of the sum of squares. */
  readonly sumOfSquares: number;
  readonly logMarginal: number;
}

function evaluate(
  data: RegressionMoments,
  prior: SpikeSlabPrior,
  included: Uint8Array,
): Evaluation {
  const columns = included.length;
  const active = [...included.keys()].filter((j) => included[j]);
  const size = active.length;
  const slab = new Float64Array(size * size);
  const factor = new Float64Array(size * size);
  active.forEach((row, i) => {
    active.forEach((column, j) => {
      const at = row * columns + column;
      slab[i * size + j] = prior.precision[at]!;
      factor[i * size + j] = prior.precision[at]! + data.xtx[at]!;
    });
  });
  const { guess, degreesOfFreedom } = prior.variance;
  if (!(choleskyInPlace(slab, size) && choleskyInPlace(factor, size))) {
    return { active, factor, mean: slab, sumOfSquares: data.yty, logMarginal: -Infinity };
  }
  const right = Float64Array.from(active, (j) => data.xty[j]!);
  const mean = right.slice();
  choleskySolve(factor, size, mean);
  const explained = mean.reduce((sum, b, i) => sum + b * right[i]!, 0);
  const sumOfSquares = Math.max(0, data.yty - explained);
  const total = degreesOfFreedom * guess ** 2 + sumOfSquares;
  const logMarginal =
    0.5 * (choleskyLogDeterminant(slab, size) - choleskyLogDeterminant(factor, size)) -
    0.5 * (degreesOfFreedom + data.rows) * Math.log(total);
  return { active, factor, mean, sumOfSquares, logMarginal };
}
