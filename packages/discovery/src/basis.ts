import { dot, dotRows } from './dot.ts';
import type { Gains } from './filter.ts';
import { computeGains, whiten, whitenPush } from './filter.ts';
import type { InnerLoops } from './loops/inner-loops.ts';
import type { Dynamics, Priors, Problem } from './model.ts';

/**
 * The Gaussian regression at given dynamics: outcome, covariates and active exposures, whitened, and the
 * Cholesky factor of their joint posterior precision. Covariates come first, so that its leading block
 * serves as the projection that removes them from every candidate.
 */
export interface Basis {
  readonly gains: Gains;
  readonly dotRows: typeof dotRows;
  /** Whitened outcome in units of shock, one value per recorded day. */
  readonly outcome: Float64Array;
  /** Whitened columns, row i at i * recorded; covariates, then active exposures in order. */
  columns: Float64Array;
  /** Lower Cholesky factor of prior precision + columns' columns, row-major with stride `capacity`. */
  factor: Float64Array;
  /** factor^-1 columns' outcome. */
  solved: Float64Array;
  /** Response sd of each active exposure, in its order. */
  sds: Float64Array;
  capacity: number;
  size: number;
  logMarginal: number;
}

const plain = { array: (length: number) => new Float64Array(length), dotRows };

/** Active exposures that a basis holds before it grows. */
const roomForActive = 16;

/** How many values two arrays of a basis take in the loops. */
export const basisValues = ({ covariates, recorded }: Problem): number =>
  (covariates + roomForActive) * (recorded.length + covariates + roomForActive);

/** @param loops where the products are made */
export const createBasis = (
  problem: Problem,
  gains: Gains,
  loops: Pick<InnerLoops, 'array' | 'dotRows'> = plain,
): Basis => {
  const capacity = problem.covariates + roomForActive;
  return {
    gains,
    dotRows: loops.dotRows,
    outcome: new Float64Array(problem.recorded.length),
    columns: loops.array(capacity * problem.recorded.length),
    factor: loops.array(capacity * capacity),
    solved: new Float64Array(capacity),
    sds: new Float64Array(capacity),
    capacity,
    size: 0,
    logMarginal: Number.NEGATIVE_INFINITY,
  };
};

/**
 * Sd of a coefficient per unit-sd response, in units of shock: `slab` times the sd that persistence alone
 * gives x, so that `slab` is the share of the skin's own movement that one exposure may add.
 */
export const slabWidth = (slab: number, dynamics: Dynamics): number =>
  slab / Math.sqrt(1 - dynamics.persistence * dynamics.persistence);

const grow = (basis: Basis, recorded: number, needed: number): void => {
  if (needed <= basis.capacity) return;
  const capacity = needed + 8;
  basis.columns = new Float64Array(capacity * recorded);
  basis.factor = new Float64Array(capacity * capacity);
  basis.solved = new Float64Array(capacity);
  basis.sds = new Float64Array(capacity);
  basis.capacity = capacity;
};

/**
 * Fills `basis` for the given dynamics and active candidates and sets its log marginal likelihood
 * (regression coefficients and states integrated out, constants that depend on nothing left out).
 * @param latent y per recorded day, in points, centred
 * @param scratch T values, overwritten
 */
export const fillBasis = (
  problem: Problem,
  priors: Priors,
  dynamics: Dynamics,
  precision: Float64Array,
  slab: number,
  latent: Float64Array,
  active: readonly number[],
  scratch: Float64Array,
  basis: Basis,
): void => {
  const { days, recorded, covariates } = problem;
  const count = recorded.length;
  const size = covariates + active.length;
  grow(basis, count, size);
  const { gains, outcome, columns, factor, solved, sds, capacity } = basis;
  computeGains(problem, priors, dynamics, precision, gains);
  for (let i = 0; i < count; i++) scratch[recorded[i]] = latent[i] / dynamics.shock;
  whiten(problem, gains, scratch, 0, outcome, 0);
  for (let k = 0; k < covariates; k++)
    whiten(problem, gains, problem.covariateColumns, k * days, columns, k * count);
  for (let a = 0; a < active.length; a++)
    sds[a] = whitenPush(
      problem,
      gains,
      problem.pushes,
      active[a] * days,
      columns,
      (covariates + a) * count,
      problem.kernels[active[a] % problem.kernels.length].route,
    );
  const covariatePrecision = 1 / (priors.covariateSlab * priors.covariateSlab);
  const slabPrecision = slabWidth(slab, dynamics) ** -2;
  let logMarginal =
    -0.5 * gains.logDeterminant -
    count * Math.log(dynamics.shock) -
    0.5 * dot(outcome, 0, outcome, 0, count);
  for (let i = 0; i < size; i++) {
    basis.dotRows(columns, i * count, columns, 0, i + 1, count, factor, i * capacity);
    for (let j = 0; j <= i; j++) {
      let sum = factor[i * capacity + j];
      if (i === j) sum += i < covariates ? covariatePrecision : slabPrecision;
      for (let k = 0; k < j; k++) sum -= factor[i * capacity + k] * factor[j * capacity + k];
      factor[i * capacity + j] = i === j ? Math.sqrt(sum) : sum / factor[j * capacity + j];
    }
    let u = dot(columns, i * count, outcome, 0, count);
    for (let k = 0; k < i; k++) u -= factor[i * capacity + k] * solved[k];
    solved[i] = u / factor[i * capacity + i];
    logMarginal +=
      0.5 * solved[i] * solved[i] -
      Math.log(factor[i * capacity + i]) +
      0.5 * Math.log(i < covariates ? covariatePrecision : slabPrecision);
  }
  basis.size = size;
  basis.logMarginal = logMarginal;
};

/** Draws the coefficients (in units of shock per unit-sd column) from their joint posterior. */
export const drawCoefficients = (basis: Basis, normal: () => number, out: Float64Array): void => {
  const { factor, solved, size, capacity } = basis;
  for (let i = size - 1; i >= 0; i--) {
    let sum = solved[i] + normal();
    for (let k = i + 1; k < size; k++) sum -= factor[k * capacity + i] * out[k];
    out[i] = sum / factor[i * capacity + i];
  }
};
