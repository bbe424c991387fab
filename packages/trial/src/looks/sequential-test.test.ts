import { createRandom } from '@zonula/numerics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sequentialTest, spentBy } from './sequential-test.ts';

describe('spending', () => {
  test('is the published O’Brien-Fleming shape', () => {
    // Lan & DeMets: two-sided 5 %, four equally spaced looks.
    expect([0.25, 0.5, 0.75, 1].map((t) => spentBy(t, 0.05))).toEqual([
      expect.closeTo(0.0000886, 6),
      expect.closeTo(0.0055746, 6),
      expect.closeTo(0.0236255, 6),
      0.05,
    ]);
  });
});

describe('sequential randomisation test', () => {
  const done = [0.3, 0.6, 1];

  test('with one look it is the plain test', () => {
    const values = Float64Array.of(3, 3, 1, 2, 5, 0.5);
    expect(sequentialTest([values], [1], true, 0.05).pValue).toBe(2 / 5);
    expect(sequentialTest([values], [1], false, 0.05).pValue).toBe(3 / 6);
  });

  test('a statistic beyond all numbers is the most telling one, and no more than that', () => {
    const values = Float64Array.of(Number.POSITIVE_INFINITY, 1, 2, 3);
    expect(sequentialTest([values], [1], false, 0.05)).toEqual({ rejects: false, pValue: 1 / 4 });
  });

  test('whatever the values, at most 5 % of the deals would ever be stopped for an effect', () => {
    const valuesOf = (seed: number, deals: number, coarse: boolean) => {
      const random = createRandom(seed);
      const at = () => (coarse ? random.integer(4) : random.exponential());
      return done.map(() => Float64Array.from({ length: deals }, at));
    };
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 2, max: 300 }),
        fc.boolean(),
        (seed, deals, coarse) => {
          const looks = valuesOf(seed, deals, coarse);
          let stopped = 0;
          for (let real = 0; real < deals; real++) {
            const rows = looks.map((values) => Float64Array.of(values[real]!, ...values));
            if (done.some((_, j) => sequentialTest(rows.slice(0, j + 1), done, true, 0.05).rejects))
              stopped++;
          }
          expect(stopped).toBeLessThanOrEqual(0.05 * deals);
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  test('p at the last look counts what was set aside before', () => {
    const random = createRandom(4);
    const looks = done.map(() => Float64Array.from({ length: 1000 }, random.exponential));
    const rows = looks.map((values) => Float64Array.of(-1, ...values));
    expect(sequentialTest(rows, done, true, 0.05).pValue).toBe(1);
  });
});
