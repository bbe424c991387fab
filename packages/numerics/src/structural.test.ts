import { describe, expect, test } from 'vitest';
import {
  choleskyInPlace,
  choleskyLogDeterminant,
  choleskySolve,
  gram,
  multiplyTransposed,
} from './linear-algebra.ts';
import { fitLocalLevel } from './local-level.ts';
import { minimise } from './optimise.ts';
import { createRandom } from './random.ts';
import { gammaCdf } from './special.ts';
import {
  drawSpikeSlab,
  drawStandardDeviation,
  type RegressionState,
  type SpikeSlabPrior,
  slabPrecision,
} from './spike-slab.ts';
import { sampleStructuralSeries } from './structural-series.ts';

describe('minimise', () => {
  test('finds the minimum of Rosenbrock and of a five-dimensional bowl', () => {
    const rosenbrock = (x: Float64Array) => (1 - x[0]!) ** 2 + 100 * (x[1]! - x[0]! ** 2) ** 2;
    const valley = minimise(rosenbrock, [-1.2, 1]);
    expect(valley.converged).toBe(true);
    expect(valley.point[0]).toBeCloseTo(1, 4);
    expect(valley.point[1]).toBeCloseTo(1, 4);
    const bowl = minimise(
      (x) => x.reduce((s, v, i) => s + (i + 1) * (v - i) ** 2, 0),
      [9, 9, 9, 9, 9],
    );
    bowl.point.forEach((v, i) => {
      expect(v).toBeCloseTo(i, 4);
    });
  });

  test('one dimension, NaN as a wall, and the limit is told', () => {
    const root = minimise((x) => Math.sqrt(x[0]!) - x[0]! / 4, [1.5]);
    expect(root.value).toBeLessThanOrEqual(0.2);
    expect(minimise((x) => (x[0]! - 3) ** 2, [0]).point[0]).toBeCloseTo(3, 5);
    expect(minimise((x) => (x[0]! - 3) ** 2, [0], { maximumEvaluations: 6 }).converged).toBe(false);
  });
});

test('a local level cannot be fitted to nothing', () => {
  expect(fitLocalLevel(Float64Array.of(1, Number.NaN, 2))).toBeUndefined();
  expect(fitLocalLevel(Float64Array.of(2, 2, 2, 2))).toBeUndefined();
});

describe('spike and slab', () => {
  const random = createRandom(12);
  const rows = 30;
  const columns = 3;
  const x = Float64Array.from({ length: rows * columns }, random.normal);
  const y = Float64Array.from(
    { length: rows },
    (_, r) => 0.35 * x[r * columns]! + 0.2 * x[r * columns + 1]! + random.normal(),
  );
  const prior: SpikeSlabPrior = {
    inclusion: Float64Array.of(0.3, 0.5, 0.4),
    precision: slabPrecision(gram(x, rows, columns), columns, rows, 1),
    variance: { guess: 0.8, degreesOfFreedom: 6, limit: Infinity },
  };

  /** ln p(y | included) up to a constant: multivariate t with scale I + X V X'. */
  function logMarginal(included: readonly number[]): number {
    const active = [0, 1, 2].filter((j) => included[j]);
    const k = active.length;
    const precision = new Float64Array(k * k);
    active.forEach((a, i) => {
      active.forEach((b, j) => {
        precision[i * k + j] = prior.precision[a * columns + b]!;
      });
    });
    choleskyInPlace(precision, k);
    const scale = new Float64Array(rows * rows);
    for (let r = 0; r < rows; r++) {
      const v = Float64Array.from(active, (j) => x[r * columns + j]!);
      choleskySolve(precision, k, v);
      for (let s = 0; s < rows; s++)
        scale[r * rows + s] = active.reduce(
          (sum, j, i) => sum + v[i]! * x[s * columns + j]!,
          r === s ? 1 : 0,
        );
    }
    choleskyInPlace(scale, rows);
    const solved = y.slice();
    choleskySolve(scale, rows, solved);
    const quadratic = y.reduce((sum, v, r) => sum + v * solved[r]!, 0);
    const { guess, degreesOfFreedom: df } = prior.variance;
    return (
      -0.5 * choleskyLogDeterminant(scale, rows) -
      0.5 * (df + rows) * Math.log(df * guess ** 2 + quadratic)
    );
  }

  test('inclusion as by enumeration of all models', () => {
    const models = Array.from({ length: 8 }, (_, m) => [m & 1, (m >> 1) & 1, (m >> 2) & 1]);
    const weights = models.map((m) =>
      Math.exp(
        logMarginal(m) +
          m.reduce(
            (s, on, j) => s + Math.log(on ? prior.inclusion[j]! : 1 - prior.inclusion[j]!),
            0,
          ) -
          logMarginal([0, 0, 0]),
      ),
    );
    const total = weights.reduce((s, w) => s + w, 0);
    const exact = [0, 1, 2].map(
      (j) => models.reduce((s, m, i) => s + m[j]! * weights[i]!, 0) / total,
    );
    const state: RegressionState = {
      coefficients: new Float64Array(3),
      included: new Uint8Array(3),
      sigma: 1,
    };
    const data = {
      xtx: gram(x, rows, columns),
      xty: multiplyTransposed(x, rows, columns, y),
      yty: y.reduce((s, v) => s + v * v, 0),
      rows,
    };
    const runs = 20_000;
    const counts = [0, 0, 0];
    let mismatches = 0;
    const chain = createRandom(3);
    for (let run = 0; run < runs; run++) {
      drawSpikeSlab(data, prior, state, chain);
      counts.forEach((_, j) => {
        counts[j]! += state.included[j]!;
        if ((state.coefficients[j] === 0) !== (state.included[j] === 0)) mismatches++;
      });
    }
    expect(mismatches).toBe(0);
    exact.forEach((p, j) => {
      expect(p).toBeGreaterThan(0.02);
      expect(p).toBeLessThan(0.98);
      expect(Math.abs(counts[j]! / runs - p)).toBeLessThan(0.02);
    });
  });

  test.each([Infinity, 0.9, 0.5, 0.05])(
    'standard deviations below %s follow the truncated law',
    (limit) => {
      const source = createRandom(5);
      const runs = 5000;
      const shape = 0.5 * (4 + 10);
      const rate = 0.5 * (4 * 0.7 ** 2 + 6);
      const below = gammaCdf(rate / limit ** 2, shape);
      const draws = Array.from({ length: runs }, () =>
        drawStandardDeviation({ guess: 0.7, degreesOfFreedom: 4, limit }, 10, 6, source),
      );
      expect(Math.max(...draws)).toBeLessThanOrEqual(limit);
      if (below > 1 - 1e-9) return;
      const uniform = draws
        .map((s) => (gammaCdf(rate / s ** 2, shape) - below) / (1 - below))
        .sort((a, b) => a - b);
      const distance = uniform.reduce(
        (most, u, i) => Math.max(most, Math.abs(u - (i + 0.5) / runs)),
        0,
      );
      expect(distance * Math.sqrt(runs)).toBeLessThan(2);
    },
  );
});

describe('structural series', () => {
  test('recovers level, regression and noise, and widens with the distance from the data', () => {
    const random = createRandom(21);
    const n = 160;
    const x = Float64Array.from({ length: 2 * n }, (_, i) => (i % 2 === 0 ? 1 : random.normal()));
    let level = 0;
    const y = Float64Array.from({ length: n }, (_, t) => {
      level += 0.1 * random.normal();
      return level + 0.8 * x[2 * t + 1]! + 0.3 * random.normal();
    });
    const masked = y.map((v, t) => (t >= 120 ? Number.NaN : v));
    const got = sampleStructuralSeries(
      masked,
      x,
      2,
      { draws: 1500, burnIn: 300, levelShare: 0.1, noiseDegreesOfFreedom: 1 },
      random.fork(1),
    );
    const mean = (values: Float64Array) => values.reduce((s, v) => s + v, 0) / values.length;
    expect(Math.abs(mean(got.coefficients.filter((_, i) => i % 2 === 1)) - 0.8)).toBeLessThan(0.1);
    expect(Math.abs(mean(got.noise) - 0.3)).toBeLessThan(0.08);
    const spread = (t: number) => {
      const values = Float64Array.from({ length: 1500 }, (_, d) => got.predicted[d * n + t]!);
      const centre = mean(values);
      return Math.sqrt(mean(values.map((v) => (v - centre) ** 2)));
    };
    expect(spread(159)).toBeGreaterThan(1.2 * spread(120));
    let covered = 0;
    for (let t = 0; t < n; t++) {
      const values = Float64Array.from(
        { length: 1500 },
        (_, d) => got.predicted[d * n + t]!,
      ).sort();
      if (y[t]! > values[75]! && y[t]! < values[1424]!) covered++;
    }
    expect(covered / n).toBeGreaterThan(0.8);
  });

  test('refuses a constant series and mismatched regressors', () => {
    const options = { draws: 1, burnIn: 0 };
    const random = createRandom(1);
    const flat = Float64Array.of(1, 1, 1, 1);
    expect(() => sampleStructuralSeries(flat, flat, 1, options, random)).toThrow(RangeError);
    expect(() =>
      sampleStructuralSeries(Float64Array.of(1, 2, 3), flat, 1, options, random),
    ).toThrow(RangeError);
  });
});
