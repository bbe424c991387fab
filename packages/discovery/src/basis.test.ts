import { choleskyInPlace, choleskyInverse } from '@zonula/numerics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleProblem } from '../fixtures/problems.ts';
import { createBasis, drawCoefficients, fillBasis, slabWidth } from './basis.ts';
import { denseLogMarginal, responseOf, stateCovariances } from './exact.ts';
import { createGains } from './filter.ts';
import { dailyKernels } from './kernels.ts';
import { defaultPriors } from './model.ts';

const filled = (seed: number, active: readonly number[], slab: number, exposures = 3) => {
  const example = exampleProblem(seed, {
    shockDegrees: defaultPriors.shockDegrees,
    exposures,
    days: 35,
  });
  const { problem, precision, dynamics, y } = example;
  const basis = createBasis(problem, createGains(problem.days));
  const scratch = new Float64Array(problem.days);
  fillBasis(problem, defaultPriors, dynamics, precision, slab, y, active, scratch, basis);
  return { ...example, basis };
};

describe('the log marginal', () => {
  it('equals one dense multivariate normal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom(0.2, 0.6, 2),
        (seed, exposures, kernel, slab) => {
          const active = exposures.map((j) => j * 3 + ((kernel + j) % 3));
          const { problem, precision, dynamics, y, basis } = filled(seed, active, slab);
          const given = { dynamics, precision };
          const dense = denseLogMarginal(problem, defaultPriors, given, slab, y, active);
          const constant = -0.5 * y.length * Math.log(2 * Math.PI);
          expect(basis.logMarginal + constant).toBeCloseTo(dense, 7);
        },
      ),
      { seed: 3, numRuns: 60 },
    );
  });

  it('does not change by an exposure that never varies', () => {
    const { problem, precision, dynamics, y } = exampleProblem(4);
    const pushes = problem.pushes.slice().fill(0, 0, problem.days);
    const still = { ...problem, pushes };
    const basis = createBasis(still, createGains(problem.days));
    const scratch = new Float64Array(problem.days);
    const marginal = (active: readonly number[]): number => {
      fillBasis(still, defaultPriors, dynamics, precision, 0.5, y, active, scratch, basis);
      return basis.logMarginal;
    };
    expect(marginal([0, 4])).toBeCloseTo(marginal([4]), 10);
    expect(Number.isFinite(marginal([0]))).toBe(true);
  });

  it('stays right when the basis has to grow', () => {
    const kernels = dailyKernels.slice(0, 3);
    const example = exampleProblem(9, { exposures: 14, kernels, days: 60 });
    const { problem, precision, dynamics, y } = example;
    const active = Array.from({ length: 14 }, (_, j) => j * 3);
    const basis = createBasis(problem, createGains(problem.days));
    const scratch = new Float64Array(problem.days);
    fillBasis(problem, defaultPriors, dynamics, precision, 0.4, y, active, scratch, basis);
    const given = { dynamics, precision };
    const dense = denseLogMarginal(problem, defaultPriors, given, 0.4, y, active);
    expect(basis.logMarginal - 0.5 * y.length * Math.log(2 * Math.PI)).toBeCloseTo(dense, 7);
  });
});

describe('drawn coefficients', () => {
  it('have the mean and covariance of the dense regression', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const slab = 0.5;
        const active = [1, 5];
        const { problem, precision, dynamics, y, basis } = filled(seed, active, slab);
        const { days, recorded, covariates, covariateColumns } = problem;
        const n = recorded.length;
        const { x, m } = stateCovariances(problem, defaultPriors, { dynamics, precision });
        const unit = dynamics.shock ** 2;
        const v = new Float64Array(n * n);
        for (let i = 0; i < n; i++)
          for (let j = 0; j <= i; j++) {
            const at = recorded[i] * days + recorded[j];
            v[i * n + j] = (x[at] + m[at]) / unit + (i === j ? dynamics.noise : 0);
          }
        choleskyInPlace(v, n);
        const inverse = choleskyInverse(v, n);
        const columns = [
          ...Array.from({ length: covariates }, (_, k) =>
            Float64Array.from(recorded, (t) => covariateColumns[k * days + t]),
          ),
          ...active.map((c) => {
            const { response, sd } = responseOf(problem, c, dynamics.persistence);
            return response.map((r) => r / sd);
          }),
        ];
        const p = columns.length;
        const times = (a: Float64Array, b: Float64Array): number => {
          let sum = 0;
          for (let i = 0; i < n; i++)
            for (let j = 0; j < n; j++) sum += a[i] * inverse[i * n + j] * b[j];
          return sum;
        };
        const information = new Float64Array(p * p);
        for (let a = 0; a < p; a++)
          for (let b = 0; b < p; b++) {
            const prior = a < covariates ? defaultPriors.covariateSlab : slabWidth(slab, dynamics);
            information[a * p + b] = times(columns[a], columns[b]) + (a === b ? prior ** -2 : 0);
          }
        choleskyInPlace(information, p);
        const covariance = choleskyInverse(information, p);
        const right = columns.map((column) =>
          times(
            column,
            y.map((value) => value / dynamics.shock),
          ),
        );
        const draw = (which: number): Float64Array => {
          let calls = 0;
          const out = new Float64Array(p);
          drawCoefficients(basis, () => (calls++ === which ? 1 : 0), out);
          return out;
        };
        const mean = draw(-1);
        const loadings = Array.from({ length: p }, (_, k) => draw(k).map((d, i) => d - mean[i]));
        for (let a = 0; a < p; a++) {
          const expected = right.reduce((sum, r, b) => sum + covariance[a * p + b] * r, 0);
          expect(mean[a]).toBeCloseTo(expected, 7);
          for (let b = 0; b < p; b++) {
            const got = loadings.reduce((sum, l) => sum + l[a] * l[b], 0);
            expect(got).toBeCloseTo(covariance[a * p + b], 8);
          }
        }
      }),
      { seed: 4, numRuns: 20 },
    );
  });
});
