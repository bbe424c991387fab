import type { Random } from '@zonula/numerics';
import type { Basis } from './basis.ts';
import { dot, dotRows } from './dot.ts';
import { whitenCandidate } from './filter.ts';
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
  const kernels = problem.kernels.length;
  const count = problem.recorded.length;
  const candidates = exposures.length * kernels;
  if (buffers.self.length < candidates) {
    buffers.columns = new Float64Array(candidates * count);
    buffers.self = new Float64Array(candidates);
    buffers.cross = new Float64Array(candidates);
    buffers.solved = new Float64Array(candidates * problem.covariates);
  }
  for (let e = 0; e < exposures.length; e++)
    for (let h = 0; h < kernels; h++)
      prepareCandidate(problem, basis, exposures[e], h, e * kernels + h, buffers);
  const { columns, self, cross, solved } = buffers;
  return { exposures, columns, self, cross, solved };
};

/** Not part of the loop above: the compiler would throw its code away at the end of every loop. */
const prepareCandidate = (
  problem: Problem,
  basis: Basis,
  exposure: number,
  kernel: number,
  c: number,
  buffers: ScanBuffers,
): void => {
  const { days, kernels, covariates } = problem;
  const count = problem.recorded.length;
  const { columns, solved } = buffers;
  const { factor, capacity } = basis;
  whitenCandidate(
    problem,
    basis.gains,
    problem.pushes,
    (exposure * kernels.length + kernel) * days,
    columns,
    c * count,
    kernels[kernel].route,
    basis.outcome,
    products,
  );
  let own = products[0];
  let withOutcome = products[1];
  const first = c * covariates;
  dotRows(columns, c * count, basis.columns, 0, covariates, count, solved, first);
  for (let k = 0; k < covariates; k++) {
    let sum = solved[first + k];
    for (let l = 0; l < k; l++) sum -= factor[k * capacity + l] * solved[first + l];
    sum /= factor[k * capacity + k];
    solved[first + k] = sum;
    own -= sum * sum;
    withOutcome -= sum * basis.solved[k];
  }
  buffers.self[c] = own;
  buffers.cross[c] = withOutcome;
};

const products = new Float64Array(2);

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
  let sum = dot(a, ao, b, bo, count);
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
  const { covariates } = problem;
  dotRows(column, columnOffset, prepared.columns, 0, candidates, count, products, 0);
  for (let c = 0; c < candidates; c++) {
    let sum = products[c];
    for (let k = 0; k < covariates; k++)
      sum -= solved[solvedOffset + k] * prepared.solved[c * covariates + k];
    products[c] = sum;
  }
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
    let self = dot(column, columnOffset, column, columnOffset, count);
    let cross = dot(column, columnOffset, basis.outcome, 0, count);
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
 * Odds that an exposure has any effect, given the members (which must not hold it), and the relative
 * weight of each of its kernels.
 */
const weigh = (
  problem: Problem,
  prepared: Prepared,
  e: number,
  members: readonly Member[],
  { lower, solved, size }: Factor,
  slab: number,
  acting: readonly [number, number],
  weights: Float64Array,
): { readonly odds: number; readonly sum: number } => {
  const kernels = problem.kernels.length;
  const slabPrecision = 1 / (slab * slab);
  const logSlab = Math.log(slab);
  const work = new Float64Array(size);
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
    weights[h] = (0.5 * num * num) / d - 0.5 * Math.log(d) - logSlab;
    if (weights[h] > top) top = weights[h];
  }
  let sum = 0;
  for (let h = 0; h < kernels; h++) {
    weights[h] = Math.exp(weights[h] - top);
    sum += weights[h];
  }
  const total = problem.exposures;
  const priorOdds =
    (problem.priorOdds[prepared.exposures[e]] * (acting[0] + size)) /
    (acting[1] + total + total - 1 - size);
  return { odds: priorOdds * (sum / kernels) * Math.exp(Math.min(top, 600)), sum };
};

const pickIndex = (weights: Float64Array, sum: number, random: Random): number => {
  let pick = random.uniform() * sum;
  let index = 0;
  while (index < weights.length - 1 && (pick -= weights[index]) > 0) index++;
  return index;
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
  const order = shuffled(exposures.length, random);
  const weights = new Float64Array(kernels);
  let factor = factorise(problem, members, slabPrecision);
  for (const e of order) {
    const exposure = exposures[e];
    const at = members.findIndex((member) => member.exposure === exposure);
    const old = at >= 0 ? members[at] : null;
    if (old !== null) {
      members.splice(at, 1);
      factor = factorise(problem, members, slabPrecision);
    }
    const { odds, sum } = weigh(problem, prepared, e, members, factor, slab, acting, weights);
    const probability = odds / (1 + odds);
    visit(exposure, probability);
    if (random.uniform() >= probability) continue;
    const h = pickIndex(weights, sum, random);
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

/**
 * Metropolis moves that add a random exposure or drop a random member (reversible jump with the kernel
 * drawn from its conditional, so that the acceptance odds are the inclusion odds times the proposal ratio).
 * They keep the number of effects moving between the rounds that visit an unpromising exposure.
 * @param members changed in place; their `products` are not kept up to date
 */
export const addOrDrop = (
  problem: Problem,
  basis: Basis,
  members: Member[],
  slab: number,
  acting: readonly [number, number],
  moves: number,
  random: Random,
): void => {
  const { exposures, kernels, covariates } = problem;
  const count = problem.recorded.length;
  const weights = new Float64Array(kernels.length);
  let buffers = createScanBuffers();
  for (let move = 0; move < moves; move++) {
    const add = random.uniform() < 0.5;
    if (add ? members.length === exposures : members.length === 0) continue;
    let exposure: number;
    let rest: Member[];
    if (add) {
      do exposure = random.integer(exposures);
      while (members.some((member) => member.exposure === exposure));
      rest = members;
    } else {
      const at = random.integer(members.length);
      exposure = members[at].exposure;
      rest = members.filter((_, i) => i !== at);
    }
    const prepared = prepare(problem, basis, Int32Array.of(exposure), buffers);
    const { columns, solved } = prepared;
    const withProducts = rest.map((member) => ({
      ...member,
      products: productsWith(
        problem,
        prepared,
        member.column,
        member.columnOffset,
        member.solved,
        member.solvedOffset,
      ),
    }));
    const factor = factorise(problem, withProducts, 1 / (slab * slab));
    const { odds, sum } = weigh(problem, prepared, 0, withProducts, factor, slab, acting, weights);
    const ratio = ((exposures - rest.length) * odds) / (rest.length + 1);
    if (random.uniform() >= (add ? ratio : 1 / ratio)) continue;
    if (!add) {
      members.splice(
        members.findIndex((member) => member.exposure === exposure),
        1,
      );
      continue;
    }
    const h = pickIndex(weights, sum, random);
    members.push({
      exposure,
      candidate: exposure * kernels.length + h,
      self: prepared.self[h],
      cross: prepared.cross[h],
      column: columns,
      columnOffset: h * count,
      solved,
      solvedOffset: h * covariates,
      products: new Float64Array(0),
    });
    // The new member keeps its column in them.
    buffers = createScanBuffers();
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
