import { choleskyInPlace, choleskyLogDeterminant, solveLower } from '@zonula/numerics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Example, exampleProblem } from '../fixtures/problems.ts';
import { responseOf, stateCovariances } from './exact.ts';
import {
  computeGains,
  createGains,
  type Gains,
  startVariance,
  whiten,
  whitenPush,
} from './filter.ts';
import { defaultPriors } from './model.ts';

const degrees = defaultPriors.shockDegrees;
const examples = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  missing: fc.constantFrom(0, 0.3, 0.8),
  heavy: fc.boolean(),
});

const exampleOf = ({ seed, missing, heavy }: { seed: number; missing: number; heavy: boolean }) =>
  exampleProblem(seed, { missing, days: 30, ...(heavy ? { shockDegrees: degrees } : {}) });

/** Cholesky factor of the recorded days' covariance in units of shock^2. */
const denseFactor = ({ problem, precision, dynamics }: Example, noiseAt?: Float64Array) => {
  const { days, recorded } = problem;
  const n = recorded.length;
  const { x, m } = stateCovariances(problem, defaultPriors, { dynamics, precision });
  const v = new Float64Array(n * n);
  const unit = dynamics.shock ** 2;
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const at = recorded[i] * days + recorded[j];
      v[i * n + j] = (x[at] + m[at]) / unit;
      if (i === j) v[i * n + j] += noiseAt ? noiseAt[i] / unit : dynamics.noise;
    }
  expect(choleskyInPlace(v, n)).toBe(true);
  return v;
};

const gainsOf = (
  { problem, precision, dynamics }: Example,
  noiseAt: Float64Array | null,
): Gains => {
  const gains = createGains(problem.days, noiseAt);
  computeGains(problem, defaultPriors, dynamics, precision, gains);
  return gains;
};

const expectClose = (a: Float64Array, b: Float64Array): void => {
  expect(a.length).toBe(b.length);
  for (let i = 0; i < a.length; i++) expect(a[i]).toBeCloseTo(b[i], 8);
};

describe('whitening', () => {
  it('equals the dense Cholesky factor of the implied covariance, with gaps and heavy shocks', () => {
    fc.assert(
      fc.property(examples, (options) => {
        const example = exampleOf(options);
        const { problem, random } = example;
        const n = problem.recorded.length;
        const gains = gainsOf(example, null);
        const factor = denseFactor(example);
        expect(gains.logDeterminant).toBeCloseTo(choleskyLogDeterminant(factor, n), 8);
        const column = Float64Array.from({ length: problem.days }, () => random.normal());
        const out = new Float64Array(n + 3);
        whiten(problem, gains, column, 0, out, 3);
        const expected = Float64Array.from(problem.recorded, (t) => column[t]);
        solveLower(factor, n, expected);
        expectClose(out.subarray(3), expected);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('takes an observation variance of its own for every recorded day', () => {
    const example = exampleProblem(5, { shockDegrees: degrees });
    const { problem, random } = example;
    const n = problem.recorded.length;
    const noiseAt = Float64Array.from({ length: n }, () => 0.05 + random.exponential());
    const gains = gainsOf(example, noiseAt);
    const factor = denseFactor(example, noiseAt);
    expect(gains.logDeterminant).toBeCloseTo(choleskyLogDeterminant(factor, n), 8);
    const column = Float64Array.from({ length: problem.days }, () => random.normal());
    const out = new Float64Array(n);
    whiten(problem, gains, column, 0, out, 0);
    const expected = Float64Array.from(problem.recorded, (t) => column[t]);
    solveLower(factor, n, expected);
    expectClose(out, expected);
  });

  it('of a push carries it on by its route and divides by the sd over the recorded days', () => {
    fc.assert(
      fc.property(examples, (options) => {
        const example = exampleOf(options);
        const { problem, dynamics } = example;
        const n = problem.recorded.length;
        const gains = gainsOf(example, null);
        const factor = denseFactor(example);
        for (let c = 0; c < problem.exposures * problem.kernels.length; c++) {
          const { response, sd } = responseOf(problem, c, dynamics.persistence);
          const out = new Float64Array(n);
          const { route } = problem.kernels[c % problem.kernels.length];
          const got = whitenPush(problem, gains, problem.pushes, c * problem.days, out, 0, route);
          expect(got).toBeCloseTo(sd, 8);
          if (sd < 1e-5) continue;
          const expected = response.map((r) => r / sd);
          solveLower(factor, n, expected);
          expectClose(out, expected);
        }
      }),
      { seed: 2, numRuns: 30 },
    );
  });

  it('makes a column of zeros of a response that does not vary', () => {
    const example = exampleProblem(3);
    const { problem } = example;
    const gains = gainsOf(example, null);
    const out = new Float64Array(problem.recorded.length).fill(7);
    const still = new Float64Array(problem.days).fill(2);
    expect(whitenPush(problem, gains, still, 0, out, 0, 'direct')).toBe(0);
    expect([...out].every((v) => v === 0)).toBe(true);
  });

  it('starts x where it stays in the long run', () => {
    const { persistence } = { persistence: 0.8 };
    let variance = 0;
    for (let t = 0; t < 500; t++) variance = persistence ** 2 * variance + degrees / (degrees - 2);
    expect(startVariance(persistence, degrees)).toBeCloseTo(variance, 10);
  });
});
