import { createRandom } from '@zonula/numerics';
import { describe, expect, it } from 'vitest';
import { ar1, fitAr1, historical, lastValue, orderedRandomWalk } from './forecasts.ts';

const levels = [0, 1, 2, 3, 4];
const rules = { lastValue, ar1, orderedRandomWalk, historical };

function series(seed: number, days: number, phi: number, missing = 0): Float64Array {
  const random = createRandom(seed);
  let state = random.normal();
  return Float64Array.from({ length: days }, () => {
    state = phi * state + Math.sqrt(1 - phi * phi) * random.normal();
    return random.uniform() < missing ? Number.NaN : 5 + 2 * state;
  });
}

describe('forecasts to compare with', () => {
  it.each(Object.entries(rules))('%s gives probabilities for every level and day', (_, rule) => {
    const values = Float64Array.of(1, 2, Number.NaN, 2, 3, 3, 2, 0, Number.NaN, 1);
    const forecast = rule(values, levels, 7);
    expect(forecast).toHaveLength(7);
    for (const day of forecast) {
      expect(day).toHaveLength(5);
      expect(day.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...day)).toBeGreaterThan(0);
    }
  });

  it.each(Object.entries(rules))('%s stands a score that never changes', (_, rule) => {
    const [tomorrow] = rule(new Float64Array(60).fill(4), levels, 1);
    expect(tomorrow![4]).toBeGreaterThan(0.9);
  });

  it('AR(1) is recovered through gaps', () => {
    const estimates = Array.from({ length: 30 }, (_, i) => fitAr1(series(i + 1, 400, 0.7, 0.3)));
    const mean = (of: (fit: (typeof estimates)[number]) => number): number =>
      estimates.reduce((sum, fit) => sum + of(fit), 0) / estimates.length;
    expect(mean((fit) => fit.phi)).toBeGreaterThan(0.65);
    expect(mean((fit) => fit.phi)).toBeLessThan(0.72);
    expect(mean((fit) => fit.mean)).toBeCloseTo(5, 0);
    expect(mean((fit) => fit.variance)).toBeGreaterThan(3.4);
    expect(mean((fit) => fit.variance)).toBeLessThan(4.4);
  });

  it('the random walk widens with the days and follows the last ones', () => {
    const values = Float64Array.from(
      { length: 80 },
      (_, t) => (t < 40 ? 1 : 3) + (t % 2 === 0 ? 0 : 0.4),
    );
    const forecast = orderedRandomWalk(values, levels, 7);
    expect(forecast[0]![3]).toBeGreaterThan(0.5);
    expect(forecast[6]![3]).toBeLessThan(forecast[0]![3]!);
  });

  it('the last value is trusted as far as it held before', () => {
    const steady = Float64Array.from({ length: 80 }, (_, t) => Math.floor(t / 20));
    const restless = Float64Array.from({ length: 80 }, (_, t) => (t * 3) % 5);
    const atLast = (values: Float64Array): number => lastValue(values, levels, 1)[0]![values[79]!]!;
    expect(atLast(steady)).toBeGreaterThan(0.9);
    expect(atLast(restless)).toBeLessThan(0.3);
  });
});
