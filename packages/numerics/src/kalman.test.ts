import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kalmanFilter, kalmanLogLikelihood, kalmanSmoother } from './kalman.ts';
import { choleskyInPlace, choleskyLogDeterminant, choleskySolve } from './linear-algebra.ts';
import { createRandom, type Random } from './random.ts';
import { simulateStates } from './simulation-smoother.ts';
import type { StateSpace } from './state-space.ts';

/** A random model with m states, some noiseless, z changing over time, h changing or not. */
function randomModel(m: number, n: number, random: Random): StateSpace {
  const draws = (count: number, scale = 1) =>
    Float64Array.from({ length: count }, () => scale * random.normal());
  const covariance = (rank: number) => {
    const root = draws(m * m);
    const c = new Float64Array(m * m);
    for (let i = 0; i < m; i++)
      for (let j = 0; j < m; j++)
        for (let k = 0; k < rank; k++) c[i * m + j]! += root[i * m + k]! * root[j * m + k]!;
    return c;
  };
  return {
    size: m,
    observation: random.uniform() < 0.5 ? draws(m) : draws(n * m),
    observationVariance:
      random.uniform() < 0.5 ? 0.7 : Float64Array.from({ length: n }, () => random.gamma(2)),
    transition: draws(m * m, 0.5),
    stateCovariance: covariance(1 + random.integer(m)),
    initialMean: draws(m),
    initialCovariance: covariance(m),
  };
}

/** Mean (n m) and covariance (n m x n m) of all states from the definition. */
function jointPrior(model: StateSpace, n: number) {
  const m = model.size;
  const size = n * m;
  const mean = new Float64Array(size);
  const covariance = new Float64Array(size * size);
  mean.set(model.initialMean);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < m; j++) covariance[i * size + j] = model.initialCovariance[i * m + j]!;
  for (let t = 1; t < n; t++)
    for (let i = 0; i < m; i++) {
      const row = t * m + i;
      for (let k = 0; k < m; k++) {
        const weight = model.transition[i * m + k]!;
        mean[row]! += weight * mean[(t - 1) * m + k]!;
        for (let c = 0; c < t * m; c++)
          covariance[row * size + c]! += weight * covariance[((t - 1) * m + k) * size + c]!;
      }
      for (let c = 0; c < t * m; c++) covariance[c * size + row] = covariance[row * size + c]!;
      for (let j = 0; j <= i; j++) {
        let sum = model.stateCovariance[i * m + j]!;
        for (let k = 0; k < m; k++)
          sum += model.transition[j * m + k]! * covariance[row * size + (t - 1) * m + k]!;
        covariance[row * size + t * m + j] = sum;
        covariance[(t * m + j) * size + row] = sum;
      }
    }
  return { mean, covariance, size };
}

/** Likelihood and conditional moments by one big multivariate normal. */
function bruteForce(model: StateSpace, y: Float64Array) {
  const n = y.length;
  const m = model.size;
  const { mean, covariance, size } = jointPrior(model, n);
  const seen = [...y.keys()].filter((t) => !Number.isNaN(y[t]!));
  const z = (t: number, i: number) =>
    model.observation[model.observation.length === m ? i : t * m + i]!;
  const h = (t: number) =>
    typeof model.observationVariance === 'number'
      ? model.observationVariance
      : model.observationVariance[t]!;
  // Cov(state row, y_t)
  const cross = (row: number, t: number) => {
    let sum = 0;
    for (let i = 0; i < m; i++) sum += covariance[row * size + t * m + i]! * z(t, i);
    return sum;
  };
  const k = seen.length;
  const s = new Float64Array(k * k);
  const residual = new Float64Array(k);
  seen.forEach((t, a) => {
    residual[a] = y[t]!;
    for (let i = 0; i < m; i++) residual[a]! -= z(t, i) * mean[t * m + i]!;
    seen.forEach((u, b) => {
      for (let i = 0; i < m; i++) s[a * k + b]! += z(t, i) * cross(t * m + i, u);
      if (a === b) s[a * k + b]! += h(t);
    });
  });
  choleskyInPlace(s, k);
  const weights = residual.slice();
  choleskySolve(s, k, weights);
  const quadratic = residual.reduce((sum, r, a) => sum + r * weights[a]!, 0);
  const logLikelihood =
    -0.5 * (k * Math.log(2 * Math.PI) + choleskyLogDeterminant(s, k) + quadratic);
  const conditionalMean = mean.map((v, row) => {
    let sum = v;
    seen.forEach((t, a) => {
      sum += cross(row, t) * weights[a]!;
    });
    return sum;
  });
  const conditionalVariance = mean.map((_, row) => {
    const c = Float64Array.from(seen, (t) => cross(row, t));
    const solved = c.slice();
    choleskySolve(s, k, solved);
    return covariance[row * size + row]! - c.reduce((sum, v, a) => sum + v * solved[a]!, 0);
  });
  return { logLikelihood, conditionalMean, conditionalVariance };
}

function randomSeries(n: number, random: Random): Float64Array {
  return Float64Array.from({ length: n }, () =>
    random.uniform() < 0.25 ? Number.NaN : 2 * random.normal(),
  );
}

describe('against one big multivariate normal', () => {
  test('likelihood, smoothed means and variances, gaps and all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 2, max: 7 }),
        fc.nat(1e6),
        (m, n, seed) => {
          const random = createRandom(seed);
          const model = randomModel(m, n, random);
          const y = randomSeries(n, random);
          const filter = kalmanFilter(model, y);
          const smoother = kalmanSmoother(model, filter);
          const exact = bruteForce(model, y);
          expect(filter.logLikelihood).toBeCloseTo(exact.logLikelihood, 7);
          exact.conditionalMean.forEach((v, i) => {
            expect(smoother.mean[i]).toBeCloseTo(v, 6);
          });
          exact.conditionalVariance.forEach((v, row) => {
            const t = Math.floor(row / m);
            const i = row % m;
            expect(smoother.covariance[t * m * m + i * m + i]).toBeCloseTo(v, 6);
          });
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  test('the last smoothed state is the last filtered state', () => {
    const random = createRandom(4);
    const model = randomModel(2, 9, random);
    const filter = kalmanFilter(model, randomSeries(9, random));
    const smoother = kalmanSmoother(model, filter);
    for (const i of [0, 1])
      expect(smoother.mean[16 + i]).toBeCloseTo(filter.filteredMean[16 + i]!, 10);
  });
});

test('the simulation smoother has the smoothed mean and variance, and the right lag covariance', () => {
  const random = createRandom(9);
  const model: StateSpace = {
    size: 2,
    observation: Float64Array.of(1, 0.5),
    observationVariance: 0.4,
    transition: Float64Array.of(1, 0, 0, 0.7),
    stateCovariance: Float64Array.of(0.1, 0, 0, 0.5),
    initialMean: Float64Array.of(1, 0),
    initialCovariance: Float64Array.of(2, 0, 0, 1),
  };
  const y = Float64Array.of(1.2, Number.NaN, 0.3, 2.2, Number.NaN, Number.NaN, 1.9);
  const exact = bruteForce(model, y);
  const runs = 20_000;
  const sum = new Float64Array(14);
  const squares = new Float64Array(14);
  const observed: number[] = [];
  for (let run = 0; run < runs; run++) {
    const states = simulateStates(model, y, random);
    states.forEach((v, i) => {
      sum[i]! += v;
      squares[i]! += v * v;
    });
    observed.push(states[2]! - states[0]!);
  }
  exact.conditionalMean.forEach((mean, i) => {
    const sd = Math.sqrt(exact.conditionalVariance[i]!);
    expect(Math.abs(sum[i]! / runs - mean)).toBeLessThan((4.5 * sd) / Math.sqrt(runs));
    const variance = squares[i]! / runs - (sum[i]! / runs) ** 2;
    expect(Math.abs(variance / sd ** 2 - 1)).toBeLessThan(0.05);
  });
  // Level on day 2 minus level on day 1: y is missing on day 2, so this needs the joint draw. The
  // first differences are states of an augmented model.
  const augmented: StateSpace = {
    size: 3,
    observation: Float64Array.of(1, 0.5, 0),
    observationVariance: 0.4,
    transition: Float64Array.of(1, 0, 0, 0, 0.7, 0, 0, 0, 0),
    stateCovariance: Float64Array.of(0.1, 0, 0.1, 0, 0.5, 0, 0.1, 0, 0.1),
    initialMean: Float64Array.of(1, 0, 0),
    initialCovariance: Float64Array.of(2, 0, 0, 0, 1, 0, 0, 0, 0.1),
  };
  const difference = kalmanSmoother(augmented, kalmanFilter(augmented, y));
  const mean = difference.mean[5]!;
  const variance = difference.covariance[9 + 8]!;
  const got = observed.reduce((s, v) => s + v, 0) / runs;
  expect(Math.abs(got - mean)).toBeLessThan(4.5 * Math.sqrt(variance / runs));
  const gotVariance = observed.reduce((s, v) => s + (v - got) ** 2, 0) / runs;
  expect(Math.abs(gotVariance / variance - 1)).toBeLessThan(0.05);
});

test('the burn-in leaves out the first observed terms', () => {
  const model: StateSpace = {
    size: 1,
    observation: Float64Array.of(1),
    observationVariance: 1,
    transition: Float64Array.of(1),
    stateCovariance: Float64Array.of(0),
    initialMean: Float64Array.of(0),
    initialCovariance: Float64Array.of(3),
  };
  const y = Float64Array.of(Number.NaN, 2, 1);
  const first = -0.5 * (Math.log(2 * Math.PI * 4) + 4 / 4);
  expect(kalmanLogLikelihood(model, y) - kalmanLogLikelihood(model, y, 1)).toBeCloseTo(first, 12);
  expect(() => kalmanFilter({ ...model, size: 2 }, y)).toThrow(RangeError);
});
