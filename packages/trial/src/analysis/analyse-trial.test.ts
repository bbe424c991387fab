import { createRandom } from '@zonula/numerics';
import { describe, expect, test } from 'vitest';
import type { RandomisedPairs, RandomisedPeriods } from '../design.ts';
import { simulateTrial, steadyPerson } from '../simulate/simulate-trial.ts';
import { analyseTrial } from './analyse-trial.ts';
import type { TrialData } from './trial-data.ts';

const pairs: RandomisedPairs = {
  kind: 'randomised-pairs',
  baselineDays: 0,
  washoutDays: 2,
  periodDays: 5,
  pairs: 8,
  looks: [],
};
const options = { seed: 1, worthwhile: 1, higherIsWorse: true, blinded: false, draws: 600 };
const person = { ...steadyPerson, phi: 0.5, missing: 0.1 };

describe('analyseTrial', () => {
  test('a clear effect worsens or improves, by the direction of the score', () => {
    const data = simulateTrial(pairs, person, 3, createRandom(2));
    const result = analyseTrial(data, options);
    expect(result.verdict).toBe('worsens');
    expect(result.randomisationP).toBeLessThanOrEqual(0.01);
    expect(result.effect!.interval[0]).toBeGreaterThan(1.5);
    expect(result.effect!.interval[1]).toBeLessThan(4.5);
    expect(result.probabilityWorse).toBeGreaterThan(0.99);
    const [low, high] = result.intentionToTreat!.interval;
    expect(low).toBeLessThan(3);
    expect(high).toBeGreaterThan(3);
    const other = analyseTrial(data, { ...options, higherIsWorse: false });
    expect(other.verdict).toBe('improves');
    expect(other.probabilityWorse).toBeCloseTo(1 - result.probabilityWorse!, 12);
  });

  test('none that matters: says how large a difference is ruled out', () => {
    const quiet = { ...steadyPerson, sd: 0.4 };
    const result = analyseTrial(simulateTrial(pairs, quiet, 0, createRandom(5)), options);
    expect(result.code).toBe('no-difference');
    expect(result.verdict).toMatch(/^no difference larger than 0\.\d+$/u);
    const named = Number(result.verdict.split(' ').at(-1));
    expect(named).toBeLessThanOrEqual(options.worthwhile);
    expect(Math.max(...result.effect!.interval.map(Math.abs))).toBeLessThanOrEqual(named);
  });

  test('same data and seed, same result', () => {
    const data = simulateTrial(pairs, person, 1, createRandom(3));
    expect(analyseTrial(data, options)).toEqual(analyseTrial(data, options));
  });

  test('unknown days stay unknown: what stands on them is never read', () => {
    const data = simulateTrial(pairs, person, 1, createRandom(3));
    const outside = { ...data, exposure: null };
    const result = analyseTrial(outside, options);
    expect(result.adherence.effect).toBeNull();
    expect(result.notes.join(' ')).toContain('not known whether the plan was kept');
    expect(result.days.known).toBeLessThan(result.days.analysed);
  });

  test('a day’s own score inside a washout does not move the registered p', () => {
    const data = simulateTrial(pairs, person, 1, createRandom(4));
    const changed = data.outcome.slice();
    for (const { start, washout } of data.periods) changed.fill(99, start, start + washout);
    const [before, after] = [data, { ...data, outcome: changed }].map((one) =>
      analyseTrial(one, options),
    );
    expect(after!.randomisationP).toBe(before!.randomisationP);
    expect(after!.intentionToTreat).toEqual(before!.intentionToTreat);
  });

  test('one side without any score, a constant score, too few days: cannot tell, with the reason', () => {
    const data = simulateTrial(pairs, steadyPerson, 0, createRandom(1));
    const oneSide = data.outcome.slice();
    for (const { arm, start, days } of data.periods)
      if (arm === 'with') oneSide.fill(Number.NaN, start, start + days);
    const cases: [TrialData, string][] = [
      [{ ...data, outcome: oneSide }, '0 with'],
      [{ ...data, outcome: data.outcome.map(() => 4) }, 'same on every day'],
      [{ ...data, outcome: data.outcome.map((y, t) => (t < 9 ? y : Number.NaN)) }, 'at least 5'],
    ];
    for (const [one, reason] of cases) {
      const result = analyseTrial(one, options);
      expect(result.verdict).toBe('inconclusive');
      expect(result.reason).toContain(reason);
      expect(result.effect).toBeNull();
    }
  });

  test('an arm with nothing but zeros breaks nothing', () => {
    const data = simulateTrial(pairs, steadyPerson, 0, createRandom(6));
    const outcome = data.outcome.slice();
    for (const { arm, start, days } of data.periods)
      outcome.forEach((y, t) => {
        if (t >= start && t < start + days) outcome[t] = arm === 'with' ? 0 : Math.round(y);
      });
    const result = analyseTrial({ ...data, outcome }, options);
    expect(result.verdict).toBe('improves');
    expect(Number.isFinite(result.effect!.mean)).toBe(true);
  });

  test('when the plan is kept in part, the instrument finds the effect of the thing itself', () => {
    const design: RandomisedPeriods = {
      kind: 'randomised-periods',
      baselineDays: 0,
      washoutDays: 0,
      periodDays: 4,
      periods: 30,
      longestRun: 3,
      looks: [],
    };
    const slipping = { ...steadyPerson, phi: 0.3, slips: 0.2 };
    const result = analyseTrial(simulateTrial(design, slipping, 3, createRandom(8)), options);
    const { effect, exposureWith, exposureWithout } = result.adherence;
    expect(Math.abs(exposureWith! - 0.8)).toBeLessThan(0.15);
    expect(Math.abs(exposureWithout! - 0.2)).toBeLessThan(0.15);
    expect(result.intentionToTreat!.mean).toBeLessThan(2.4);
    expect(effect!.interval[0]).toBeLessThan(3);
    expect(effect!.interval[1]).toBeGreaterThan(3);
    expect(effect!.mean).toBeGreaterThan(2.4);
    expect(result.notes.join(' ')).toContain('kept in part');
  });

  test('a deal that moved nothing gives no bound instead of a wrong one', () => {
    const data = simulateTrial(pairs, { ...steadyPerson, slips: 0.5 }, 1, createRandom(9));
    const { effect } = analyseTrial(data, options).adherence;
    expect(effect === null || effect.interval.includes(null)).toBe(true);
  });

  test('stopped early: tests what took place', () => {
    const data = simulateTrial(pairs, person, 4, createRandom(2));
    const periods = data.periods.slice(0, 12);
    const result = analyseTrial({ ...data, periods }, options);
    expect(result.randomisationP).toBeGreaterThanOrEqual(2 / 2 ** 6);
    expect(result.notes.join(' ')).toContain('12 of 16 periods');
  });
});
