import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dot } from './dot.ts';

describe('the inner product', () => {
  it('adds up any number of values at any offsets', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), {
      minLength: 20,
      maxLength: 20,
    });
    fc.assert(
      fc.property(values, values, fc.nat(6), fc.nat(6), fc.nat(13), (a, b, ao, bo, n) => {
        let expected = 0;
        for (let i = 0; i < n; i++) expected += a[ao + i] * b[bo + i];
        expect(dot(Float64Array.from(a), ao, Float64Array.from(b), bo, n)).toBe(expected);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
