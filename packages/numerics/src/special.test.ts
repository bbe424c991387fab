import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import fixtures from '../fixtures/special.json' with { type: 'json' };
import { normalCdf, normalLogCdf, normalQuantile } from './normal.ts';
import {
  chiSquareCdf,
  chiSquareSurvival,
  digamma,
  fSurvival,
  gammaCdf,
  gammaSurvival,
  logGamma,
  regularisedIncompleteBeta,
  studentTCdf,
  studentTQuantile,
} from './special.ts';

function relativeError(got: number, expected: number): number {
  return expected === 0 ? Math.abs(got) : Math.abs(got / expected - 1);
}

/** Relative above 1, absolute below. */
function mixedError(got: number, expected: number): number {
  return Math.abs(got - expected) / Math.max(1, Math.abs(expected));
}

type Case = readonly [name: string, rows: number[][], f: (...x: number[]) => number, limit: number];

const cases: readonly Case[] = [
  ['normalCdf', fixtures.normalCdf, normalCdf, 1e-14],
  ['normalLogCdf', fixtures.normalLogCdf, normalLogCdf, 1e-14],
  ['normalQuantile', fixtures.normalQuantile, normalQuantile, 1e-14],
  [
    'incompleteBeta',
    fixtures.incompleteBeta,
    (x, a, b) => regularisedIncompleteBeta(x!, a!, b!),
    1e-12,
  ],
  ['studentTCdf', fixtures.studentTCdf, (t, df) => studentTCdf(t!, df!), 1e-12],
  ['gammaCdf', fixtures.gamma, (x, a) => gammaCdf(x!, a!), 1e-12],
  [
    'gammaSurvival',
    fixtures.gamma.map((r) => [r[0]!, r[1]!, r[3]!]),
    (x, a) => gammaSurvival(x!, a!),
    1e-12,
  ],
];

describe('against 40-digit values', () => {
  test.each(cases)('%s', (name, rows, f, limit) => {
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const inputs = name === 'gammaCdf' ? row.slice(0, 2) : row.slice(0, -1);
      const expected = name === 'gammaCdf' ? row[2]! : row.at(-1)!;
      const got = f(...inputs);
      expect(
        relativeError(got, expected),
        `${name}(${inputs}) = ${got}, not ${expected}`,
      ).toBeLessThan(limit);
    }
  });

  test('studentTQuantile', () => {
    for (const [p, df, expected] of fixtures.studentTQuantile as [number, number, number][]) {
      expect(mixedError(studentTQuantile(p, df), expected), `${p} ${df}`).toBeLessThan(1e-11);
    }
  });

  test.each([
    ['logGamma', fixtures.logGamma, logGamma],
    ['digamma', fixtures.digamma, digamma],
  ] as const)('%s', (_, rows, f) => {
    for (const [x, expected] of rows as [number, number][]) {
      expect(mixedError(f(x), expected), `${x}`).toBeLessThan(1e-14);
    }
  });
});

describe('properties', () => {
  const p = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
  const shape = fc.double({ min: 0.5, max: 500, noNaN: true });

  test('quantile undoes cdf', () => {
    fc.assert(
      fc.property(p, shape, (q, df) => {
        expect(relativeError(normalCdf(normalQuantile(q)), q)).toBeLessThan(1e-12);
        expect(relativeError(studentTCdf(studentTQuantile(q, df), df), q)).toBeLessThan(1e-10);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('tails add up to one and the cdf rises', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 900, noNaN: true }), shape, (x, df) => {
        expect(chiSquareCdf(x, df) + chiSquareSurvival(x, df)).toBeCloseTo(1, 13);
        expect(chiSquareCdf(x * 1.01, df)).toBeGreaterThanOrEqual(chiSquareCdf(x, df) - 1e-13);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('beta reflection, and F as the square of t', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), shape, shape, (x, a, b) => {
        const sum = regularisedIncompleteBeta(x, a, b) + regularisedIncompleteBeta(1 - x, b, a);
        expect(sum).toBeCloseTo(1, 10);
        const t = a / 50;
        expect(relativeError(fSurvival(t * t, 1, b), 2 * studentTCdf(-t, b))).toBeLessThan(1e-11);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

test('ends and nonsense', () => {
  expect(normalCdf(Number.NaN)).toBeNaN();
  expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
  expect([normalLogCdf(-Infinity), normalLogCdf(Infinity)]).toEqual([-Infinity, -0]);
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([
    -Infinity,
    Infinity,
    0,
  ]);
  expect(normalQuantile(1.1)).toBeNaN();
  expect(logGamma(-1)).toBeNaN();
  expect(logGamma(0)).toBe(Infinity);
  expect([gammaCdf(0, 2), gammaCdf(Infinity, 2)]).toEqual([0, 1]);
  expect(gammaCdf(-1, 2)).toBeNaN();
  expect([studentTCdf(-Infinity, 3), studentTCdf(Infinity, 3)]).toEqual([0, 1]);
  expect(studentTCdf(1, 0)).toBeNaN();
  expect(studentTQuantile(0.5, 3)).toBe(0);
});
