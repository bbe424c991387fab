import { describe, expect, test } from 'vitest';
import fixtures from '../fixtures/diagnostics.json' with { type: 'json' };
import {
  bulkEffectiveSampleSize,
  monteCarloError,
  quantile,
  rHat,
  tailEffectiveSampleSize,
} from './diagnostics.ts';

describe('agrees with the R package posterior', () => {
  test.each(fixtures.map((f) => [f.name, f] as const))('%s', (_, f) => {
    const chains = f.chains.map((c) => Float64Array.from(c));
    expect(rHat(chains) / f.rhat).toBeCloseTo(1, 9);
    expect(bulkEffectiveSampleSize(chains) / f.bulk).toBeCloseTo(1, 9);
    if (f.name === 'binary') expect(tailEffectiveSampleSize(chains)).toBeNaN();
    else expect(tailEffectiveSampleSize(chains) / Number(f.tail)).toBeCloseTo(1, 9);
    expect(monteCarloError(chains) / f.mcse).toBeCloseTo(1, 9);
  });
});

test('a chain that never moves, or holds NaN, gives NaN', () => {
  const still = [new Float64Array(10), new Float64Array(10)];
  expect(rHat(still)).toBeNaN();
  expect(bulkEffectiveSampleSize(still)).toBeNaN();
  expect(tailEffectiveSampleSize(still)).toBeNaN();
  expect(rHat([Float64Array.of(1, 2, Number.NaN, 4)])).toBeNaN();
});

test('unequal or short chains are refused', () => {
  expect(() => rHat([])).toThrow(RangeError);
  expect(() => rHat([new Float64Array(3)])).toThrow(RangeError);
  expect(() => rHat([new Float64Array(8), new Float64Array(9)])).toThrow(RangeError);
});

test('quantiles are those of R, type 7', () => {
  const x = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6);
  expect([0, 0.1, 0.5, 0.9, 1].map((p) => quantile(x, p))).toEqual([
    1,
    1,
    3.5,
    expect.closeTo(6.9, 12),
    9,
  ]);
  expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
  expect(quantile(x, 1.5)).toBeNaN();
});
