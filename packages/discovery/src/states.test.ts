import { choleskyInPlace, choleskySolve, type Random } from '@zonula/numerics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleProblem } from '../fixtures/problems.ts';
import { stateCovariances } from './exact.ts';
import { defaultPriors } from './model.ts';
import { createStateWorkspace, drawStates } from './states.ts';

/** The draw is linear in its standard normals, so its moments can be read off without drawing. */
const readOff = (seed: number, options: { missing: number; counts: boolean }) => {
  const example = exampleProblem(seed, {
    days: 14,
    missing: options.missing,
    shockDegrees: defaultPriors.shockDegrees,
  });
  const { problem, precision, dynamics, random } = example;
  const n = problem.recorded.length;
  const residual = Float64Array.from({ length: n }, () => 3 * random.normal());
  const noiseAt = options.counts
    ? Float64Array.from({ length: n }, () => 0.1 + random.exponential())
    : null;
  const work = createStateWorkspace(problem.days);
  const drawWith = (which: number): Float64Array => {
    let calls = 0;
    const oneShock = { ...random, normal: () => (calls++ === which ? 1 : 0) } as Random;
    drawStates(problem, defaultPriors, dynamics, precision, residual, noiseAt, oneShock, work);
    return Float64Array.of(...work.x, ...work.m);
  };
  const mean = drawWith(-1);
  const loadings = Array.from({ length: 2 * problem.days }, (_, k) =>
    drawWith(k).map((value, i) => value - mean[i]),
  );
  return { ...example, residual, noiseAt, mean, loadings };
};

describe('drawn states', () => {
  it('have the moments of the dense conditional normal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.record({ missing: fc.constantFrom(0, 0.3, 0.7), counts: fc.boolean() }),
        (seed, options) => {
          const got = readOff(seed, options);
          const { problem, precision, dynamics, residual, noiseAt } = got;
          const { days, recorded } = problem;
          const n = recorded.length;
          const unit = dynamics.shock ** 2;
          const dense = stateCovariances(problem, defaultPriors, { dynamics, precision });
          const x = dense.x.map((v) => v / unit);
          const m = dense.m.map((v) => v / unit);
          const prior = (i: number, j: number): number =>
            i < days === j < days
              ? i < days
                ? x[i * days + j]
                : m[(i - days) * days + j - days]
              : 0;
          const withData = (i: number, r: number): number =>
            prior(i, recorded[r]) + prior(i, recorded[r] + days);
          const v = new Float64Array(n * n);
          for (let r = 0; r < n; r++)
            for (let s = 0; s <= r; s++) {
              const at = recorded[r] * days + recorded[s];
              v[r * n + s] = x[at] + m[at];
              if (r === s) v[r * n + s] += noiseAt ? noiseAt[r] / unit : dynamics.noise;
            }
          choleskyInPlace(v, n);
          const solved = residual.slice();
          choleskySolve(v, n, solved);
          for (let i = 0; i < 2 * days; i++) {
            const gain = Float64Array.from({ length: n }, (_, r) => withData(i, r));
            const mean = gain.reduce((sum, g, r) => sum + g * solved[r], 0);
            expect(got.mean[i]).toBeCloseTo(mean, 6);
            choleskySolve(v, n, gain);
            for (let j = 0; j < 2 * days; j++) {
              let expected = prior(i, j);
              for (let r = 0; r < n; r++) expected -= gain[r] * withData(j, r);
              const covariance = got.loadings.reduce((sum, l) => sum + l[i] * l[j], 0);
              expect(Math.abs(covariance - expected)).toBeLessThan(1e-6);
            }
          }
        },
      ),
      { seed: 5, numRuns: 25 },
    );
  });

  it('stay finite when the level hardly drifts', () => {
    const { problem, precision, random } = exampleProblem(8);
    const dynamics = { persistence: 0.9999, shock: 1, noise: 1e-8, drift: 1e-9 };
    const work = createStateWorkspace(problem.days);
    const residual = Float64Array.from(problem.recorded, () => random.normal());
    drawStates(problem, defaultPriors, dynamics, precision, residual, null, random, work);
    expect([...work.x, ...work.m].every(Number.isFinite)).toBe(true);
  });
});
