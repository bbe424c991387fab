import type { Random } from '@zonula/numerics';
import { studentTCdf } from '@zonula/numerics';
import { dot } from './dot.ts';
import { computeGains, createGains, type Gains, whiten, whitenPush } from './filter.ts';
import type { Dynamics, Priors, Problem } from './model.ts';
import type { ChainResult } from './sampler.ts';

/** The posterior's typical dynamics, and the diary whitened by them. */
export interface Whitened {
  readonly gains: Gains;
  /** Outcome, one value per recorded day. */
  readonly outcome: Float64Array;
  readonly covariates: readonly Float64Array[];
  readonly dynamics: Dynamics;
}

export const whitenAtPosterior = (
  problem: Problem,
  priors: Priors,
  chains: readonly ChainResult[],
): Whitened => {
  const draws = chains.flatMap((chain) => chain.draws);
  const average = (f: (d: Dynamics) => number): number =>
    draws.reduce((sum, draw) => sum + f(draw.dynamics), 0) / draws.length;
  const dynamics: Dynamics = {
    persistence: average((d) => d.persistence),
    shock: Math.exp(average((d) => Math.log(d.shock))),
    noise: Math.exp(average((d) => Math.log(d.noise))),
    drift: Math.exp(average((d) => Math.log(d.drift))),
  };
  const mean = (rows: readonly Float64Array[], i: number): number =>
    rows.reduce((sum, row) => sum + row[i], 0) / rows.length;
  const weights = chains.map((chain) => chain.precision);
  const precision = Float64Array.from({ length: problem.days }, (_, t) => mean(weights, t));
  const gains = createGains(problem.days, chains[0].noiseAt);
  computeGains(problem, priors, dynamics, precision, gains);
  const count = problem.recorded.length;
  const column = new Float64Array(problem.days);
  const latents = chains.map((chain) => chain.latent);
  for (let i = 0; i < count; i++) column[problem.recorded[i]] = mean(latents, i) / dynamics.shock;
  const outcome = new Float64Array(count);
  whiten(problem, gains, column, 0, outcome, 0);
  const covariates = Array.from({ length: problem.covariates }, (_, k) => {
    const out = new Float64Array(count);
    whiten(problem, gains, problem.covariateColumns, k * problem.days, out, 0);
    return out;
  });
  return { gains, outcome, covariates, dynamics };
};

export interface LeadTest {
  readonly exposure: number;
  readonly t: number;
  readonly p: number;
  /** Partial t of the same day's dose in the same regression. */
  readonly sameDayT: number;
}

/**
 * Does tomorrow's dose explain today's outcome, given today's and earlier doses, every other suspect, the
 * covariates and the outcome's own past? It cannot be a cause; when it explains, the skin moves the plate.
 * A t test of the lead column in the whitened regression (Granger 1969; a negative control in time).
 * @param doses complete doses per exposure
 * @param suspects candidates held in the regression: (exposure * H + kernel)
 */
export const testLead = (
  problem: Problem,
  whitened: Whitened,
  doses: readonly Float64Array[],
  suspects: readonly number[],
  exposure: number,
): LeadTest => {
  const { days, recorded, kernels } = problem;
  const count = recorded.length;
  const basis: Float64Array[] = [];
  const add = (column: Float64Array): void => {
    const before = norm(column);
    for (const b of basis) subtract(column, b);
    const after = norm(column);
    if (after < 1e-6 * before || after === 0) return;
    for (let i = 0; i < count; i++) column[i] /= after;
    basis.push(column);
  };
  for (const column of whitened.covariates) add(Float64Array.from(column));
  const immediate = (h: number): boolean =>
    kernels[h].start === 0 && kernels[h].weights.length === 1;
  const own = kernels.findIndex((kernel) => kernel.start === 1 && kernel.weights.length === 1);
  const held = new Set(own < 0 ? suspects : [...suspects, exposure * kernels.length + own]);
  for (const candidate of held) {
    const h = candidate % kernels.length;
    if (Math.floor(candidate / kernels.length) === exposure && immediate(h)) continue;
    const out = new Float64Array(count);
    whitenPush(problem, whitened.gains, problem.pushes, candidate * days, out, 0, kernels[h].route);
    add(out);
  }
  const dose = doses[exposure];
  const meanDose = dose.reduce((a, b) => a + b, 0) / days;
  const shifted = (by: number): Float64Array => {
    const column = new Float64Array(days);
    for (let t = 0; t + by < days; t++) column[t] = dose[t + by] - meanDose;
    const out = new Float64Array(count);
    whiten(problem, whitened.gains, column, 0, out, 0);
    for (const b of basis) subtract(out, b);
    return out;
  };
  const today = shifted(0);
  const tomorrow = shifted(1);
  const residual = Float64Array.from(whitened.outcome);
  for (const b of basis) subtract(residual, b);
  const tt = dot(today, 0, today, 0, count);
  const tm = dot(today, 0, tomorrow, 0, count);
  const mm = dot(tomorrow, 0, tomorrow, 0, count);
  const tr = dot(today, 0, residual, 0, count);
  const mr = dot(tomorrow, 0, residual, 0, count);
  const determinant = tt * mm - tm * tm;
  const freedom = count - basis.length - 2;
  if (!(determinant > 1e-9 * tt * mm) || freedom < 5) return { exposure, t: 0, p: 1, sameDayT: 0 };
  const now = (tr * mm - mr * tm) / determinant;
  const lead = (mr * tt - tr * tm) / determinant;
  const rss = dot(residual, 0, residual, 0, count) - now * tr - lead * mr;
  const sd = Math.sqrt(Math.max(rss, 1e-12) / freedom);
  const t = lead / (sd * Math.sqrt(tt / determinant));
  return {
    exposure,
    t,
    p: 2 * studentTCdf(-Math.abs(t), freedom),
    sameDayT: now / (sd * Math.sqrt(mm / determinant)),
  };
};

/**
 * Could a same-day link be the skin choosing the food? When the food follows the day's severity, tomorrow's
 * dose carries the same sign and, in the joint regression on an AR(1) severity, persistence / (1 + persistence^2)
 * of the same day's strength (to first order in the strength); when the food acts, it carries none.
 * @returns true when the lead comes close to what the reverse direction predicts
 */
export const looksReversed = ({ t, sameDayT }: LeadTest, persistence: number): boolean =>
  t * Math.sign(sameDayT) >
  reversedShare * (persistence / (1 + persistence * persistence)) * Math.abs(sameDayT);

/** Share of the predicted lead beyond which the direction cannot be told; above one half favours a claim. */
const reversedShare = 0.75;

const norm = (v: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < v.length; i++) sum += v[i] * v[i];
  return Math.sqrt(sum);
};

/** Removes the part of `v` along the unit vector `b`. */
const subtract = (v: Float64Array, b: Float64Array): void => {
  let sum = 0;
  for (let i = 0; i < v.length; i++) sum += v[i] * b[i];
  for (let i = 0; i < v.length; i++) v[i] -= sum * b[i];
};

export interface ShiftTest {
  readonly shifts: number;
  readonly p: number | null;
}

/**
 * The person's own diary as a null: the outcome's one-step surprises are shifted in a circle against the
 * exposures, which keeps both series' own structure and breaks every link between them. Compares the largest
 * score statistic over all candidates with its distribution over shifts of at least three weeks.
 */
export const testShifts = (
  problem: Problem,
  whitened: Whitened,
  random: Random,
  most = 199,
): ShiftTest => {
  const { days, recorded, exposures, kernels } = problem;
  const surprise = new Float64Array(days);
  const basis: Float64Array[] = [];
  for (const column of whitened.covariates) {
    const own = Float64Array.from(column);
    for (const b of basis) subtract(own, b);
    const length = norm(own);
    if (length < 1e-9) continue;
    for (let i = 0; i < own.length; i++) own[i] /= length;
    basis.push(own);
  }
  const cleaned = Float64Array.from(whitened.outcome);
  for (const b of basis) subtract(cleaned, b);
  let squares = 0;
  for (let i = 0; i < recorded.length; i++) {
    const clipped = Math.max(-4, Math.min(4, cleaned[i]));
    surprise[recorded[i]] = clipped;
    squares += clipped * clipped;
  }
  const margin = 21;
  const room = days - 2 * margin;
  if (room < 20 || squares === 0) return { shifts: 0, p: null };
  const scale = 1 / Math.sqrt(squares / days);
  const candidates = exposures * kernels.length;
  const turned = new Float64Array(days);
  const sums = new Float64Array(4);
  const inverse = new Float64Array(candidates);
  for (let c = 0; c < candidates; c++) {
    let sum = 0;
    let sumSquares = 0;
    for (let t = 0; t < days; t++) {
      const v = problem.pushes[c * days + t];
      sum += v;
      sumSquares += v * v;
    }
    const variance = sumSquares - (sum * sum) / days;
    inverse[c] = variance > 1e-9 ? 1 / Math.sqrt(variance) : 0;
  }
  const { pushes } = problem;
  const largest = (shift: number): number => {
    const turn = days - shift;
    for (let t = 0; t < turn; t++) turned[t] = surprise[t + shift];
    for (let t = turn; t < days; t++) turned[t] = surprise[t - turn];
    let top = 0;
    for (let c = 0; c < candidates; c += 4) {
      sumsOfFour(pushes, c * days, Math.min(4, candidates - c), days, turned, sums);
      for (let k = 0; k < 4 && c + k < candidates; k++) {
        const z = Math.abs(sums[k]) * inverse[c + k] * scale;
        if (z > top) top = z;
      }
    }
    return top;
  };
  const observed = largest(0);
  const shifts = new Set<number>();
  const budget = Math.max(39, Math.min(most, Math.floor(3e7 / (candidates * days))));
  if (room <= budget) for (let s = 0; s < room; s++) shifts.add(margin + s);
  else while (shifts.size < budget) shifts.add(margin + random.integer(room));
  let asLarge = 0;
  for (const shift of shifts) if (largest(shift) >= observed) asLarge++;
  return { shifts: shifts.size, p: (1 + asLarge) / (1 + shifts.size) };
};

/** Products of `count` rows, at most four, with one vector; side by side, as one would wait for its own sum. */
const sumsOfFour = (
  rows: Float64Array,
  at: number,
  count: number,
  n: number,
  vector: Float64Array,
  out: Float64Array,
): void => {
  const a1 = at + Math.min(1, count - 1) * n;
  const a2 = at + Math.min(2, count - 1) * n;
  const a3 = at + Math.min(3, count - 1) * n;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let t = 0; t < n; t++) {
    const v = vector[t];
    s0 += rows[at + t] * v;
    s1 += rows[a1 + t] * v;
    s2 += rows[a2 + t] * v;
    s3 += rows[a3 + t] * v;
  }
  out[0] = s0;
  out[1] = s1;
  out[2] = s2;
  out[3] = s3;
};
