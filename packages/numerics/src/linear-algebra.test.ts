import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastSquares } from './least-squares.ts';
import {
  choleskyAppend,
  choleskyDelete,
  choleskyDowndate,
  choleskyInPlace,
  choleskyInverse,
  choleskyLogDeterminant,
  choleskySolve,
  choleskyUpdate,
  gram,
  multiplyTransposed,
  multiplyVector,
  solveSymmetric,
} from './linear-algebra.ts';
import { createRandom } from './random.ts';

function positiveDefinite(n: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const x = Float64Array.from({ length: (n + 3) * n }, random.normal);
  return gram(x, n + 3, n);
}

function closeTo(got: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-9): void {
  expect(got.length).toBe(expected.length);
  for (let i = 0; i < got.length; i++) {
    const error = Math.abs(got[i]! - expected[i]!) / Math.max(1, Math.abs(expected[i]!));
    expect(error, `[${i}] ${got[i]} ${expected[i]}`).toBeLessThan(tolerance);
  }
}

/** L Lᵀ of the n x n factor. */
function product(l: Float64Array, n: number, stride = n): Float64Array {
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      for (let k = 0; k <= Math.min(i, j); k++)
        a[i * n + j] = a[i * n + j]! + l[i * stride + k]! * l[j * stride + k]!;
  return a;
}

const size = fc.integer({ min: 1, max: 9 });
const seed = fc.integer({ min: 0, max: 1e6 });

describe('Cholesky', () => {
  test('factor, solve, inverse and determinant', () => {
    fc.assert(
      fc.property(size, seed, (n, s) => {
        const a = positiveDefinite(n, s);
        const l = a.slice();
        expect(choleskyInPlace(l, n)).toBe(true);
        closeTo(product(l, n), a);
        const b = Float64Array.from({ length: n }, createRandom(s + 1).normal);
        const x = solveSymmetric(a, n, b)!;
        closeTo(multiplyVector(a, n, n, x), b, 1e-8);
        closeTo(multiplyVector(choleskyInverse(l, n), n, n, b), x, 1e-7);
        const doubled = a.map((v) => 2 * v);
        choleskyInPlace(doubled, n);
        expect(choleskyLogDeterminant(doubled, n) - choleskyLogDeterminant(l, n)).toBeCloseTo(
          n * Math.LN2,
          9,
        );
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('known 2 x 2', () => {
    const l = Float64Array.of(4, 99, 2, 10);
    expect(choleskyInPlace(l, 2)).toBe(true);
    expect([...l]).toEqual([2, 99, 1, 3]);
    expect(choleskyLogDeterminant(l, 2)).toBeCloseTo(Math.log(36), 14);
    const b = Float64Array.of(8, 14);
    choleskySolve(l, 2, b);
    closeTo(b, [52 / 36, 40 / 36], 1e-14);
  });

  test('says when a matrix is not positive definite', () => {
    expect(choleskyInPlace(Float64Array.of(1, 0, 2, 1), 2)).toBe(false);
    expect(choleskyInPlace(Float64Array.of(Number.NaN), 1)).toBe(false);
    expect(solveSymmetric(Float64Array.of(1, 1, 1, 1), 2, Float64Array.of(1, 2))).toBeUndefined();
    const l = Float64Array.of(1);
    expect(choleskyDowndate(l, 1, Float64Array.of(2))).toBe(false);
    const room = Float64Array.of(1, 0, 0, 0);
    expect(choleskyAppend(room, 1, 2, Float64Array.of(1), 1)).toBe(false);
    expect(() => choleskyAppend(room, 2, 2, Float64Array.of(1, 1), 1)).toThrow(RangeError);
  });

  test('update and downdate undo each other', () => {
    fc.assert(
      fc.property(size, seed, (n, s) => {
        const a = positiveDefinite(n, s);
        const l = a.slice();
        choleskyInPlace(l, n);
        const v = Float64Array.from({ length: n }, createRandom(s + 2).normal);
        choleskyUpdate(l, n, v.slice());
        closeTo(
          product(l, n),
          a.map((x, i) => x + v[Math.floor(i / n)]! * v[i % n]!),
        );
        expect(choleskyDowndate(l, n, v.slice())).toBe(true);
        closeTo(product(l, n), a, 1e-8);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('append and delete rows', () => {
    fc.assert(
      fc.property(size, seed, fc.nat(100), (n, s, where) => {
        const full = positiveDefinite(n + 1, s);
        const m = n + 1;
        const stride = n + 4;
        const l = new Float64Array(m * stride);
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) l[i * stride + j] = full[i * m + j]!;
        choleskyInPlace(l, n, stride);
        expect(choleskyAppend(l, n, stride, full.slice(n * m, n * m + n), full[m * m - 1]!)).toBe(
          true,
        );
        closeTo(product(l, m, stride), full);
        const index = where % m;
        choleskyDelete(l, m, index, stride);
        const rest = [...Array(m).keys()].filter((i) => i !== index);
        closeTo(
          product(l, n, stride),
          rest.flatMap((i) => rest.map((j) => full[i * m + j]!)),
          1e-8,
        );
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe('least squares', () => {
  test('solves the normal equations', () => {
    fc.assert(
      fc.property(size, seed, (n, s) => {
        const random = createRandom(s);
        const rows = n + 5;
        const x = Float64Array.from({ length: rows * n }, random.normal);
        const y = Float64Array.from({ length: rows }, random.normal);
        const fit = leastSquares(x, rows, n, y);
        const fitted = multiplyVector(x, rows, n, fit.coefficients);
        const residuals = y.map((v, i) => v - fitted[i]!);
        closeTo(multiplyTransposed(x, rows, n, residuals), new Float64Array(n), 1e-9);
        expect(fit.residualSumOfSquares).toBeCloseTo(
          residuals.reduce((t, r) => t + r * r, 0),
          9,
        );
        const l = gram(x, rows, n);
        choleskyInPlace(l, n);
        closeTo(fit.covarianceFactor, choleskyInverse(l, n), 1e-6);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('marks a dependent column as aliased, like R', () => {
    const x = Float64Array.from([1, 2, 4, 0, 1, 3, 6, 1, 1, 5, 10, 0, 1, 7, 14, 2, 1, 8, 16, 5]);
    const y = Float64Array.of(1, 2, 3, 5, 8);
    const fit = leastSquares(x, 5, 4, y);
    expect(fit.kept).toEqual([0, 1, 3]);
    expect(fit.coefficients[2]).toBeNaN();
    // R: coef(lm(y ~ x1 + I(2 * x1) + x3))
    closeTo(
      [0, 1, 3].map((i) => fit.coefficients[i]!),
      [-0.30973451327433615, 0.61441213653603, 0.64854614412136569],
      1e-9,
    );
  });

  test('throws on a shape mismatch', () => {
    expect(() => leastSquares(new Float64Array(3), 2, 2, new Float64Array(2))).toThrow(RangeError);
  });
});
