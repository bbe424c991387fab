import { type Dynamics, defaultPriors, discover, type SuspectDocument } from '@zonula/discovery';
import { createRandom } from '@zonula/numerics';
import { type Timeline, toTimeline } from '@zonula/timeline';
import { describe, expect, test } from 'vitest';
import { inventDiary } from '../fixtures/people.ts';
import { logBayesFactor } from '../mixture/effect-likelihood.ts';
import { effectSummarySchema } from './effect-summary.ts';
import { summariseDiscovery } from './from-discovery.ts';
import { summariseTrial } from './from-trial.ts';

const timelineOf = (seed: number, effect: number): Timeline =>
  toTimeline({
    observations: inventDiary({ days: 120, effect, others: 2 }, createRandom(seed)),
    scales: new Map([['skin/itch', { min: 0, max: 10, inferred: false }]]),
    warnings: [],
  });

interface Analysed {
  readonly document: SuspectDocument;
  readonly dynamics: readonly Dynamics[];
}

const analyse = (timeline: Timeline, priors = defaultPriors): Analysed => {
  let dynamics: readonly Dynamics[] = [];
  const document = discover(timeline, {
    version: '0',
    seed: 1,
    priors,
    onDynamics: (draws) => {
      dynamics = draws;
    },
  });
  return { document, dynamics };
};

const cheeseOf = (timeline: Timeline, analysed: Analysed, priors = defaultPriors) => {
  const summaries = summariseDiscovery({ person: 'p', timeline, priors, ...analysed });
  for (const one of summaries) effectSummarySchema.parse(one);
  return summaries.find(({ exposure }) => exposure === 'food/cheese')!;
};

describe('what a diary said, without the priors', () => {
  test('is the same whatever share of exposures was believed to act', () => {
    const timeline = timelineOf(5, 1);
    const [few, many] = (
      [
        [1, 30],
        [6, 4],
      ] as const
    ).map((acting) => {
      const priors = { ...defaultPriors, acting };
      return cheeseOf(timeline, analyse(timeline, priors), priors).likelihood!;
    });
    expect(few!.estimate).toBeCloseTo(many!.estimate, 1.7);
    expect(few!.error / many!.error).toBeCloseTo(1, 0.5);
    const evidence = [few!, many!].map((one) => logBayesFactor(one, 0, 0.1));
    // The prior odds were 36 times apart.
    expect(Math.abs(evidence[0]! - evidence[1]!)).toBeLessThan(1.5);
  });

  test('the true effect and delay lie where the likelihood says, and nothing where there is nothing', () => {
    const effects = [1.3, 1.8];
    const z = effects.map((effect, i) => {
      const timeline = timelineOf(20 + i, effect);
      const { likelihood, delay, daysWith, daysWithout } = cheeseOf(timeline, analyse(timeline));
      expect(daysWith + daysWithout).toBe(120);
      expect(logBayesFactor(likelihood!, 0, 0.1)).toBeGreaterThan(2);
      expect(Math.expm1(delay!.estimate)).toBeGreaterThan(0.5);
      expect(Math.expm1(delay!.estimate)).toBeLessThan(2);
      return (likelihood!.estimate - effect / 10) / likelihood!.error;
    });
    for (const one of z) expect(Math.abs(one)).toBeLessThan(3.3);
    const quiet = timelineOf(31, 0);
    const { likelihood } = cheeseOf(quiet, analyse(quiet));
    expect(Math.abs(likelihood!.estimate / likelihood!.error)).toBeLessThan(3);
    expect(logBayesFactor(likelihood!, 0, 0.1)).toBeLessThan(0.5);
  });

  test('nothing is summarised where the diary could not be judged or the chains disagree', () => {
    const timeline = timelineOf(5, 1);
    const analysed = analyse(timeline);
    const { document } = analysed;
    const silent = { ...document, status: 'cannot-tell' as const };
    expect(summariseDiscovery({ person: 'p', timeline, ...analysed, document: silent })).toEqual(
      [],
    );
    const apart = {
      ...document,
      checks: {
        ...document.checks,
        convergence: { ...document.checks.convergence, passed: false },
      },
    };
    expect(summariseDiscovery({ person: 'p', timeline, ...analysed, document: apart })).toEqual([]);
  });
});

test('a trial is its own likelihood, in shares of the scale', () => {
  const trial = {
    person: 'p',
    exposure: 'food/milk',
    outcome: 'skin/itch',
    daysWith: 20,
    daysWithout: 22,
  };
  const effect = { mean: 1, interval: [0.02, 1.98], level: 0.95 } as const;
  const got = summariseTrial({ ...trial, range: 10, effect })!;
  expect(effectSummarySchema.parse(got)).toEqual(got);
  expect(got.likelihood!.estimate).toBeCloseTo(0.1, 10);
  expect(got.likelihood!.error).toBeCloseTo(0.05, 4);
  expect(got.measure).toBe('lasting');
  expect(summariseTrial({ ...trial, range: 10, effect: null })).toBeNull();
  expect(() => summariseTrial({ ...trial, range: 0, effect })).toThrow(RangeError);
});
