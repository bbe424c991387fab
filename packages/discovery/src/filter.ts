import type { Kernel } from './kernels.ts';
import type { Dynamics, Priors, Problem } from './model.ts';

/**
 * Kalman filter of the two-state model (x, m) whose gains do not depend on the data: computed once per
 * dynamics and shock weights, then any column is whitened in one pass (Harvey 1989, section 3.4.2).
 * Exact up to rounding. All variances are in units of shock^2.
 */
export interface Gains {
  /** Per day; zero where nothing was recorded. */
  readonly gainX: Float64Array;
  readonly gainM: Float64Array;
  /** What a surprise adds to tomorrow's x, and to tomorrow's x + m; zero where nothing was recorded. */
  readonly carryX: Float64Array;
  readonly carrySum: Float64Array;
  /** 1 / sd of the one-step prediction, zero where nothing was recorded. */
  readonly weight: Float64Array;
  /** Observation variance in points^2 per recorded day, where it is not the same every day. */
  readonly noiseAt: Float64Array | null;
  persistence: number;
  /** Sum over recorded days of log prediction variance. */
  logDeterminant: number;
}

export const createGains = (days: number, noiseAt: Float64Array | null = null): Gains => ({
  noiseAt,
  gainX: new Float64Array(days),
  gainM: new Float64Array(days),
  carryX: new Float64Array(days),
  carrySum: new Float64Array(days),
  weight: new Float64Array(days),
  persistence: 0,
  logDeterminant: 0,
});

/** Prior variance of x on the first day, in units of shock^2. */
export const startVariance = (persistence: number, degrees: number): number =>
  degrees / (degrees - 2) / (1 - persistence * persistence);

/**
 * @param precision length T, the shocks' weights l_t
 * @param gains written
 */
export const computeGains = (
  problem: Problem,
  priors: Priors,
  dynamics: Dynamics,
  precision: Float64Array,
  gains: Gains,
): void => {
  const { persistence, noise, drift } = dynamics;
  const { gainX, gainM, carryX, carrySum, weight, noiseAt } = gains;
  const { days, recorded } = problem;
  const shockVariance = dynamics.shock * dynamics.shock;
  let xx = startVariance(persistence, priors.shockDegrees);
  let xm = 0;
  let mm = priors.levelStart * priors.levelStart;
  let next = 0;
  let logDeterminant = 0;
  for (let t = 0; t < days; t++) {
    if (t > 0) {
      xx = persistence * persistence * xx + 1 / precision[t];
      xm *= persistence;
      mm += drift;
    }
    if (next < recorded.length && recorded[next] === t) {
      const sx = xx + xm;
      const sm = xm + mm;
      const f = sx + sm + (noiseAt === null ? noise : noiseAt[next] / shockVariance);
      next++;
      const kx = sx / f;
      const km = sm / f;
      gainX[t] = kx;
      gainM[t] = km;
      carryX[t] = persistence * kx;
      carrySum[t] = persistence * kx + km;
      weight[t] = 1 / Math.sqrt(f);
      logDeterminant += Math.log(f);
      xx -= kx * sx;
      xm -= kx * sm;
      mm -= km * sm;
    } else {
      gainX[t] = 0;
      gainM[t] = 0;
      carryX[t] = 0;
      carrySum[t] = 0;
      weight[t] = 0;
    }
  }
  gains.persistence = persistence;
  gains.logDeterminant = logDeterminant;
};

/**
 * Whitens a column given in outcome space.
 * @param column T values at `offset`
 * @param out one value per recorded day at `outOffset`
 */
export const whiten = (
  problem: Problem,
  gains: Gains,
  column: Float64Array,
  offset: number,
  out: Float64Array,
  outOffset: number,
): void => {
  const { gainM, carryX, carrySum, weight, persistence } = gains;
  const { days } = problem;
  let x = 0;
  let m = 0;
  let predicted = 0;
  let n = outOffset;
  for (let t = 0; t < days; t++) {
    const w = weight[t];
    x *= persistence;
    const ahead = x + m;
    if (w > 0) {
      const v = column[offset + t] - predicted;
      out[n++] = v * w;
      x += carryX[t] * v;
      m += gainM[t] * v;
      // The sum is carried on its own: x and m would make the chain of dependent operations longer.
      predicted = ahead + carrySum[t] * v;
    } else predicted = ahead;
  }
};

/**
 * Whitens the response to a push, carried on by persistence when its route is `state`.
 * The result is divided by the response's standard deviation over the recorded days, which is returned
 * (0 when the response does not vary; the column is then zero).
 */
export const whitenPush = (
  problem: Problem,
  gains: Gains,
  push: Float64Array,
  offset: number,
  out: Float64Array,
  outOffset: number,
  route: Kernel['route'],
): number =>
  whitenCandidate(
    problem,
    gains,
    push,
    offset,
    out,
    outOffset,
    route === 'state' ? gains.persistence : 0,
    gains.weight,
    unused,
  );

const unused = new Float64Array(2);

/**
 * As whitenPush, and in the same pass the products that every candidate needs.
 * @param carry the share of a response that is left a day later, 0-1
 * @param outcome whitened, one value per recorded day
 * @param products written: of the column with itself and with the outcome
 */
export const whitenCandidate = (
  problem: Problem,
  gains: Gains,
  push: Float64Array,
  offset: number,
  out: Float64Array,
  outOffset: number,
  carry: number,
  outcome: Float64Array,
  products: Float64Array,
): number => {
  const { gainM, carryX, carrySum, weight, persistence } = gains;
  const { days } = problem;
  let response = 0;
  let x = 0;
  let m = 0;
  let predicted = 0;
  let count = 0;
  let sum = 0;
  let squares = 0;
  let own = 0;
  let withOutcome = 0;
  for (let t = 0; t < days; t++) {
    response = carry * response + push[offset + t];
    const w = weight[t];
    x *= persistence;
    const ahead = x + m;
    if (w > 0) {
      const v = response - predicted;
      const value = v * w;
      out[outOffset + count] = value;
      own += value * value;
      withOutcome += value * outcome[count];
      count++;
      x += carryX[t] * v;
      m += gainM[t] * v;
      predicted = ahead + carrySum[t] * v;
      sum += response;
      squares += response * response;
    } else predicted = ahead;
  }
  const variance = squares / count - (sum / count) * (sum / count);
  const sd = variance > 1e-12 ? Math.sqrt(variance) : 0;
  const scale = sd > 0 ? 1 / sd : 0;
  const end = outOffset + count;
  for (let i = outOffset; i < end; i++) out[i] *= scale;
  products[0] = own * scale * scale;
  products[1] = withOutcome * scale;
  return sd;
};
