import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import fixtures from '../fixtures/models.json' with { type: 'json' };
import {
  crossBasis,
  lagEffects,
  polynomialLagBasis,
  stratifiedLagBasis,
} from './distributed-lag.ts';
import { benjaminiHochberg, holm } from './multiple-testing.ts';
import { type Coefficient, type Design, linearModel, quasiPoissonModel } from './regression.ts';
import { createNaturalSpline, evaluateNaturalSpline } from './splines.ts';
import { sampleMoments, welchTest } from './welch.ts';

const values = (list: readonly (number | null)[]) =>
  Float64Array.from(list, (v) => v ?? Number.NaN);

function closeTo(got: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-10): void {
  expect(got.length).toBe(expected.length);
  for (let i = 0; i < got.length; i++) {
    const scale = Math.max(1e-3, Math.abs(expected[i]!));
    expect(
      Math.abs(got[i]! - expected[i]!) / scale,
      `[${i}] ${got[i]} ${expected[i]}`,
    ).toBeLessThan(tolerance);
  }
}

/** Row-major design from columns. */
function design(...columns: ArrayLike<number>[]): Design {
  const rows = columns[0]!.length;
  const x = new Float64Array(rows * columns.length);
  for (let r = 0; r < rows; r++)
    columns.forEach((column, c) => {
      x[r * columns.length + c] = column[r]!;
    });
  return { x, rows, columns: columns.length };
}

describe('multiple testing', () => {
  const { p, BH, holm: holmed } = fixtures.testing;
  test('p.adjust', () => {
    closeTo(benjaminiHochberg(p), BH);
    closeTo(holm(p), holmed);
  });

  test('order does not matter, NaN is no test, and the adjusted value is never smaller', () => {
    const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(list, (ps) => {
        for (const adjust of [benjaminiHochberg, holm]) {
          const adjusted = adjust(ps);
          expect([...adjust([...ps].reverse())].reverse()).toEqual([...adjusted]);
          expect([...adjust([...ps, Number.NaN])]).toEqual([...adjusted, Number.NaN]);
          ps.forEach((value, i) => {
            expect(adjusted[i]).toBeGreaterThanOrEqual(value - 1e-15);
          });
        }
        benjaminiHochberg(ps).forEach((value, i) => {
          expect(value).toBeLessThanOrEqual(holm(ps)[i]! + 1e-15);
        });
      }),
      { seed: 1, numRuns: 200 },
    );
    expect(() => holm([1.2])).toThrow(RangeError);
  });
});

describe('Welch', () => {
  test('t.test', () => {
    const f = fixtures.welch;
    const got = welchTest([...f.a, Number.NaN], f.b)!;
    closeTo(
      [got.t, got.degreesOfFreedom, got.pValue, got.lower, got.upper],
      [f.t, f.df, f.p, ...f.interval],
    );
  });

  test('says nothing when there is nothing to judge by', () => {
    expect(welchTest([1], [2, 3])).toBeUndefined();
    expect(welchTest([1, 1], [2, 2])).toBeUndefined();
    expect(sampleMoments([Number.NaN]).mean).toBeNaN();
  });
});

describe('regression', () => {
  const f = fixtures.regression;
  const ones = f.x1.map(() => 1);
  const table = (list: readonly Coefficient[]) =>
    list.map((c) => [c.estimate, c.standardError, c.t, c.pValue]);

  test('lm, with an aliased column', () => {
    const both = f.x1.map((v, i) => v + f.x2[i]!);
    const got = linearModel(design(ones, f.x1, f.x2, both), values(f.y));
    closeTo(table(got.coefficients.slice(0, 3)).flat(), f.lm.coefficients.flat(), 1e-9);
    closeTo(
      got.coefficients.slice(0, 3).flatMap((c) => [c.lower, c.upper]),
      f.lm.interval.flat(),
    );
    expect(got.coefficients[3]!.estimate).toBeNaN();
    closeTo([got.rSquared, got.adjustedRSquared], [f.lm.r2, f.lm.adjusted]);
  });

  test('a missing value drops its row', () => {
    const y = [...f.y, 3];
    const x1 = [...f.x1, Number.NaN];
    const got = linearModel(design([...ones, 1], x1, [...f.x2, 0]), values(y));
    expect(got.observations).toBe(f.y.length);
    closeTo(table(got.coefficients).flat(), f.lm.coefficients.flat(), 1e-9);
  });

  test('glm quasipoisson', () => {
    const got = quasiPoissonModel(design(ones, f.x1, f.x2), values(f.counts));
    closeTo(table(got.coefficients).flat(), f.glm.coefficients.flat(), 1e-6);
    closeTo([got.dispersion, got.deviance], [f.glm.dispersion, f.glm.deviance], 1e-6);
    expect(got.iterations).toBe(f.glm.iterations);
    expect(got.converged).toBe(true);
    expect(() => quasiPoissonModel(design([1, 1]), values([1, -1]))).toThrow(RangeError);
    expect(() => linearModel(design([1, 1]), values([1]))).toThrow(RangeError);
  });

  test('an arm without a single event does not settle, and says so or stays finite', () => {
    const arm = [0, 0, 0, 1, 1, 1];
    const got = quasiPoissonModel(
      design(
        arm.map(() => 1),
        arm,
      ),
      values([2, 3, 1, 0, 0, 0]),
    );
    expect(got.coefficients[1]!.estimate).toBeLessThan(-10);
    expect(Number.isFinite(got.deviance)).toBe(true);
  });
});

describe('natural splines', () => {
  const f = fixtures.splines;
  test.each(f.bases.map((b) => [`df ${b.df}, intercept ${b.intercept}`, b] as const))(
    'ns: %s',
    (_, b) => {
      const spline = createNaturalSpline(f.known, {
        degreesOfFreedom: b.df,
        intercept: b.intercept,
      });
      expect(spline.columns).toBe(b.df);
      closeTo(evaluateNaturalSpline(spline, f.grid), b.basis.flat(), 1e-10);
    },
  );

  test('straight beyond the boundary, smooth inside, NaN for NaN', () => {
    const spline = createNaturalSpline(f.known, { knots: [2, 5], boundary: [0, 8] });
    const at = (x: number) => evaluateNaturalSpline(spline, [x]);
    const column = (x: number) => at(x)[1]!;
    expect(column(12) - column(11)).toBeCloseTo(column(10) - column(9), 12);
    expect(column(-2) - column(-1)).toBeCloseTo(column(-4) - column(-3), 12);
    const second = (x: number, h = 1e-3) =>
      (column(x + h) - 2 * column(x) + column(x - h)) / h ** 2;
    expect(second(2 - 2e-3)).toBeCloseTo(second(2 + 2e-3), 1);
    expect(Math.abs(second(8 - 2e-3))).toBeLessThan(0.01);
    expect([...at(Number.NaN)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(() => createNaturalSpline([1, 1])).toThrow(RangeError);
  });
});

describe('distributed lags', () => {
  const f = fixtures.lag;
  test('relative risks of the simulated series as R finds them', () => {
    const exposure = values(f.exposure);
    const days = exposure.length;
    const quartic = polynomialLagBasis(15, 4);
    const cross = crossBasis(exposure, days, 1, quartic);
    const warmth = createNaturalSpline(f.temperature, { degreesOfFreedom: 5 });
    const strata = stratifiedLagBasis(3, [1]);
    const warm = crossBasis(evaluateNaturalSpline(warmth, f.temperature), days, 5, strata);
    const time = Array.from({ length: days }, (_, i) => i + 1);
    const season = evaluateNaturalSpline(createNaturalSpline(time, { degreesOfFreedom: 10 }), time);
    const columns = 1 + 5 + 10 + 10 + 6;
    const x = new Float64Array(days * columns);
    for (let t = 0; t < days; t++) {
      x[t * columns] = 1;
      x.set(cross.subarray(t * 5, t * 5 + 5), t * columns + 1);
      x.set(warm.subarray(t * 10, t * 10 + 10), t * columns + 6);
      x.set(season.subarray(t * 10, t * 10 + 10), t * columns + 16);
      if (t % 7 > 0) x[t * columns + 25 + (t % 7)] = 1;
    }
    const fit = quasiPoissonModel({ x, rows: days, columns }, values(f.events));
    expect(fit.observations).toBe(f.observations);
    expect(fit.dispersion / f.dispersion).toBeCloseTo(1, 6);
    const block = new Float64Array(25);
    for (let i = 0; i < 5; i++)
      for (let j = 0; j < 5; j++) block[i * 5 + j] = fit.covariance[(i + 1) * columns + j + 1]!;
    const estimates = fit.coefficients.slice(1, 6).map((c) => c.estimate);
    const effects = lagEffects(quartic, [10], estimates, block);
    const z = 1.959963984540054;
    const risks = (effect: number, se: number) => [0, -z, z].map((k) => Math.exp(effect + k * se));
    closeTo(risks(effects.cumulativeEffect, effects.cumulativeStandardError), f.cumulative, 1e-7);
    f.lags.forEach((row, l) => {
      closeTo(risks(effects.effect[l]!, effects.standardError[l]!), row, 1e-7);
    });
  });

  test('refuses shapes that do not fit', () => {
    expect(() => stratifiedLagBasis(3, [4])).toThrow(RangeError);
    expect(() => crossBasis(new Float64Array(5), 5, 2, polynomialLagBasis(1, 1))).toThrow(
      RangeError,
    );
    expect(() => lagEffects(polynomialLagBasis(1, 1), [1], [1], new Float64Array(1))).toThrow(
      RangeError,
    );
  });
});
