import { describe, expect, test } from 'vitest';
import { calibrationBand, ranksInsideBand } from './calibration-band.ts';
import { createRandom } from './random.ts';

describe('simultaneous ECDF band', () => {
  test.each([
    [50, 10],
    [200, 32],
    [1000, 64],
  ])('%s ranks at %s points: stated coverage is what simulation finds', (n, points) => {
    const band = calibrationBand(n, points, 0.95);
    expect(band.coverage).toBeGreaterThanOrEqual(0.95);
    expect(band.coverage).toBeLessThan(0.975);
    const random = createRandom(n);
    const runs = 4000;
    let inside = 0;
    for (let run = 0; run < runs; run++) {
      const ranks = Float64Array.from({ length: n }, () => random.integer(2 * points));
      if (ranksInsideBand(ranks, 2 * points - 1, band)) inside++;
    }
    const error = 4 * Math.sqrt((0.95 * 0.05) / runs);
    expect(Math.abs(inside / runs - band.coverage)).toBeLessThan(error);
  });

  test('notices a sample that is not uniform', () => {
    const band = calibrationBand(500, 20);
    const random = createRandom(1);
    const narrow = Array.from({ length: 500 }, () => Math.floor(100 * random.beta(1.5, 1.5)));
    expect(ranksInsideBand(narrow, 99, band)).toBe(false);
  });

  test('two points by hand', () => {
    // Ten coin flips: P(2 <= X <= 8) = 1 - 22 / 1024, P(3 <= X <= 7) = 0.890625.
    const band = calibrationBand(10, 2, 0.95);
    expect([...band.lower]).toEqual([2, 10]);
    expect([...band.upper]).toEqual([8, 10]);
    expect(band.coverage).toBeCloseTo(1 - 22 / 1024, 12);
  });

  test('refuses nonsense', () => {
    expect(() => calibrationBand(0, 10)).toThrow(RangeError);
    expect(() => calibrationBand(10, 10, 1)).toThrow(RangeError);
  });
});
