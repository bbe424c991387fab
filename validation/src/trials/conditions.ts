import type { Random } from '@zonula/numerics';
import type { RandomisedPeriods, TrialData } from '@zonula/trial';
import { simulateNoise, simulateTrial, steadyPerson, type TrialPerson } from '@zonula/trial';

/** What troubles a trial beside the dependence of its days. */
export const conditions = [
  'plain',
  'trend',
  'carry-over',
  'missing',
  'not kept',
  'heavy tails',
  'postponed',
] as const;
export type Condition = (typeof conditions)[number];

export const conditionLabels: Readonly<Record<Condition, string>> = {
  plain: 'nothing else',
  trend: 'a trend of two standard deviations',
  'carry-over': 'an old habit that wears off',
  missing: '30 % missing, bad days more often',
  'not kept': '30 % of days against the plan',
  'heavy tails': 'heavy-tailed shocks, score 0 to 10',
  postponed: 'periods postponed when the skin is bad',
};

/** Sixteen periods of five days, the first of them left out; more than 1,000 orders. */
export const nullDesign: RandomisedPeriods = {
  kind: 'randomised-periods',
  baselineDays: 0,
  washoutDays: 1,
  periodDays: 4,
  periods: 16,
  longestRun: 3,
  looks: [8, 12],
};

export function personUnder(condition: Condition, phi: number): TrialPerson {
  const person: TrialPerson = { ...steadyPerson, phi };
  switch (condition) {
    case 'trend':
      return { ...person, drift: 2 };
    case 'carry-over':
      return { ...person, startOff: 2 };
    case 'not kept':
      return { ...person, slips: 0.3 };
    case 'heavy tails':
      return { ...person, tails: 3, sd: 1.5, scale: { min: 0, max: 10, step: 1 } };
    default:
      return person;
  }
}

/** A trial in which nothing acts, and its days without gaps for whoever arranges them otherwise. */
export function nullTrial(
  condition: Condition,
  phi: number,
  random: Random,
): { readonly data: TrialData; readonly score: Float64Array } {
  const person = personUnder(condition, phi);
  if (condition === 'postponed') return postponedTrial(person, random);
  const days = nullDesign.periods * (nullDesign.washoutDays + nullDesign.periodDays);
  const noise = simulateNoise(days, person, random);
  const data = simulateTrial(nullDesign, person, 0, random, undefined, noise);
  if (condition !== 'missing') return { data, score: data.outcome };
  const gaps = data.outcome.map((y) =>
    random.uniform() < 0.6 / (1 + Math.exp(-2 * (y - person.level))) ? Number.NaN : y,
  );
  return { data: { ...data, outcome: gaps }, score: gaps };
}

/** A period starts three days later as long as the last day was bad, at most five times in all. */
function postponedTrial(
  person: TrialPerson,
  random: Random,
): { readonly data: TrialData; readonly score: Float64Array } {
  const length = nullDesign.washoutDays + nullDesign.periodDays;
  const planned = simulateTrial(nullDesign, person, 0, random);
  const score = simulateNoise(nullDesign.periods * length + 15, person, random);
  let shift = 0;
  const periods = planned.periods.map((period) => {
    const bad = () => score[period.start + shift - 1]! > person.level + person.sd;
    while (period.start > 0 && shift < 15 && bad()) shift += 3;
    return { ...period, start: period.start + shift };
  });
  return { data: { design: nullDesign, periods, outcome: score, exposure: null }, score };
}
