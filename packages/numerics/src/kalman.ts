/**
 * Linear-Gaussian state space model with one observation a step and a small state.
 *
 *   y_t = z_t' a_t + e_t,  e_t ~ N(0, h_t);   a_{t+1} = T a_t + n_t,  n_t ~ N(0, Q);   a_1 ~ N(m, P)
 *
 * Filter, likelihood and smoother after Durbin & Koopman 2012 (Time Series Analysis by State Space
 * Methods, 2nd ed., 4.3-4.5); the backward recursion is de Jong's (1989) and gives the same numbers
 * as Rauch-Tung-Striebel without inverting a covariance. Simulation smoother: Durbin & Koopman 2002
 * (Biometrika 89:603), mean correction. A missing observation is NaN.
 *
 * A diffuse start is a large P (1e6 times the variance of y loses about 1e-10 of a variance to
 * rounding); leave its first terms out of the likelihood with `burnIn`.
 */
import type { Random } from './random.ts';

export interface StateSpace {
  /** Length m of the state. */
  readonly size: number;
  /** z: m values, or n * m row-major when it changes over time. */
  readonly observation: Float64Array;
  /** h: one value, or n values. */
  readonly observationVariance: number | Float64Array;
  /** T: m x m row-major. */
  readonly transition: Float64Array;
  /** Q: m x m, positive semidefinite. */
  readonly stateCovariance: Float64Array;
  /** m: m values. */
  readonly initialMean: Float64Array;
  /** P: m x m, positive semidefinite. */
  readonly initialCovariance: Float64Array;
}

export interface KalmanFilter {
  /** Sum of ln p(y_t | y_1..y_{t-1}) over the observed steps after the burn-in. */
  readonly logLikelihood: number;
  /** E(a_t | y_1..y_{t-1}), n x m. */
  readonly predictedMean: Float64Array;
  /** Var(a_t | y_1..y_{t-1}), n x m x m. */
  readonly predictedCovariance: Float64Array;
  /** E(a_t | y_1..y_t), n x m. */
  readonly filteredMean: Float64Array;
  /** Var(a_t | y_1..y_t), n x m x m. */
  readonly filteredCovariance: Float64Array;
  /** y_t - E(y_t | past), n; NaN where y is missing. */
  readonly innovation: Float64Array;
  /** Var(y_t | past), n. */
  readonly innovationVariance: Float64Array;
}

export interface KalmanSmoother {
  /** E(a_t | y), n x m. */
  readonly mean: Float64Array;
  /** Var(a_t | y), n x m x m. */
  readonly covariance: Float64Array;
}

const LN_2PI = Math.log(2 * Math.PI);

function checkShapes(model: StateSpace, n: number): void {
  const m = model.size;
  const z = model.observation.length;
  const h = model.observationVariance;
  const ok =
    (z === m || z === n * m) &&
    (typeof h === 'number' || h.length === n) &&
    model.transition.length === m * m &&
    model.stateCovariance.length === m * m &&
    model.initialMean.length === m &&
    model.initialCovariance.length === m * m;
  if (!ok) throw new RangeError('state space model: the shapes do not fit together');
}

/** z_t as a view. */
function observationRow(model: StateSpace, t: number): Float64Array {
  const { observation, size } = model;
  return observation.length === size ? observation : observation.subarray(t * size, (t + 1) * size);
}

function varianceAt(model: StateSpace, t: number): number {
  const h = model.observationVariance;
  return typeof h === 'number' ? h : h[t]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** out = A v, or A' v. */
function apply(a: Float64Array, v: Float64Array, out: Float64Array, transposed = false): void {
  const m = v.length;
  for (let i = 0; i < m; i++) {
    let sum = 0;
    for (let k = 0; k < m; k++) sum += a[transposed ? k * m + i : i * m + k]! * v[k]!;
    out[i] = sum;
  }
}

/** out = A S A' (or A' S A), S symmetric. */
function sandwich(
  a: Float64Array,
  s: Float64Array,
  m: number,
  out: Float64Array,
  scratch: Float64Array,
  transposed = false,
): void {
  const at = (i: number, k: number) => a[transposed ? k * m + i : i * m + k]!;
  for (let i = 0; i < m; i++)
    for (let j = 0; j < m; j++) {
      let sum = 0;
      for (let k = 0; k < m; k++) sum += at(i, k) * s[k * m + j]!;
      scratch[i * m + j] = sum;
    }
  for (let i = 0; i < m; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < m; k++) sum += scratch[i * m + k]! * at(j, k);
      out[i * m + j] = sum;
      out[j * m + i] = sum;
    }
}

/**
 * Filters y (n values, NaN = missing). The first `burnIn` observed steps do not enter the
 * likelihood. Throws RangeError on mismatched shapes.
 */
export function kalmanFilter(model: StateSpace, y: Float64Array, burnIn = 0): KalmanFilter {
  const n = y.length;
  const m = model.size;
  checkShapes(model, n);
  const predictedMean = new Float64Array(n * m);
  const predictedCovariance = new Float64Array(n * m * m);
  const filteredMean = new Float64Array(n * m);
  const filteredCovariance = new Float64Array(n * m * m);
  const innovation = new Float64Array(n).fill(Number.NaN);
  const innovationVariance = new Float64Array(n);
  const mean = model.initialMean.slice();
  const covariance = model.initialCovariance.slice();
  const gain = new Float64Array(m);
  const scratch = new Float64Array(m * m);
  const nextMean = new Float64Array(m);
  let logLikelihood = 0;
  let seen = 0;
  for (let t = 0; t < n; t++) {
    predictedMean.set(mean, t * m);
    predictedCovariance.set(covariance, t * m * m);
    const z = observationRow(model, t);
    apply(covariance, z, gain);
    const f = dot(z, gain) + varianceAt(model, t);
    innovationVariance[t] = f;
    if (!Number.isNaN(y[t]!) && f > 0) {
      const v = y[t]! - dot(z, mean);
      innovation[t] = v;
      if (seen++ >= burnIn) logLikelihood -= 0.5 * (LN_2PI + Math.log(f) + (v * v) / f);
      for (let i = 0; i < m; i++) mean[i] = mean[i]! + (gain[i]! * v) / f;
      for (let i = 0; i < m; i++)
        for (let j = 0; j < m; j++)
          covariance[i * m + j] = covariance[i * m + j]! - (gain[i]! * gain[j]!) / f;
    }
    filteredMean.set(mean, t * m);
    filteredCovariance.set(covariance, t * m * m);
    apply(model.transition, mean, nextMean);
    mean.set(nextMean);
    sandwich(model.transition, covariance, m, covariance, scratch);
    for (let i = 0; i < m * m; i++) covariance[i] = covariance[i]! + model.stateCovariance[i]!;
  }
  return {
    logLikelihood,
    predictedMean,
    predictedCovariance,
    filteredMean,
    filteredCovariance,
    innovation,
    innovationVariance,
  };
}

/** ln p(y) without the first `burnIn` observed terms. */
export function kalmanLogLikelihood(model: StateSpace, y: Float64Array, burnIn = 0): number {
  return kalmanFilter(model, y, burnIn).logLikelihood;
}

/** Fixed-interval smoother on the output of kalmanFilter for the same model. */
export function kalmanSmoother(model: StateSpace, filter: KalmanFilter): KalmanSmoother {
  const m = model.size;
  const n = filter.innovation.length;
  const mean = filter.predictedMean.slice();
  const covariance = filter.predictedCovariance.slice();
  const r = new Float64Array(m);
  const information = new Float64Array(m * m);
  const correction = new Float64Array(m * m);
  const scratch = new Float64Array(m * m);
  const step = new Float64Array(m);
  for (let t = n - 1; t >= 0; t--) {
    const p = filter.predictedCovariance.subarray(t * m * m, (t + 1) * m * m);
    stepBack(model, filter, t, r, information);
    apply(p, r, step);
    sandwich(p, information, m, correction, scratch);
    for (let i = 0; i < m; i++) mean[t * m + i] = mean[t * m + i]! + step[i]!;
    for (let i = 0; i < m * m; i++)
      covariance[t * m * m + i] = covariance[t * m * m + i]! - correction[i]!;
  }
  return { mean, covariance };
}

/** r_t, N_t -> r_{t-1}, N_{t-1}, in place. N may be left out. */
function stepBack(
  model: StateSpace,
  filter: KalmanFilter,
  t: number,
  r: Float64Array,
  information?: Float64Array,
): void {
  const m = model.size;
  const scratch = new Float64Array(m * m);
  const carried = new Float64Array(m);
  apply(model.transition, r, carried, true);
  r.set(carried);
  if (information) sandwich(model.transition, information, m, information, scratch, true);
  const v = filter.innovation[t]!;
  if (Number.isNaN(v)) return;
  const f = filter.innovationVariance[t]!;
  const z = observationRow(model, t);
  const gain = new Float64Array(m);
  apply(filter.predictedCovariance.subarray(t * m * m, (t + 1) * m * m), z, gain);
  const pull = (v - dot(gain, r)) / f;
  for (let i = 0; i < m; i++) r[i] = r[i]! + z[i]! * pull;
  if (!information) return;
  // (I - z k') N (I - k z') + z z' / f with k = gain / f.
  const nk = new Float64Array(m);
  apply(information, gain, nk);
  const kNk = dot(gain, nk) / (f * f) + 1 / f;
  for (let i = 0; i < m; i++)
    for (let j = 0; j < m; j++)
      information[i * m + j] =
        information[i * m + j]! - (z[i]! * nk[j]! + nk[i]! * z[j]!) / f + z[i]! * z[j]! * kNk;
}

/** Lower root of a positive semidefinite matrix; a zero pivot leaves a zero column. */
function semidefiniteRoot(a: Float64Array, m: number): Float64Array {
  const l = new Float64Array(m * m);
  for (let j = 0; j < m; j++) {
    let pivot = a[j * m + j]!;
    for (let k = 0; k < j; k++) pivot -= l[j * m + k]! ** 2;
    if (pivot <= 1e-14 * a[j * m + j]!) continue;
    l[j * m + j] = Math.sqrt(pivot);
    for (let i = j + 1; i < m; i++) {
      let sum = a[i * m + j]!;
      for (let k = 0; k < j; k++) sum -= l[i * m + k]! * l[j * m + k]!;
      l[i * m + j] = sum / l[j * m + j]!;
    }
  }
  return l;
}

/** One joint draw of all states given y: n x m. */
export function simulateStates(model: StateSpace, y: Float64Array, random: Random): Float64Array {
  const n = y.length;
  const m = model.size;
  checkShapes(model, n);
  const stateRoot = semidefiniteRoot(model.stateCovariance, m);
  const noise = new Float64Array(m);
  const shock = new Float64Array(m);
  const draw = (root: Float64Array) => {
    for (let i = 0; i < m; i++) noise[i] = random.normal();
    apply(root, noise, shock);
  };
  const state = model.initialMean.slice();
  draw(semidefiniteRoot(model.initialCovariance, m));
  for (let i = 0; i < m; i++) state[i] = state[i]! + shock[i]!;
  const states = new Float64Array(n * m);
  const difference = new Float64Array(n);
  const next = new Float64Array(m);
  for (let t = 0; t < n; t++) {
    states.set(state, t * m);
    const noisy =
      dot(observationRow(model, t), state) + Math.sqrt(varianceAt(model, t)) * random.normal();
    difference[t] = y[t]! - noisy;
    apply(model.transition, state, next);
    draw(stateRoot);
    for (let i = 0; i < m; i++) state[i] = next[i]! + shock[i]!;
  }
  const centred = { ...model, initialMean: new Float64Array(m) };
  const filter = kalmanFilter(centred, difference);
  const r = new Float64Array(m);
  const step = new Float64Array(m);
  for (let t = n - 1; t >= 0; t--) {
    stepBack(centred, filter, t, r);
    apply(filter.predictedCovariance.subarray(t * m * m, (t + 1) * m * m), r, step);
    for (let i = 0; i < m; i++)
      states[t * m + i] = states[t * m + i]! + filter.predictedMean[t * m + i]! + step[i]!;
  }
  return states;
}
