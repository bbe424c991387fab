/**
 * Simulation smoother: Durbin & Koopman 2002 ("A simple and efficient simulation smoother",
 * Biometrika 89:603), mean correction. Exact draws.
 */
import { absorb, carryBack, kalmanFilter } from './kalman.ts';
import type { Random } from './random.ts';
import {
  apply,
  checkShapes,
  dot,
  observationRow,
  type StateSpace,
  varianceAt,
} from './state-space.ts';

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
    carryBack(centred, r, step);
    apply(filter.filteredCovariance.subarray(t * m * m, (t + 1) * m * m), r, step);
    for (let i = 0; i < m; i++)
      states[t * m + i] = states[t * m + i]! + filter.filteredMean[t * m + i]! + step[i]!;
    absorb(centred, filter, t, r, step);
  }
  return states;
}
