import type { Random } from '@zonula/numerics';
import { type Basis, basisValues } from './basis.ts';
import { dot } from './dot.ts';
import { type Candidates, createInnerLoops, type InnerLoops } from './loops/inner-loops.ts';
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

export interface Prepared extends Candidates {
  /** Exposures that this scan visits. */
  readonly exposures: Int32Array;
  readonly loops: InnerLoops;
  readonly scratch: Scratch;
}

interface Scratch {
  /** One row. */
  readonly row: Float64Array;
  /** One value per candidate. */
  readonly products: Float64Array;
}

export interface ScanBuffers {
  readonly loops: InnerLoops;
  /** Of all exposures. */
  readonly all: Candidates;
  /** Of one exposure. */
  readonly lone: Candidates;
  readonly scratch: Scratch;
}

/** Two chains that take turns hold two bases each. */
const basesOfChains = 4;

/** @param make the loops to use, for tests that compare them */
export const createScanBuffers = (
  problem: Problem,
  make: typeof createInnerLoops = createInnerLoops,
): ScanBuffers => {
  const { exposures, covariates } = problem;
  const count = problem.recorded.length;
  const kernels = problem.kernels.length;
  const candidates = exposures * kernels;
  const most = Math.max(candidates, kernels);
  const valuesOf = (n: number): number => (n + 1) * (count + 2 + covariates);
  const values = valuesOf(candidates) + valuesOf(kernels) + count + most;
  const loops = make(problem, values + basesOfChains * basisValues(problem), 18);
  const roomFor = (n: number): Candidates => ({
    columns: loops.array((n + 1) * count),
    self: loops.array(n + 1),
    cross: loops.array(n + 1),
    solved: loops.array((n + 1) * covariates),
  });
  return {
    loops,
    all: roomFor(candidates),
    lone: roomFor(kernels),
    scratch: {
      row: loops.array(count),
      products: loops.array(most),
    },
  };
};

/** Whitens every candidate of the given exposures and projects the covariates out. */
export const prepare = (
  problem: Problem,
  basis: Basis,
  exposures: Int32Array,
  { loops, all, scratch }: ScanBuffers,
): Prepared => prepareIn(problem, basis, exposures, loops, all, scratch);

const prepareIn = (
  problem: Problem,
  basis: Basis,
  exposures: Int32Array,
  loops: InnerLoops,
  room: Candidates,
  scratch: Scratch,
): Prepared => {
  const { days, kernels } = problem;
  const { persistence } = basis.gains;
  const candidates = exposures.length * kernels.length;
  const prepareTwo = loops.preparing(basis);
  const rowOf = (c: number): number =>
    (exposures[Math.floor(c / kernels.length)] * kernels.length + (c % kernels.length)) * days;
  const carryOf = (c: number): number =>
    kernels[c % kernels.length].route === 'state' ? persistence : 0;
  for (let c = 0; c < candidates; c += 2) {
    const d = Math.min(c + 1, candidates - 1);
    prepareTwo(rowOf(c), rowOf(d), carryOf(c), carryOf(d), room, c);
  }
  return { exposures, loops, scratch, ...room };
};

/** The candidates of one exposure, from the `first` on. */
const copyCandidates = (
  { kernels, covariates, recorded }: Problem,
  { columns, self, cross, solved }: Candidates,
  first: number,
  to: Candidates,
): void => {
  const end = first + kernels.length;
  to.columns.set(columns.subarray(first * recorded.length, end * recorded.length));
  to.self.set(self.subarray(first, end));
  to.cross.set(cross.subarray(first, end));
  to.solved.set(solved.subarray(first * covariates, end * covariates));
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
  const { row, products: unprojected } = prepared.scratch;
  row.set(column.subarray(columnOffset, columnOffset + count));
  prepared.loops.dotRows(row, 0, prepared.columns, 0, candidates, count, unprojected, 0);
  for (let c = 0; c < candidates; c++) {
    let sum = unprojected[c];
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
 * @param prepared what a scan at the same basis visited
 */
export const addOrDrop = (
  problem: Problem,
  basis: Basis,
  members: Member[],
  slab: number,
  acting: readonly [number, number],
  moves: number,
  random: Random,
  prepared: Prepared,
  { loops, lone, scratch }: ScanBuffers,
): void => {
  const { exposures, kernels, covariates } = problem;
  const count = problem.recorded.length;
  const weights = new Float64Array(kernels.length);
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
    const { columns, solved } = lone;
    const at = prepared.exposures.indexOf(exposure);
    if (at >= 0) copyCandidates(problem, prepared, at * kernels.length, lone);
    else prepareIn(problem, basis, Int32Array.of(exposure), loops, lone, scratch);
    const own: Prepared = { exposures: Int32Array.of(exposure), loops, scratch, ...lone };
    const withProducts = rest.map((member) => ({
      ...member,
      products: productsWith(
        problem,
        own,
        member.column,
        member.columnOffset,
        member.solved,
        member.solvedOffset,
      ),
    }));
    const factor = factorise(problem, withProducts, 1 / (slab * slab));
    const { odds, sum } = weigh(problem, own, 0, withProducts, factor, slab, acting, weights);
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
      self: lone.self[h],
      cross: lone.cross[h],
      column: columns.slice(h * count, (h + 1) * count),
      columnOffset: 0,
      solved: solved.slice(h * covariates, (h + 1) * covariates),
      solvedOffset: 0,
      products: new Float64Array(0),
    });
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
