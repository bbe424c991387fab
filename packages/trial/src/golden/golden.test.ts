/**
 * Published trials: the naive figure as published, our own beside it, and what separation does.
 */
import { readFileSync } from 'node:fs';
import { createRandom, welchTest } from '@zonula/numerics';
import { describe, expect, test } from 'vitest';
import { analyseTrial } from '../analysis/analyse-trial.ts';
import { interruptedSeries } from '../analysis/interrupted-series.ts';
import type { TrialData } from '../analysis/trial-data.ts';
import type { Alternating, Period, RandomisedPairs } from '../design.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8').trim();
const columnsOf = (path: string): Map<string, readonly string[]> => {
  const [header, ...rows] = read(path)
    .split(/\r?\n/u)
    .map((line) => line.replaceAll('"', '').split(','));
  return new Map(header!.map((name, i) => [name, rows.map((row) => row[i]!)]));
};
const numbers = (column: readonly string[]): Float64Array =>
  Float64Array.from(column, (field) => (field === '' ? Number.NaN : Number(field)));
/** Periods of these arms, one after the other. */
const periodsFrom = (arms: readonly ('with' | 'without')[], days: readonly number[]): Period[] => {
  let start = 0;
  return arms.map((arm, k) => {
    const period = { start, days: days[k]!, arm, washout: 0, block: Math.floor(k / 2) };
    start += days[k]!;
    return period;
  });
};
const timing = { baselineDays: 0, washoutDays: 0, looks: [] };

describe('melatonin, 70 days drawn at random (Miura Meng 2026)', () => {
  const table = columnsOf('../../../numerics/fixtures/melatonin/miura_ema_70day_daily.csv');
  const taken = table.get('melatonin')!;
  const design: Alternating = {
    ...timing,
    kind: 'alternating',
    periodDays: 1,
    periods: 70,
    longestRun: 2,
  };
  const data: TrialData = {
    design,
    periods: periodsFrom(
      taken.map((one) => (one === '1' ? 'with' : 'without')),
      taken.map(() => 1),
    ).map((period) => ({ ...period, block: 0 })),
    outcome: numbers(table.get('mood')!),
    exposure: numbers(taken),
  };
  const result = analyseTrial(data, {
    seed: 1,
    worthwhile: 5,
    higherIsWorse: false,
    blinded: false,
  });

  test('the naive figure is the published one', () => {
    expect(result.naive!.difference).toBeCloseTo(0.92, 2);
    expect(result.naive!.t).toBeCloseTo(0.696, 3);
    expect(result.naive!.pValue).toBeCloseTo(0.489, 3);
    expect(result.naive!.cohensD).toBeCloseTo(0.166, 3);
  });

  test('ours: no difference larger than five points of a hundred, whatever the sign', () => {
    expect(result.code).toBe('no-difference');
    expect(result.randomisationP).toBeGreaterThan(0.2);
    expect(result.intentionToTreat!.interval[0]).toBeLessThan(0);
    expect(result.intentionToTreat!.interval[1]).toBeGreaterThan(0);
    expect(result.effect!.interval[0]).toBeGreaterThan(-5);
    expect(result.effect!.interval[1]).toBeLessThan(5);
    expect(result.adherence).toMatchObject({ exposureWith: 1, exposureWithout: 0 });
  });
});

describe('single_subject: one arm is all zero', () => {
  const table = columnsOf('./fixtures/single-subject.csv');
  const outcome = numbers(table.get('y')!);
  const treated = [...outcome].filter((_, t) => table.get('treat')![t] === '1');
  const untreated = [...outcome].filter((_, t) => table.get('treat')![t] === '0');
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const lengths = [28, 21, 14, 21];
  const design: RandomisedPairs = { ...timing, kind: 'randomised-pairs', periodDays: 21, pairs: 2 };
  const data: TrialData = {
    design,
    periods: periodsFrom(['with', 'without', 'with', 'without'], lengths),
    outcome,
    exposure: null,
  };

  test('is the published data: Poisson intercept, Firth coefficient', () => {
    expect(sum(treated)).toBe(0);
    expect(Math.log(sum(untreated) / untreated.length)).toBeCloseTo(0.1942, 4);
    expect(1 / Math.sqrt(sum(untreated))).toBeCloseTo(0.14, 4);
    const [a, b] = [0.5, sum(untreated) + 0.5];
    expect(Math.log(a / b)).toBeCloseTo(-4.6347, 4);
    expect(Math.sqrt(1 / a + 1 / b)).toBeCloseTo(1.4211, 4);
  });

  test('every figure stays finite, and four periods decide nothing', () => {
    const result = analyseTrial(data, {
      seed: 1,
      worthwhile: 0.2,
      higherIsWorse: true,
      blinded: false,
    });
    const mean = sum(untreated) / untreated.length;
    expect(result.naive!.difference).toBeCloseTo(-mean, 10);
    expect(Number.isFinite(result.effect!.mean)).toBe(true);
    expect(result.effect!.interval[0]).toBeGreaterThan(-2 * mean);
    expect(result.effect!.interval[1]).toBeLessThan(0);
    expect(result.probabilityWorse).toBeLessThan(0.05);
    expect(result.randomisationP).toBeGreaterThanOrEqual(0.25);
    expect(result.verdict).toBe('inconclusive');
    expect(result.reason).toContain('smallest p');
  });
});

describe('atrial fibrillation and coffee (sample of the nof1 and PREEMPT repositories)', () => {
  // Three periods of seven days each way; the sample has the same days missing in both.
  const control = [0, 1, 0, null, null, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0];
  const trigger = [0, 1, 0, null, null, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0];
  const known = (days: readonly (number | null)[]): number[] => days.filter((y) => y !== null);
  const share = (days: readonly number[]): number => days.reduce((a, b) => a + b, 0) / days.length;

  test('the published shares and probability, days taken as independent', () => {
    expect(Math.round(100 * share(known(control)))).toBe(26);
    expect(Math.round(100 * share(known(trigger)))).toBe(37);
    const { probability, mean, sd } = oddsRatio([5, 19], [7, 19]);
    // nof1 in JAGS: 77 % printed, 76.6 % and log odds ratio .525 (.731) when run again.
    expect(probability).toBeGreaterThan(0.76);
    expect(probability).toBeLessThan(0.775);
    expect(mean).toBeCloseTo(0.525, 2);
    expect(sd).toBeCloseTo(0.731, 2);
  });

  test('ours: cannot tell', () => {
    const weeks = (days: readonly (number | null)[], k: number) => days.slice(7 * k, 7 * k + 7);
    const outcome = Float64Array.from(
      [0, 1, 2].flatMap((k) => [...weeks(control, k), ...weeks(trigger, k)]),
      (y) => y ?? Number.NaN,
    );
    const design: RandomisedPairs = {
      ...timing,
      kind: 'randomised-pairs',
      periodDays: 7,
      pairs: 3,
    };
    const arms = ['without', 'with', 'without', 'with', 'without', 'with'] as const;
    const data = {
      design,
      periods: periodsFrom(
        arms,
        arms.map(() => 7),
      ),
      outcome,
      exposure: null,
    };
    const result = analyseTrial(data, {
      seed: 1,
      worthwhile: 0.1,
      higherIsWorse: true,
      blinded: false,
    });
    expect(result.naive!.difference).toBeCloseTo(2 / 19, 10);
    expect(result.probabilityWorse).toBeGreaterThan(0.5);
    expect(result.probabilityWorse).toBeLessThan(0.9);
    expect(result.verdict).toBe('inconclusive');
  });
});

/** Two shares with nearly flat normal priors on their log odds (precision 0.001), by a grid. */
function oddsRatio(
  [a, n]: readonly [number, number],
  [b, m]: readonly [number, number],
): { readonly probability: number; readonly mean: number; readonly sd: number } {
  const grid = Float64Array.from({ length: 4000 }, (_, i) => -12 + (i + 0.5) * 0.006);
  const posterior = (hits: number, of: number) => {
    const raw = grid.map((x) =>
      Math.exp(hits * x - of * Math.log1p(Math.exp(x)) - 0.5 * 0.001 * x * x),
    );
    const total = raw.reduce((s, v) => s + v, 0);
    const density = raw.map((v) => v / total);
    const mean = density.reduce((s, v, i) => s + v * grid[i]!, 0);
    const variance = density.reduce((s, v, i) => s + v * (grid[i]! - mean) ** 2, 0);
    return { density, mean, variance };
  };
  const [first, second] = [posterior(a, n), posterior(b, m)];
  let below = 0;
  let probability = 0;
  for (let i = 0; i < grid.length; i++) {
    probability += second.density[i]! * (below + 0.5 * first.density[i]!);
    below += first.density[i]!;
  }
  return {
    probability,
    mean: second.mean - first.mean,
    sd: Math.sqrt(first.variance + second.variance),
  };
}

describe('interrupted series (R CausalImpact, tfcausalimpact)', () => {
  const folder = '../../../numerics/fixtures/causalimpact';
  test.each([
    { name: 'google', unaffected: ['x1', 'x2'], from: 61, mean: 27, low: 18, high: 36, p: 0.001 },
    { name: 'arma', unaffected: ['X'], from: 70, mean: 0.89, low: 0.27, high: 1.5, p: 0.00301 },
  ])('$name', ({ name, unaffected, from, mean, low, high, p }) => {
    const table = columnsOf(`${folder}/${name}_data.csv`);
    const got = interruptedSeries(
      numbers(table.get('y')!),
      unaffected.map((column) => numbers(table.get(column)!)),
      from,
      createRandom(1),
    );
    const width = high - low;
    expect(Math.abs(got.average.mean - mean)).toBeLessThan(0.06 * width);
    expect(Math.abs(got.average.interval[0] - low)).toBeLessThan(0.1 * width);
    expect(Math.abs(got.average.interval[1] - high)).toBeLessThan(0.1 * width);
    expect(got.tailProbability).toBeLessThan(p + 0.004);
    expect(got.total.mean / got.average.mean).toBeCloseTo(table.get('y')!.length - from, 6);
  });

  test('says what it needs', () => {
    const days = Float64Array.of(1, 2, 3, 4);
    expect(() => interruptedSeries(days, [], 2, createRandom(1))).toThrow(RangeError);
    const gap = Float64Array.of(1, 2, 3, Number.NaN);
    expect(() => interruptedSeries(gap, [], 3, createRandom(1))).toThrow(/every day/u);
  });
});

test('Welch of two constant arms is no figure', () => {
  expect(welchTest([1, 1], [1, 1])).toBeUndefined();
});
