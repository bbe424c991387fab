import type { Outcome } from '@zonula/timeline';
import { describe, expect, it } from 'vitest';
import { gutSeries } from './gut-series.ts';

const score = (
  id: string,
  values: readonly number[],
  category: Outcome['category'] = 'gut',
): Outcome => ({
  id,
  category,
  name: id,
  site: null,
  kind: 'score',
  scale: { min: 0, max: 10, inferred: false },
  step: 1,
  values: Float64Array.from(values),
  minutes: null,
  timed: null,
  days: values.filter((value) => !Number.isNaN(value)).length,
});

const unknown = Number.NaN;
const wave = Array.from({ length: 20 }, (_, t) => (t % 4 === 0 ? 6 : t % 3));

describe('the daily gut series', () => {
  it('is a lone score as it was recorded', () => {
    const bloating = score('gut/bloating', wave);
    expect(gutSeries([score('skin/itch', wave, 'skin'), bloating])).toBe(bloating);
  });

  it('is null without a gut score that changes', () => {
    expect(gutSeries([score('skin/itch', wave, 'skin')])).toBeNull();
    expect(gutSeries([score('gut/bloating', Array(20).fill(0))])).toBeNull();
  });

  it('leaves out a score that is hardly recorded', () => {
    const bloating = score('gut/bloating', wave);
    const pain = score(
      'gut/pain',
      wave.map((value, t) => (t < 5 ? value : unknown)),
    );
    expect(gutSeries([pain, bloating])).toBe(bloating);
  });

  it('is the mean of several in standard deviations, of those known that day', () => {
    const double = wave.map((value, t) => (t === 3 ? unknown : value / 2));
    const mean = gutSeries([score('gut/bloating', wave), score('gut/pain', double)])!;
    const one = gutSeries([score('gut/bloating', wave), score('gut/cramps', wave)])!;
    for (const t of wave.keys()) expect(mean.values[t]).toBeCloseTo(one.values[t], 0);
    expect(mean.values[3]).toBeCloseTo(one.values[3], 9);
    expect(mean.values[1] / mean.values[2]).toBeCloseTo(0.5, 9);
  });

  it('keeps a day unknown on which no score is known', () => {
    const gaps = wave.map((value, t) => (t === 7 ? unknown : value));
    const mean = gutSeries([score('gut/bloating', gaps), score('gut/pain', gaps)])!;
    expect(mean.values[7]).toBeNaN();
    expect(mean.days).toBe(19);
  });

  it('turns a score round that falls when the others rise', () => {
    const comfort = wave.map((value) => 10 - value);
    const mean = gutSeries([score('gut/bloating', wave), score('gut/comfort', comfort)])!;
    expect(mean.values[0]).toBeGreaterThan(mean.values[1]);
    expect(mean.values[3]).toBe(0);
  });
});
