import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalCdf } from './normal.ts';
import { polyaGammaMoments, polyaGammaTerms } from './polya-gamma.ts';
import { createRandom, type Random } from './random.ts';
import { gammaCdf, regularisedIncompleteBeta } from './special.ts';

/** Kolmogorov-Smirnov distance times sqrt(n); above 1.95 once in 1,000 (Kolmogorov 1933). */
function kolmogorov(draws: readonly number[], cdf: (x: number) => number): number {
  const sorted = Float64Array.from(draws).sort();
  const n = sorted.length;
  let distance = 0;
  sorted.forEach((x, i) => {
    const p = cdf(x);
    distance = Math.max(distance, p - i / n, (i + 1) / n - p);
  });
  return distance * Math.sqrt(n);
}

const LIMIT = 2.2;

function sample(n: number, draw: (random: Random) => number, seed = 7): number[] {
  const random = createRandom(seed);
  return Array.from({ length: n }, () => draw(random));
}

function moments(x: readonly number[]): { mean: number; variance: number } {
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / (x.length - 1) };
}

describe('stream', () => {
  test('same seed, same numbers; golden first draws', () => {
    const a = createRandom(42);
    const b = createRandom(42);
    expect(Array.from({ length: 50 }, a.uniform)).toEqual(Array.from({ length: 50 }, b.uniform));
    const random = createRandom(1);
    expect([random.integer(0x1_0000_0000), random.integer(0x1_0000_0000)]).toMatchInlineSnapshot(`
      [
        2025848902,
        2392183078,
      ]
    `);
  });

  test('seeds and labels give different streams', () => {
    const firsts = new Set<number>();
    const parent = createRandom(3);
    for (let i = -500; i < 500; i++) {
      firsts.add(createRandom(i).uniform());
      firsts.add(parent.fork(i).uniform());
      firsts.add(parent.fork(1).fork(i).uniform());
    }
    expect(firsts.size).toBe(3000);
  });

  test('a fork does not depend on what was drawn, and leaves the parent alone', () => {
    const a = createRandom(5);
    const b = createRandom(5);
    b.normal();
    expect(a.fork(9).uniform()).toBe(b.fork(9).uniform());
    const c = createRandom(5);
    expect(a.uniform()).toBe(c.uniform());
  });

  test('neighbouring forks are uncorrelated', () => {
    const parent = createRandom(11);
    const pairs = Array.from({ length: 20_000 }, (_, i) => [
      parent.fork(i).uniform() - 0.5,
      parent.fork(i + 1).uniform() - 0.5,
    ]);
    const r = (12 * pairs.reduce((s, [x, y]) => s + x! * y!, 0)) / pairs.length;
    expect(Math.abs(r)).toBeLessThan(4 / Math.sqrt(pairs.length));
  });

  test('rejects nonsense', () => {
    expect(() => createRandom(0.5)).toThrow(RangeError);
    const random = createRandom(1);
    for (const call of [
      () => random.integer(0),
      () => random.integer(1.5),
      () => random.gamma(0),
      () => random.beta(1, -1),
      () => random.poisson(-1),
      () => random.binomial(3, 2),
      () => random.truncatedNormal(0, 0, 0, 1),
      () => random.truncatedNormal(Number.NaN, 1, 0, 1),
      () => random.truncatedNormal(0, 1, 2, 1),
      () => random.truncatedNormal(0, 1, Infinity, Infinity),
      () => random.polyaGamma(0, 1),
      () => random.fork(Number.NaN),
    ])
      expect(call).toThrow(RangeError);
  });
});

describe('distributions against their cdf', () => {
  const n = 40_000;
  test('uniform', () =>
    expect(
      kolmogorov(
        sample(n, (r) => r.uniform()),
        (x) => x,
      ),
    ).toBeLessThan(LIMIT));
  test('normal', () => {
    const draws = sample(200_000, (r) => r.normal());
    expect(kolmogorov(draws, normalCdf)).toBeLessThan(LIMIT);
    const tail = draws.filter((x) => Math.abs(x) > 3.442619855899).length;
    const expected = 2 * normalCdf(-3.442619855899) * draws.length;
    expect(Math.abs(tail - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });
  test('exponential', () =>
    expect(
      kolmogorov(
        sample(n, (r) => r.exponential()),
        (x) => -Math.expm1(-x),
      ),
    ).toBeLessThan(LIMIT));
  test.each([0.05, 0.5, 1, 2.5, 300])('gamma %s', (shape) => {
    expect(
      kolmogorov(
        sample(n, (r) => r.gamma(shape)),
        (x) => gammaCdf(x, shape),
      ),
    ).toBeLessThan(LIMIT);
  });
  test.each([
    [0.02, 0.03],
    [0.5, 0.5],
    [2, 5],
    [400, 30],
  ])('beta %s %s', (a, b) => {
    const draws = sample(n, (r) => r.beta(a, b));
    expect(
      kolmogorov(
        draws.filter((x) => x > 1e-9 && x < 1 - 1e-9),
        (x) => {
          const low = regularisedIncompleteBeta(1e-9, a, b);
          const high = regularisedIncompleteBeta(1 - 1e-9, a, b);
          return (regularisedIncompleteBeta(x, a, b) - low) / (high - low);
        },
      ),
    ).toBeLessThan(LIMIT);
    expect(Math.abs(moments(draws).mean - a / (a + b))).toBeLessThan(0.01);
  });
  test('integer is unbiased', () => {
    const counts = new Float64Array(7);
    for (const k of sample(70_000, (r) => r.integer(7))) counts[k]!++;
    const chiSquare = counts.reduce((s, c) => s + (c - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(24);
  });
  test.each([0, 0.3, 8, 40, 5000])('poisson %s', (mean) => {
    const got = moments(sample(n, (r) => r.poisson(mean)));
    expect(Math.abs(got.mean - mean)).toBeLessThanOrEqual(4 * Math.sqrt(mean / n));
    expect(Math.abs(got.variance - mean)).toBeLessThanOrEqual(0.04 * mean + 1e-12);
  });
  test.each([
    [10, 0.2],
    [1000, 0.03],
    [5000, 0.7],
    [50, 1],
  ])('binomial %s %s', (trials, p) => {
    const got = moments(sample(n, (r) => r.binomial(trials, p)));
    const variance = trials * p * (1 - p);
    expect(Math.abs(got.mean - trials * p)).toBeLessThanOrEqual(4 * Math.sqrt(variance / n));
    expect(Math.abs(got.variance - variance)).toBeLessThanOrEqual(0.04 * variance);
  });
});

describe('truncated normal', () => {
  /** P(X <= x), written from the nearer tail. */
  function cdf(x: number, a: number, b: number): number {
    const flip = a > 0;
    const at = (v: number) => normalCdf(flip ? -v : v);
    return (at(x) - at(a)) / (at(b) - at(a));
  }
  test.each([
    [-1, 2],
    [-0.3, 0.4],
    [0.1, Infinity],
    [0.3, 0.31],
    [1, 9],
    [3, 3.2],
    [6, Infinity],
    [20, 21],
    [-Infinity, -7],
    [-2, Infinity],
    [-Infinity, Infinity],
  ])('on [%s, %s]', (a, b) => {
    const draws = sample(20_000, (r) => r.truncatedNormal(0, 1, a, b));
    expect(draws.every((x) => x >= a && x <= b)).toBe(true);
    expect(kolmogorov(draws, (x) => cdf(x, a, b))).toBeLessThan(LIMIT);
  });

  test('stays inside and finite wherever the interval lies', () => {
    const random = createRandom(2);
    const real = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    const width = fc.oneof(fc.constant(Infinity), fc.double({ min: 0, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(
        real,
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        real,
        width,
        (mean, sd, lower, w) => {
          const x = random.truncatedNormal(mean, sd, lower, lower + w);
          expect(x >= lower && x <= lower + w && Number.isFinite(x)).toBe(true);
          const y = random.truncatedNormal(mean, sd, -lower - w, -lower);
          expect(y >= -lower - w && y <= -lower && Number.isFinite(y)).toBe(true);
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('far out the overshoot is exponential with rate a', () => {
    const overshoot = sample(20_000, (r) => r.truncatedNormal(0, 1, 1e6, Infinity) - 1e6);
    expect(kolmogorov(overshoot, (d) => -Math.expm1(-1e6 * d))).toBeLessThan(LIMIT);
  });
});

describe('Pólya-Gamma', () => {
  test.each([
    [1, 0],
    [1, 2],
    [1, 9],
    [3, 0.5],
    [0.3, 1],
    [2.5, 4],
    [12, 1],
    [40.5, 3],
    [2, 60],
    [1, 2000],
  ])('PG(%s, %s) has the moments and the Laplace transform of the definition', (b, z) => {
    const draws = sample(40_000, (r) => r.polyaGamma(b, z));
    const exact = polyaGammaMoments(b, z);
    const got = moments(draws);
    expect(Math.abs(got.mean - exact.mean)).toBeLessThan(
      4.5 * Math.sqrt(exact.variance / draws.length),
    );
    expect(Math.abs(got.variance / exact.variance - 1)).toBeLessThan(0.12);
    // E exp(-s w) = [cosh(z/2) / cosh(sqrt(z^2 + 2 s) / 2)]^b, at s where it is about e^-1.
    const s = 1 / exact.mean;
    const root = 0.5 * Math.sqrt(z * z + 2 * s);
    const logCosh = (x: number) => x + Math.log1p(Math.exp(-2 * x)) - Math.LN2;
    const transform = Math.exp(b * (logCosh(0.5 * z) - logCosh(root)));
    const terms = moments(draws.map((w) => Math.exp(-s * w)));
    expect(Math.abs(terms.mean - transform)).toBeLessThan(
      4.5 * Math.sqrt(terms.variance / draws.length),
    );
  });

  test('moments agree with the defining sum', () => {
    for (const z of [0, 0.01, 0.049, 0.051, 1, 30]) {
      let mean = 0;
      let variance = 0;
      for (let k = 200_000; k >= 0; k--) {
        const scale = 1 / (2 * Math.PI ** 2 * ((k + 0.5) ** 2 + (z / (2 * Math.PI)) ** 2));
        mean += scale;
        variance += scale * scale;
      }
      mean += 1 / (2 * Math.PI ** 2 * 200_001);
      const got = polyaGammaMoments(1, z);
      expect(got.mean / mean).toBeCloseTo(1, 9);
      expect(got.variance / variance).toBeCloseTo(1, 9);
    }
  });

  test('the third cumulant of the truncated series is as close as stated', () => {
    for (const z of [0, 1, 10, 60, 300]) {
      const terms = polyaGammaTerms(z);
      const exact = { all: 0, rest: 0 };
      let [mean, variance] = [0, 0];
      for (let k = 100_000; k >= 0; k--) {
        const scale = 1 / (2 * Math.PI ** 2 * ((k + 0.5) ** 2 + (z / (2 * Math.PI)) ** 2));
        exact.all += 2 * scale ** 3;
        if (k < terms) continue;
        exact.rest += 2 * scale ** 3;
        mean += scale;
        variance += scale ** 2;
      }
      const matched = (2 * variance ** 2) / mean;
      expect(Math.abs(matched - exact.rest) / exact.all, `z = ${z}`).toBeLessThan(
        z <= 10 ? 4e-7 : 3e-4,
      );
    }
  });
});
