import { createRandom } from '@zonula/numerics';
import { type Timeline, toTimeline } from '@zonula/timeline';
import { describe, expect, it } from 'vitest';
import { discover } from './discover.ts';
import { forecastOutcome } from './forecast.ts';
import { convolve, dailyKernels } from './kernels.ts';
import { defaultPriors } from './model.ts';
import { type PredictiveInput, predict } from './predictive.ts';
import { groupTwins, toProblem } from './problem.ts';
import type { Draw } from './sampler.ts';
import { suspectsSchema } from './suspects.ts';

const dateOf = (day: number): string =>
  new Date(Date.parse('2024-01-01T00:00:00Z') + day * 86_400_000).toISOString().slice(0, 10);

interface Parts {
  readonly days?: number;
  readonly name?: string;
  readonly scale?: { readonly min: number; readonly max: number };
  readonly score: (day: number, random: ReturnType<typeof createRandom>) => number;
}

/** A diary with one food on every third day and a score made by hand. */
const timelineOf = ({ days = 60, name = 'itch', scale, score }: Parts): Timeline => {
  const random = createRandom(7);
  const observations = Array.from({ length: days }, (_, day) => [
    { date: dateOf(day), category: 'skin' as const, name, value: score(day, random) },
    { date: dateOf(day), category: 'food' as const, name: 'rice', value: 1 },
    ...(day % 3 === 0
      ? [{ date: dateOf(day), category: 'food' as const, name: 'milk', value: 1 }]
      : []),
  ]).flat();
  const scales = new Map(scale ? [[`skin/${name}`, { ...scale, inferred: false }]] : []);
  return toTimeline({ observations, scales, warnings: [] });
};

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const meanOf = ({ levels, probabilities }: { levels: number[]; probabilities: number[] }): number =>
  sum(levels.map((level, k) => level * probabilities[k]));

const wave = ({ max }: { max: number }): Timeline =>
  timelineOf({
    scale: { min: 0, max },
    score: (day, random) =>
      Math.min(max, Math.max(0, Math.round(max / 2 + Math.sin(day / 9) + 0.7 * random.normal()))),
  });

/** One draw with given dynamics, the milk acting on the next day, level 5 and x of 2 on the last day. */
const handMade = (
  over: Partial<Draw> & Pick<Draw, 'dynamics'>,
  timeline = wave({ max: 10 }),
): PredictiveInput => {
  const outcome = timeline.outcomes[0]!;
  const twins = groupTwins(timeline.exposures.filter((exposure) => exposure.candidate));
  const { covariates } = timeline;
  const problem = toProblem({ outcome, twins, covariates, kernels: dailyKernels });
  const draw: Draw = {
    slab: 0.3,
    active: [],
    coefficients: new Float64Array(0),
    covariates: new Float64Array(covariates.length),
    logDensity: 0,
    level: new Float64Array(problem.days).fill(5),
    mean: new Float64Array(problem.days).fill(7),
    size: null,
    ...over,
  };
  const random = createRandom(1);
  return {
    outcome,
    problem,
    priors: defaultPriors,
    twins,
    covariates,
    draws: [draw],
    random,
  };
};

/** Seven days on whole levels 0-10, each day's weights divided by their sum. */
const predicted = (
  input: PredictiveInput,
  levels: readonly number[] = Array.from({ length: 11 }, (_, k) => k),
): { levels: number[]; probabilities: number[] }[] =>
  predict(input, levels, 7).map((weights) => {
    const total = sum([...weights]);
    return { levels: [...levels], probabilities: Array.from(weights, (w) => w / total) };
  });

const still = { persistence: 0.5, shock: 1e-6, noise: 1e-6, drift: 1e-6 };

describe('the posterior predictive', () => {
  it('carries the state on at its persistence around the level', () => {
    const days = predicted(handMade({ dynamics: still }));
    // x = 2, 1, 0.5, ... on a level of 5: 6, 5.5 (half way), 5.25
    expect(days[0]!.probabilities[6]).toBeCloseTo(1, 9);
    expect(days[2]!.probabilities[5]).toBeCloseTo(1, 9);
    expect(days[6]!.probabilities[5]).toBeCloseTo(1, 9);
  });

  it('carries on what was eaten and expects the usual dose', () => {
    const timeline = wave({ max: 10 });
    const milk = timeline.exposures
      .filter((exposure) => exposure.candidate)
      .findIndex(({ id }) => id === 'food/milk');
    const kernel = dailyKernels.findIndex(({ name }) => name === 'direct, day 1');
    const input = handMade(
      {
        dynamics: still,
        active: [milk * dailyKernels.length + kernel],
        coefficients: Float64Array.of(3),
        mean: new Float64Array(60).fill(5),
      },
      timeline,
    );
    // Day 59 was without milk, so day 60 lacks 3 * (0 - 1/3); x starts at minus day 59's own share.
    const dose = Float64Array.from({ length: 60 }, (_, t) => (t % 3 === 0 ? 2 / 3 : -1 / 3));
    const push = new Float64Array(60);
    convolve(dailyKernels[kernel]!, dose, push);
    const x = 5 - 5 - 3 * push[59]!;
    const expected = 5 + 0.5 * x + 3 * (0 - 1 / 3);
    const fine = Array.from({ length: 1001 }, (_, k) => k / 100);
    expect(meanOf(predicted(input, fine)[0]!)).toBeCloseTo(expected, 2);
  });

  it('widens with every day ahead', () => {
    const input = handMade({
      dynamics: { persistence: 0.9, shock: 0.5, noise: 0.2, drift: 0.1 },
      level: new Float64Array(60).fill(7),
    });
    const days = predicted({
      ...input,
      draws: input.draws.flatMap((draw) => Array(100).fill(draw)),
    });
    const spread = days.map((day) => {
      const mean = meanOf(day);
      return sum(day.levels.map((level, k) => day.probabilities[k]! * (level - mean) ** 2));
    });
    for (let h = 1; h < spread.length; h++) expect(spread[h]).toBeGreaterThan(spread[h - 1]!);
  });

  it('gives the tails to the ends of the scale', () => {
    const input = handMade({
      dynamics: { ...still, persistence: 0.9, shock: 1 },
      mean: new Float64Array(60).fill(14),
      level: new Float64Array(60).fill(14),
    });
    expect(predicted(input)[0]!.probabilities[10]).toBeGreaterThan(0.95);
  });
});

describe('a forecast', () => {
  it('has proper probabilities for every level of the seven days after the diary', () => {
    const timeline = wave({ max: 10 });
    const days = forecastOutcome(timeline, { seed: 1 });
    expect(days.map(({ date }) => date)).toEqual(
      Array.from({ length: 7 }, (_, h) => dateOf(60 + h)),
    );
    for (const { levels, probabilities } of days) {
      expect(levels).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(sum(probabilities)).toBeCloseTo(1, 12);
      for (const p of probabilities) expect(p).toBeGreaterThanOrEqual(0);
    }
    expect(forecastOutcome(timeline, { seed: 1 })).toEqual(days);
  });

  it('knows counts', () => {
    const timeline = timelineOf({
      name: 'pimple count',
      score: (_, random) => random.poisson(6 * random.gamma(4) * 0.25),
    });
    expect(timeline.outcomes[0]!.kind).toBe('count');
    const days = forecastOutcome(timeline, { seed: 2 });
    for (const day of days) {
      expect(sum(day.probabilities)).toBeCloseTo(1, 12);
      expect(meanOf(day)).toBeGreaterThan(3);
      expect(meanOf(day)).toBeLessThan(10);
    }
  });

  it('learns from a diary that always says the same', () => {
    const timeline = timelineOf({ days: 120, scale: { min: 0, max: 4 }, score: () => 4 });
    for (const { probabilities } of forecastOutcome(timeline, { seed: 3 }))
      expect(probabilities[4]).toBeGreaterThan(0.9);
  });

  it('is made on the levels that were asked for, or on about a hundred', () => {
    const timeline = timelineOf({
      scale: { min: 0, max: 10 },
      score: (_, random) => Math.round(500 + 100 * random.normal()) / 100,
    });
    const levels = [0, 5, 10];
    const coarse = forecastOutcome(timeline, { seed: 4, levels, horizon: 2 });
    expect(coarse).toHaveLength(2);
    expect(coarse[0]!.levels).toEqual(levels);
    expect(coarse[0]!.probabilities[1]).toBeGreaterThan(0.9);
    const fine = forecastOutcome(timeline, { seed: 4 })[0]!;
    expect(fine.levels).toHaveLength(101);
    expect(fine.levels.at(-1)).toBeCloseTo(10, 9);
  });

  it('is not made of an outcome that is not there', () => {
    const timeline = wave({ max: 4 });
    expect(() => forecastOutcome(timeline, { seed: 1, outcome: 'skin/none' })).toThrow(RangeError);
  });

  it('appears for research only', () => {
    const timeline = wave({ max: 4 });
    const options = { version: 'test', seed: 1 };
    expect(discover(timeline, options)).not.toHaveProperty('forecast');
    expect(discover(timeline, { ...options, research: false })).not.toHaveProperty('forecast');
    const answer = suspectsSchema.parse(discover(timeline, { ...options, research: true }));
    expect(answer.forecast).toHaveLength(7);
    expect(answer.forecast![0]!.levels).toEqual([0, 1, 2, 3, 4]);
  });
});
