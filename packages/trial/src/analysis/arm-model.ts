/**
 * The linear model behind the randomisation test: outcome = level + trend + effect x response(arms)
 * + AR(1) with noise, solved by generalised least squares for several dependences at once. All that a
 * re-randomisation needs is a vector and a matrix over the randomised units per dependence, so one
 * assignment costs a few additions. The data enter through sums that do not know the arms.
 */
import { createWhitener, type WeightedDependence } from './dependence.ts';

/** Expected response per day to each randomised unit, were it the only one with the exposure. */
export interface ArmResponse {
  readonly days: number;
  /** One array of `days` values per unit; a lasting full exposure gives 1. */
  readonly units: readonly Float64Array[];
  /** Response to exposures outside the units (say a baseline in which all is as usual). */
  readonly fixed: Float64Array;
}

/** One series projected on the model: what the statistic needs of it. */
export interface Projection {
  /** Per dependence, units + 1 inner products with the response columns (last: the fixed one). */
  readonly products: readonly Float64Array[];
  /** Per dependence, the whitened series without level and trend. */
  readonly residuals: readonly Float64Array[];
}

export interface ArmModel {
  readonly units: number;
  /** Known days minus level and trend. */
  readonly degreesOfFreedom: number;
  readonly weights: Float64Array;
  /** Per dependence: - (ln det V + ln det XᵀV⁻¹X) / 2. */
  readonly logVolumes: Float64Array;
  /** Days of a series. */
  readonly days: number;
  /** One value per day; NaN only on days that are not used. Into `into`, made by this model, where it is given. */
  readonly project: (series: Float64Array, into?: Projection) => Projection;
  /** Information on the effect under an assignment, one number per dependence, into `out`. */
  readonly information: (arms: ArrayLike<number>, out: Float64Array) => void;
}

/**
 * `known` are the ascending indices of the days to use. `nuisance` are further columns (one value
 * per day) beside level and linear trend. Columns that add nothing are left out.
 */
export function createArmModel(
  response: ArmResponse,
  known: ArrayLike<number>,
  dependences: readonly WeightedDependence[],
  nuisance: readonly Float64Array[] = [],
): ArmModel {
  const n = known.length;
  const units = response.units.length;
  const width = units + 1;
  const middle = n === 0 ? 0 : (known[0]! + known[n - 1]!) / 2;
  const half = n === 0 ? 1 : Math.max(1, (known[n - 1]! - known[0]!) / 2);
  const pick = (column: Float64Array, picked = new Float64Array(n)): Float64Array => {
    for (let i = 0; i < n; i++) picked[i] = column[known[i]!]!;
    return picked;
  };
  const trend = new Float64Array(n);
  for (let i = 0; i < n; i++) trend[i] = (known[i]! - middle) / half;
  const raw = [new Float64Array(n).fill(1), trend, ...nuisance.map((column) => pick(column))];
  const columns = [...response.units, response.fixed].map((column) => pick(column));
  const sparse = columns.map((column) => {
    const at = Int32Array.from([...column.keys()].filter((i) => column[i] !== 0));
    return { at, values: Float64Array.from(at, (i) => column[i]!) };
  });
  const logVolumes = new Float64Array(dependences.length);
  let rank = 0;
  const models = dependences.length;
  /** Lower triangle, off-diagonals doubled, the dependences of an entry side by side. */
  const grams = new Float64Array(width * width * models);
  const picked = new Float64Array(n);
  const back = new Float64Array(n);
  const parts = dependences.map((dependence, k) => {
    const whitener = createWhitener(known, dependence);
    const basis: Float64Array[] = [];
    let logDeterminant = whitener.logDeterminant;
    for (const column of raw) {
      const work = new Float64Array(n);
      whitener.apply(column, work);
      const before = dot(work, work);
      for (const unit of basis) subtract(work, unit, dot(work, unit));
      const square = dot(work, work);
      if (!(square > 1e-10 * before)) continue;
      const norm = Math.sqrt(square);
      for (let i = 0; i < n; i++) work[i] = work[i]! / norm;
      basis.push(work);
      logDeterminant += Math.log(square);
    }
    rank = basis.length;
    logVolumes[k] = -0.5 * logDeterminant;
    const whiten = (picked: Float64Array, work: Float64Array): Float64Array => {
      whitener.apply(picked, work);
      const before = dot(work, work);
      for (const unit of basis) subtract(work, unit, dot(work, unit));
      // Rounding of a column that level and trend hold wholly is no variation.
      if (dot(work, work) <= 1e-20 * before) work.fill(0);
      return work;
    };
    const whitened = columns.map((column) => whiten(column, new Float64Array(n)));
    for (let i = 0; i < width; i++) {
      for (let j = 0; j <= i; j++)
        grams[(i * width + j) * models + k] = (i === j ? 1 : 2) * dot(whitened[i]!, whitened[j]!);
    }
    /** Inner products with the columns of a projected series: with the raw columns after the transposed map. */
    const multiply = (residual: Float64Array, products: Float64Array): void => {
      whitener.transposed(residual, back);
      for (let c = 0; c < width; c++) {
        const { at, values } = sparse[c]!;
        let sum = 0;
        for (let i = 0; i < at.length; i++) sum += values[i]! * back[at[i]!]!;
        products[c] = sum;
      }
    };
    return { whiten, multiply };
  });
  const active = new Int32Array(width);
  const projection = (): Projection => ({
    residuals: parts.map(() => new Float64Array(n)),
    products: parts.map(() => new Float64Array(width)),
  });
  return {
    units,
    degreesOfFreedom: n - rank,
    weights: Float64Array.from(dependences, ({ weight }) => weight),
    logVolumes,
    days: response.days,
    project: (series, into = projection()) => {
      pick(series, picked);
      for (let k = 0; k < parts.length; k++) {
        const { whiten, multiply } = parts[k]!;
        multiply(whiten(picked, into.residuals[k]!), into.products[k]!);
      }
      return into;
    },
    information: (arms, out) => {
      let count = 0;
      for (let u = 0; u < units; u++) if (arms[u] === 1) active[count++] = u;
      active[count++] = units;
      out.fill(0);
      for (let i = 0; i < count; i++) {
        const row = active[i]! * width;
        for (let j = 0; j <= i; j++) {
          const at = (row + active[j]!) * models;
          for (let k = 0; k < models; k++) out[k] = out[k]! + grams[at + k]!;
        }
      }
    },
  };
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function subtract(a: Float64Array, b: Float64Array, factor: number): void {
  for (let i = 0; i < a.length; i++) a[i] = a[i]! - factor * b[i]!;
}
