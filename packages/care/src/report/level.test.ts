import { describe, expect, it } from 'vitest';
import { random } from '../fixtures/make.ts';
import { slowLevel } from './level.ts';

const uniform = random(5);
const noises = Float64Array.from({ length: 200 }, () => 4 * uniform() - 2);
const noise = (t: number): number => noises[t]!;

describe('slowLevel', () => {
  it('follows a constant exactly, with no width', () => {
    const { mean, lower, upper } = slowLevel(new Float64Array(60).fill(4));
    for (const series of [mean, lower, upper]) expect(series[30]).toBeCloseTo(4, 12);
  });

  it('stays silent far from any value and bridges short gaps', () => {
    const values = Float64Array.from({ length: 200 }, (_, t) =>
      (t > 60 && t < 140) || (t > 20 && t < 28) ? Number.NaN : 3 + noise(t),
    );
    const { mean, lower, upper } = slowLevel(values);
    expect(mean[100]).toBeNaN();
    expect(upper[100]).toBeNaN();
    expect(mean[24]).toBeGreaterThan(lower[24]!);
    expect(mean[24]).toBeLessThan(upper[24]!);
    expect(slowLevel(new Float64Array(5).fill(Number.NaN)).mean[2]).toBeNaN();
  });

  it('is less sure of a persistent series than of a jumpy one', () => {
    const jumpy = Float64Array.from({ length: 120 }, (_, t) => 5 + noise(t));
    const persistent = Float64Array.from({ length: 120 }, (_, t) => 5 + noise(Math.floor(t / 5)));
    const widthOf = (values: Float64Array): number => {
      const { lower, upper } = slowLevel(values);
      return upper[60]! - lower[60]!;
    };
    expect(widthOf(persistent)).toBeGreaterThan(1.3 * widthOf(jumpy));
  });
});
