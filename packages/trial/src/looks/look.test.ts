import { createRandom } from '@zonula/numerics';
import { expect, test } from 'vitest';
import { dealsOf } from '../analysis/deals.ts';
import type { TrialData } from '../analysis/trial-data.ts';
import type { RandomisedPeriods } from '../design.ts';
import { simulateTrial, steadyPerson } from '../simulate/simulate-trial.ts';
import { lookAt } from './look.ts';

const design: RandomisedPeriods = {
  kind: 'randomised-periods',
  baselineDays: 0,
  washoutDays: 1,
  periodDays: 4,
  periods: 20,
  longestRun: 3,
  looks: [10, 14],
};
const deals = dealsOf(design, createRandom(9), { listed: 0, drawn: 999 });
const options = { worthwhile: 1, higherIsWorse: true, deals };
const upTo = (data: TrialData, periods: number): TrialData => ({
  ...data,
  periods: data.periods.slice(0, periods),
});
const decisionsOf = (effect: number, sd: number, higherIsWorse = true): Map<string, number> => {
  const counts = new Map<string, number>();
  for (let seed = 1; seed <= 80; seed++) {
    const person = { ...steadyPerson, sd, phi: 0.4 };
    const data = simulateTrial(design, person, effect, createRandom(seed));
    const { decision } = lookAt(upTo(data, 10), { ...options, higherIsWorse }, createRandom(1));
    counts.set(decision, (counts.get(decision) ?? 0) + 1);
  }
  return counts;
};

test('a plain effect ends the trial half-way, by the test or, where that may not yet, as harm', () => {
  const counts = decisionsOf(4, 1);
  expect(counts.get('effect')).toBeGreaterThan(20);
  expect(counts.get('effect')! + (counts.get('harm') ?? 0)).toBeGreaterThan(75);
});

test('without an effect it goes on or ends as futile, hardly ever for an effect', () => {
  const noisy = decisionsOf(0, 6);
  expect(noisy.get('effect') ?? 0).toBeLessThan(4);
  expect(noisy.get('futility')).toBeGreaterThan(20);
  expect(decisionsOf(0, 1).get('go-on')).toBeGreaterThan(60);
});

test('harm is told by the direction of the score', () => {
  const harmed = decisionsOf(2.3, 1.2);
  const spared = decisionsOf(2.3, 1.2, false);
  expect(harmed.get('harm') ?? 0).toBeGreaterThan(5);
  expect(spared.get('harm') ?? 0).toBe(0);
});
