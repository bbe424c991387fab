import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import published from './fixtures/random-effects.json' with { type: 'json' };
import { asTrialEstimate, poolEffects, pooledAt, type TrialEstimate } from './random-effects.ts';

const trialsOf = ({ effect, error }: { effect: number[]; error: number[] }): TrialEstimate[] =>
  effect.map((value, i) => ({ effect: value, standardError: error[i]! }));

describe('against direct integration in R', () => {
  test.each([
    {
      data: published.schools,
      options: {
        spreadPrior: { kind: 'half-cauchy', scale: 25 },
        meanPrior: { mean: 0, sd: 50 },
      },
    },
    { data: published.bcg, options: { spreadPrior: { kind: 'half-normal', scale: 0.5 } } },
  ] as const)('posterior of mean, spread and trials', ({ data, options }) => {
    const got = poolEffects(trialsOf(data), options);
    const error = Math.min(...data.error);
    const near = (value: number, expected: number, tolerance = 1e-4) =>
      expect(Math.abs(value - expected)).toBeLessThan(tolerance * error);
    near(got.mean.mean, data.mean);
    got.mean.interval.forEach((end, i) => {
      near(end, data.interval[i]!, 1e-3);
    });
    near(got.spread.mean, data.spread, 1e-3);
    got.spread.interval.forEach((end, i) => {
      near(end, data.spreadInterval[i]!, 5e-3);
    });
    got.trials.forEach(({ mean }, i) => {
      near(mean, data.trials[i]!);
    });
    expect(got.probabilityPositive).toBeCloseTo(data.positive, 6);
  });

  test('metafor: mean and error of the BCG trials at the REML spread', () => {
    const { spread, mean, error } = published.bcg.reml;
    const got = pooledAt(trialsOf(published.bcg), spread);
    expect(got.mean).toBeCloseTo(mean, 8);
    expect(got.standardError).toBeCloseTo(error, 8);
  });
});

describe('pooling', () => {
  const options = { spreadPrior: { kind: 'half-normal', scale: 1 } } as const;

  test('one trial alone stays what it was', () => {
    const { mean, trials } = poolEffects([{ effect: 2, standardError: 0.5 }], {
      spreadPrior: { kind: 'half-normal', scale: 1e-6 },
    });
    expect(mean.mean).toBeCloseTo(2, 6);
    expect(mean.interval[1] - mean.interval[0]).toBeCloseTo(2 * 1.959964 * 0.5, 4);
    expect(trials[0]!.mean).toBeCloseTo(2, 6);
  });

  test('each trial lies between its own estimate and the mean; other points, other units', () => {
    const trial = fc.record({
      effect: fc.double({ min: -5, max: 5, noNaN: true }),
      standardError: fc.double({ min: 0.1, max: 3, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(trial, { minLength: 2, maxLength: 8 }), (trials) => {
        const got = poolEffects(trials, options);
        expect(got.next.interval[0]).toBeLessThanOrEqual(got.mean.interval[0] + 1e-9);
        expect(got.next.interval[1]).toBeGreaterThanOrEqual(got.mean.interval[1] - 1e-9);
        const tenfold = poolEffects(
          trials.map((one) => ({ effect: 10 * one.effect, standardError: 10 * one.standardError })),
          { spreadPrior: { kind: 'half-normal', scale: 10 } },
        );
        expect(tenfold.mean.mean).toBeCloseTo(10 * got.mean.mean, 6);
      }),
      { seed: 1, numRuns: 8 },
    );
  });

  test('an interval comes back as the trial it was', () => {
    const estimate = { mean: 1, interval: [0.02, 1.98], level: 0.95 } as const;
    expect(asTrialEstimate(estimate).standardError).toBeCloseTo(0.5, 4);
  });

  test('refuses nothing and impossible errors', () => {
    expect(() => poolEffects([], options)).toThrow(RangeError);
    expect(() => poolEffects([{ effect: 1, standardError: 0 }], options)).toThrow(RangeError);
    expect(() => poolEffects([{ effect: Number.NaN, standardError: 1 }], options)).toThrow(
      RangeError,
    );
  });
});
