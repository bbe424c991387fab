import type { Random } from '@zonula/numerics';
import type { Basis } from './basis.ts';
import { whitenPush } from './filter.ts';
import type { Problem } from './model.ts';

/**
 * Collapsed Gibbs scan of the indicators g_j in {no effect, kernel 1..H} with every coefficient
 * integrated out (George & McCulloch 1997, section 4.2; one "single effect" of Wang et al. 2020 a step).
 * Covariates are removed by projection under their prior; exact given dynamics, weights and latent scores.
 */
export interface Member {
  readonly exposure: number;
  readonly candidate: number;
  readonly self: number;
  readonly cross: number;
  readonly column: Float64Array;
  readonly columnOffset: number;
  readonly solved: Float64Array;
  readonly solvedOffset: number;
  /** Projected product with every prepared candidate. */
  readonly products: Float64Array;
}

export interface Prepared {
  /** Exposures that this scan visits. */
  readonly exposures: Int32Array;
  readonly columns: Float64Array;
  readonly self: Float64Array;
  readonly cross: Float64Array;
  /** Projection coefficients on the covariates, q a candidate. */
  readonly solved: Float64Array;
}

export interface ScanBuffers {
  columns: Float64Array;
  self: Float64Array;
  cross: Float64Array;
  solved: Float64Array;
}

export const createScanBuffers = (): ScanBuffers => ({
  columns: new Float64Array(0),
  self: new Float64Array(0),
  cross: new Float64Array(0),
  solved: new Float64Array(0),
});

/** Whitens every candidate of the given exposures and projects the covariates out. */
export const prepare = (
  problem: Problem,
  basis: Basis,
  exposures: Int32Array,
  buffers: ScanBuffers,
): Prepared => {
  const { days, kernels, covariates } = problem;
  const count = problem.recorded.length;
  const candidates = exposures.length * kernels.length;
  if (buffers.self.length < candidates) {
    buffers.columns = new Float64Array(candidates * count);
    buffers.self = new Float64Array(candidates);
    buffers.cross = new Float64Array(candidates);
    buffers.solved = new Float64Array(candidates * covariates);
  }
  const { columns, self, cross, solved } = buffers;
  const { factor, capacity, outcome } = basis;
  const z = basis.columns;
  for (let e = 0; e < exposures.length; e++) {
    for (let h = 0; h < kernels.length; h++) {
      const c = e * kernels.length + h;
      const at = c * count;
      whitenPush(
        problem,
        basis.gains,
        problem.pushes,
        (exposures[e] * kernels.length + h) * days,
        columns,
        at,
        kernels[h].route,
      );
      let own = 0;
      let withOutcome = 0;
      for (let i = 0; i < count; i++) {
        const v = columns[at + i];
        own += v * v;
        withOutcome += v * outcome[i];
      }
      for (let k = 0; k < covariates; k++) {
        let sum = 0;
        const row = k * count;
        for (let i = 0; i < count; i++) sum += columns[at + i] * z[row + i];
        for (let l = 0; l < k; l++) sum -= factor[k * capacity + l] * solved[c * covariates + l];
        sum /= factor[k * capacity + k];
        solved[c * covariates + k] = sum;
        own -= sum * sum;
        withOutcome -= sum * basis.solved[k];
      }
      self[c] = own;
      cross[c] = withOutcome;
    }
  }
  return { exposures, columns, self, cross, solved };
};

const projectedProduct = (
  count: number,
  covariates: number,
  a: Float64Array,
  ao: number,
  sa: Float64Array,
  sao: number,
  b: Float64Array,
  bo: number,
  sb: Float64Array,
  sbo: number,
): number => {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += a[ao + i] * b[bo + i];
  for (let k = 0; k < covariates; k++) sum -= sa[sao + k] * sb[sbo + k];
  return sum;
};

const productsWith = (
  problem: Problem,
  prepared: Prepared,
  column: Float64Array,
  columnOffset: number,
  solved: Float64Array,
  solvedOffset: number,
): Float64Array => {
  const candidates = prepared.exposures.length * problem.kernels.length;
  const products = new Float64Array(candidates);
  const count = problem.recorded.length;
  for (let c = 0; c < candidates; c++)
    products[c] = projectedProduct(
      count,
      problem.covariates,
      column,
      columnOffset,
      solved,
      solvedOffset,
      prepared.columns,
      c * count,
      prepared.solved,
      c * problem.covariates,
    );
  return products;
};

/** The active exposures as members of the scan, taken from the basis. */
export const membersOf = (
  problem: Problem,
  basis: Basis,
  prepared: Prepared,
  active: readonly number[],
): Member[] => {
  const count = problem.recorded.length;
  const { covariates, kernels } = problem;
  return active.map((candidate, a) => {
    const column = basis.columns;
    const columnOffset = (covariates + a) * count;
    const solved = new Float64Array(covariates);
    for (let k = 0; k < covariates; k++)
      solved[k] = basis.factor[(covariates + a) * basis.capacity + k];
    let self = 0;
    let cross = 0;
    for (let i = 0; i < count; i++) {
      self += column[columnOffset + i] * column[columnOffset + i];
      cross += column[columnOffset + i] * basis.outcome[i];
    }
    for (let k = 0; k < covariates; k++) {
      self -= solved[k] * solved[k];
      cross -= solved[k] * basis.solved[k];
    }
    return {
      exposure: Math.floor(candidate / kernels.length),
      candidate,
      self,
      cross,
      column,
      columnOffset,
      solved,
      solvedOffset: 0,
      products: productsWith(problem, prepared, column, columnOffset, solved, 0),
    };
  });
};

interface Factor {
  readonly lower: Float64Array;
  readonly solved: Float64Array;
  readonly size: number;
}

const factorise = (problem: Problem, members: readonly Member[], slabPrecision: number): Factor => {
  const size = members.length;
  const lower = new Float64Array(size * size);
  const solved = new Float64Array(size);
  const count = problem.recorded.length;
  for (let i = 0; i < size; i++) {
    const a = members[i];
    for (let j = 0; j <= i; j++) {
      const b = members[j];
      let sum =
        i === j
          ? a.self + slabPrecision
          : projectedProduct(
              count,
              problem.covariates,
              a.column,
              a.columnOffset,
              a.solved,
              a.solvedOffset,
              b.column,
              b.columnOffset,
              b.solved,
              b.solvedOffset,
            );
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k];
      lower[i * size + j] = i === j ? Math.sqrt(sum) : sum / lower[j * size + j];
    }
    let u = a.cross;
    for (let k = 0; k < i; k++) u -= lower[i * size + k] * solved[k];
    solved[i] = u / lower[i * size + i];
  }
  return { lower, solved, size };
};

/**
 * One pass over the prepared exposures in random order.
 * @param members changed in place
 * @param visit told each exposure's conditional probability of having any effect
 */
export const scan = (
  problem: Problem,
  prepared: Prepared,
  members: Member[],
  slab: number,
  acting: readonly [number, number],
  random: Random,
  visit: (exposure: number, probability: number) => void,
): void => {
  const { exposures } = prepared;
  const kernels = problem.kernels.length;
  const count = problem.recorded.length;
  const { covariates } = problem;
  const slabPrecision = 1 / (slab * slab);
  const logSlab = Math.log(slab);
  const order = shuffled(exposures.length, random);
  const logBayes = new Float64Array(kernels);
  let factor = factorise(problem, members, slabPrecision);
  let work = new Float64Array(members.length + 8);
  for (const e of order) {
    const exposure = exposures[e];
    const at = members.findIndex((member) => member.exposure === exposure);
    const old = at >= 0 ? members[at] : null;
    if (old !== null) {
      members.splice(at, 1);
      factor = factorise(problem, members, slabPrecision);
    }
    const { lower, solved, size } = factor;
    if (work.length < size) work = new Float64Array(size + 8);
    let top = Number.NEGATIVE_INFINITY;
    for (let h = 0; h < kernels; h++) {
      const c = e * kernels + h;
      let d = prepared.self[c] + slabPrecision;
      let num = prepared.cross[c];
      for (let i = 0; i < size; i++) {
        let w = members[i].products[c];
        for (let k = 0; k < i; k++) w -= lower[i * size + k] * work[k];
        w /= lower[i * size + i];
        work[i] = w;
        d -= w * w;
        num -= w * solved[i];
      }
      logBayes[h] = (0.5 * num * num) / d - 0.5 * Math.log(d) - logSlab;
      if (logBayes[h] > top) top = logBayes[h];
    }
    let sum = 0;
    for (let h = 0; h < kernels; h++) {
      logBayes[h] = Math.exp(logBayes[h] - top);
      sum += logBayes[h];
    }
    const total = problem.exposures;
    const priorOdds =
      (problem.priorOdds[exposure] * (acting[0] + size)) / (acting[1] * total + total - 1 - size);
    const odds = priorOdds * (sum / kernels) * Math.exp(Math.min(top, 600));
    const probability = odds / (1 + odds);
    visit(exposure, probability);
    if (random.uniform() >= probability) continue;
    let pick = random.uniform() * sum;
    let h = 0;
    while (h < kernels - 1 && (pick -= logBayes[h]) > 0) h++;
    const candidate = exposure * kernels + h;
    if (old !== null && old.candidate === candidate) {
      members.push(old);
    } else {
      const c = e * kernels + h;
      members.push({
        exposure,
        candidate,
        self: prepared.self[c],
        cross: prepared.cross[c],
        column: prepared.columns,
        columnOffset: c * count,
        solved: prepared.solved,
        solvedOffset: c * covariates,
        products: productsWith(
          problem,
          prepared,
          prepared.columns,
          c * count,
          prepared.solved,
          c * covariates,
        ),
      });
    }
    factor = factorise(problem, members, slabPrecision);
  }
};

const shuffled = (length: number, random: Random): Int32Array => {
  const order = Int32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const held = order[i];
    order[i] = order[j];
    order[j] = held;
  }
  return order;
};
