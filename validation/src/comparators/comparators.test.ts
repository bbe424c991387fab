import { createRandom } from '@zonula/numerics';
import type { Timeline } from '@zonula/timeline';
import { toTimeline } from '@zonula/timeline';
import { describe, expect, it } from 'vitest';
import { dateAfter } from '../simulate/logging.ts';
import { benjaminiHochberg, blockPermutation } from './block-permutation.ts';
import { correlation, pairsAt } from './pairs.ts';
import { pearsonRule } from './pearson.ts';
import { welchP, welchRule } from './welch.ts';

const OUTCOME = 'skin/itch';

/** A complete diary of these scores (NaN = not written) and foods. */
function timelineOf(
  scores: readonly number[],
  foods: Readonly<Record<string, readonly number[]>>,
): Timeline {
  const observations = scores.flatMap((value, day) => {
    const date = dateAfter('2024-01-01', day);
    return [
      ...(Number.isNaN(value) ? [] : [{ date, category: 'skin' as const, name: 'itch', value }]),
      { date, category: 'day' as const, name: 'complete', value: 1 },
      ...Object.entries(foods).flatMap(([name, doses]) =>
        doses[day]! > 0 ? [{ date, category: 'food' as const, name, value: doses[day]! }] : [],
      ),
    ];
  });
  const scales = new Map([[OUTCOME, { min: 0, max: 100, inferred: false }]]);
  return toTimeline({ observations, scales, warnings: [] }, { outcome: OUTCOME });
}

/** Independent scores against independent foods: what the nominal rates are meant for. */
function whiteNoise(seed: number, days: number, foods: number): Timeline {
  const random = createRandom(seed);
  const scores = Array.from({ length: days }, () =>
    Math.min(Math.max(Math.round(50 + 15 * random.normal()), 0), 100),
  );
  const menu = Array.from({ length: foods }, (_, f) => [
    `food ${f}`,
    Array.from({ length: days }, () => (random.uniform() < 0.4 ? 1 : 0)),
  ]);
  return timelineOf(scores, Object.fromEntries(menu));
}

const repeat = <T>(count: number, make: (seed: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i + 1));

describe('pairs', () => {
  it('match a dose with the outcome some days later and leave the unknown out', () => {
    const dose = Float64Array.of(1, 0, Number.NaN, 1, 0);
    const outcome = Float64Array.of(5, 6, 7, Number.NaN, 9);
    expect(pairsAt(dose, outcome, 0)).toEqual({ doses: [1, 0, 0], outcomes: [5, 6, 9] });
    expect(pairsAt(dose, outcome, 1)).toEqual({ doses: [1, 0, 1], outcomes: [6, 7, 9] });
  });

  it('correlate over the days on which both are known', () => {
    const a = Float64Array.of(1, 2, 3, 4, Number.NaN);
    expect(correlation(a, Float64Array.of(2, 4, 6, 8, 1))).toBeCloseTo(1, 12);
    expect(correlation(a, Float64Array.of(1, 3, 2, 4, 1))).toBeCloseTo(0.8, 12);
    expect(correlation(a, Float64Array.of(5, 5, 5, 5, 5))).toBe(0);
  });
});

describe('the Welch rule', () => {
  it('has the p of R: t.test(1:5, 2 * 1:5)', () => {
    expect(welchP([1, 2, 3, 4, 5], [2, 4, 6, 8, 10])).toBeCloseTo(0.1075312, 6);
    expect(welchP([1, 1, 1], [1, 1, 1])).toBe(1);
    expect(welchP([1], [2, 3])).toBe(1);
  });

  it('names a food that acts the next day', () => {
    const random = createRandom(4);
    const doses = Array.from({ length: 60 }, () => (random.uniform() < 0.4 ? 1 : 0));
    const scores = doses.map((_, t) => 40 + 20 * (t > 0 ? doses[t - 1]! : 0) + (t % 3));
    expect(welchRule(Infinity)(timelineOf(scores, { milk: doses }), OUTCOME, 1)).toEqual([
      'food/milk',
    ]);
  });

  it('errs at its nominal rate on white noise: two windows at 5 %', () => {
    const accused = repeat(
      60,
      (seed) => welchRule(Infinity)(whiteNoise(seed, 80, 20), OUTCOME, 1).length,
    );
    const rate = accused.reduce((a, b) => a + b, 0) / (60 * 20);
    expect(rate).toBeGreaterThan(0.07);
    expect(rate).toBeLessThan(0.125);
  });

  it('looks at no more factors than asked', () => {
    const timeline = whiteNoise(1, 80, 20);
    const few = welchRule(5);
    const most = [...timeline.exposures].sort((a, b) => b.daysWith - a.daysWith).slice(0, 5);
    const ids = most.map(({ id }) => id);
    for (const id of few(timeline, OUTCOME, 1)) expect(ids).toContain(id);
    expect(welchRule(0)(timeline, OUTCOME, 1)).toEqual([]);
  });
});

describe('the Pearson rule', () => {
  const doses = Array.from({ length: 80 }, (_, t) => (t % 2 === 0 ? 1 : 0));
  const scores = doses.map((dose, t) => 40 + 10 * dose + (t % 5) * 4);

  it('names what passes its threshold, from thirty days with it', () => {
    const timeline = timelineOf(scores, { milk: doses });
    expect(pearsonRule(0.5)(timeline, OUTCOME, 1)).toEqual(['food/milk']);
    expect(pearsonRule(0.9)(timeline, OUTCOME, 1)).toEqual([]);
    const short = timelineOf(scores.slice(0, 58), { milk: doses.slice(0, 58) });
    expect(pearsonRule(0.5)(short, OUTCOME, 1)).toEqual([]);
  });
});

describe('block permutation', () => {
  it('keeps what Benjamini and Hochberg keep', () => {
    expect(benjaminiHochberg([0.01, 0.02, 0.03, 0.5], 0.05)).toEqual([0, 1, 2]);
    expect(benjaminiHochberg([0.04, 0.045, 0.9], 0.05)).toEqual([]);
    expect(benjaminiHochberg([0.9, 0.001], 0.05)).toEqual([1]);
    expect(benjaminiHochberg([], 0.05)).toEqual([]);
  });

  it('accuses at most its rate of white-noise diaries', () => {
    const rule = blockPermutation(14, 199, 0.1);
    const accused = repeat(60, (seed) => rule(whiteNoise(seed, 140, 5), OUTCOME, seed).length > 0);
    expect(accused.filter(Boolean).length / 60).toBeLessThan(0.2);
  });

  it('names a strong same-day food and repeats itself for the same seed', () => {
    const random = createRandom(9);
    const doses = Array.from({ length: 200 }, () => (random.uniform() < 0.4 ? 1 : 0));
    const scores = doses.map((dose) => Math.round(40 + 20 * dose + 5 * random.normal()));
    const timeline = timelineOf(scores, { milk: doses });
    const rule = blockPermutation(14, 199, 0.1);
    expect(rule(timeline, OUTCOME, 3)).toEqual(['food/milk']);
    expect(rule(timeline, OUTCOME, 3)).toEqual(rule(timeline, OUTCOME, 3));
  });
});
