import { createRandom } from '@zonula/numerics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convolve, dailyKernels, kernelsFor } from './kernels.ts';

const all = kernelsFor('acne', 365);

describe('the dictionary of delays', () => {
  it('holds shapes that sum to one, never look ahead and have names of their own', () => {
    for (const { start, weights, centre } of all) {
      expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...weights)).toBeGreaterThan(0);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(centre).toBeGreaterThanOrEqual(start);
      expect(centre).toBeLessThan(start + weights.length);
    }
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('reaches from the same day to two weeks, and to weeks where skin is slow', () => {
    const centres = dailyKernels.map(({ centre }) => centre);
    expect(Math.min(...centres)).toBe(0);
    expect(Math.max(...centres)).toBeGreaterThan(7);
    expect(Math.max(...centres)).toBeLessThan(15);
    expect(Math.max(...all.map(({ centre }) => centre))).toBeGreaterThan(20);
    expect(kernelsFor('itch', 365)).toBe(dailyKernels);
    expect(kernelsFor('acne', 60)).toBe(dailyKernels);
  });
});

describe('convolving', () => {
  it('answers one dose with the kernel itself', () => {
    for (const kernel of all) {
      const dose = new Float64Array(60);
      dose[4] = 1;
      const out = new Float64Array(60);
      convolve(kernel, dose, out);
      const expected = new Float64Array(60);
      kernel.weights.forEach((w, i) => {
        if (4 + kernel.start + i < 60) expected[4 + kernel.start + i] = w;
      });
      expect([...out]).toEqual([...expected]);
    }
  });

  it('equals the sum over all earlier days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(all.length - 1), (seed, h) => {
        const random = createRandom(seed);
        const dose = Float64Array.from({ length: 35 }, () => random.normal());
        const out = new Float64Array(35);
        convolve(all[h], dose, out);
        for (let t = 0; t < 35; t++) {
          let sum = 0;
          for (let u = 0; u <= t; u++) sum += dose[u] * (all[h].weights[t - u - all[h].start] ?? 0);
          expect(out[t]).toBeCloseTo(sum, 12);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});
