/**
 * The linear-Gaussian state space model with one observation a step and a small state,
 *
 *   y_t = z_t' a_t + e_t,  e_t ~ N(0, h_t);   a_{t+1} = T a_t + n_t,  n_t ~ N(0, Q);   a_1 ~ N(m, P)
 *
 * and the few matrix products that its recursions need.
 */
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

export function checkShapes(model: StateSpace, n: number): void {
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
export function observationRow(model: StateSpace, t: number): Float64Array {
  const { observation, size } = model;
  return observation.length === size ? observation : observation.subarray(t * size, (t + 1) * size);
}

export function varianceAt(model: StateSpace, t: number): number {
  const h = model.observationVariance;
  return typeof h === 'number' ? h : h[t]!;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** out = A v, or A' v. */
export function apply(
  a: Float64Array,
  v: Float64Array,
  out: Float64Array,
  transposed = false,
): void {
  const m = v.length;
  for (let i = 0; i < m; i++) {
    let sum = 0;
    for (let k = 0; k < m; k++) sum += a[transposed ? k * m + i : i * m + k]! * v[k]!;
    out[i] = sum;
  }
}

/** out = A S A' (or A' S A), S symmetric. */
export function sandwich(
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
