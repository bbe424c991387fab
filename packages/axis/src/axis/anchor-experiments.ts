import { createRandom } from '@zonula/numerics';
import { treatedPrior } from '../models/eczema.ts';
import { eczemaModel } from '../models/models.ts';
import { endOf, runModel } from '../run.ts';
import type { Setting } from '../settings.ts';
import type { calibrated } from './calibrated.ts';
import type { AxisEvent } from './events.ts';
import { measure } from './measure.ts';
import { drawParameter, drawPerson, drawPriors, noiseOf } from './people.ts';
import { simulateAxis } from './simulate-axis.ts';
import { sugarTest, sugarTestTimes } from './sugar-test.ts';

export type CalibratedName = keyof typeof calibrated;
export type Calibrated = Readonly<Record<CalibratedName, number>>;

const settingsFrom = (numbers: Calibrated): Setting[] =>
  (Object.entries(numbers) as [CalibratedName, number][]).filter(
    ([name]) => name !== 'renal_half_life',
  );

/** When the sugar test begins. */
export const testDay = 10;
/** The sugar test on day `testDay` of a person to whom these things happen. */
export const sugars = (
  numbers: Calibrated,
  events: readonly AxisEvent[],
  hours = 2,
  settings: readonly Setting[] = [],
) =>
  sugarTest(
    simulateAxis({
      condition: 'acne',
      settings: [...settingsFrom(numbers), ...settings],
      events,
      days: testDay + 1,
      times: sugarTestTimes(testDay, hours),
      relativeTolerance: 1e-5,
    }),
    numbers.renal_half_life,
  );

/** The share of what five hours excrete that one hour does. */
export const shareOfHour = (
  numbers: Calibrated,
  sugar: 'lactulose' | 'mannitol',
  hour: number,
): number => {
  const shares = sugars(numbers, [], 5)[sugar];
  return shares[hour - 1]! / shares.reduce((sum, share) => sum + share, 0);
};

/** An observable after five nights with four hours lost, relative to before. */
export const afterShortNights = (
  numbers: Calibrated,
  name: string,
  recoveryNights: number,
): number => {
  const events = [0, 1, 2, 3, 4].map((day) => ({ day, kind: 'sleep-loss', amount: 4 }));
  const course = simulateAxis({
    condition: 'acne',
    settings: settingsFrom(numbers),
    events,
    days: 8,
    times: [0, 5 + recoveryNights],
    relativeTolerance: 1e-5,
  }).course(name);
  return course[1]! / course[0]!;
};

/** The highest TNF within six hours of 0.5 ng/kg of LPS, before as 1. */
export const endotoxinTnf = (numbers: Calibrated): number => {
  const times = Array.from({ length: 25 }, (_, i) => 1 + i / 96);
  const events = [{ day: 1, kind: 'endotoxin', amount: 0.5 }];
  const course = simulateAxis({
    condition: 'acne',
    settings: settingsFrom(numbers),
    events,
    days: 2,
    times,
    relativeTolerance: 1e-5,
  });
  return Math.max(...course.course('tnfFold'));
};

/** How high LPS rises above its rest after a fatty meal, and when. */
export const fattyMealPeak = (numbers: Calibrated): { rise: number; minutes: number } => {
  const minutes = Array.from({ length: 181 }, (_, i) => i);
  const course = simulateAxis({
    condition: 'acne',
    settings: settingsFrom(numbers),
    events: [{ day: 1, kind: 'fatty-meal' }],
    days: 2,
    times: minutes.map((minute) => 1 + minute / 1440),
    relativeTolerance: 1e-6,
  }).course('L');
  const peak = Math.max(...course);
  return { rise: peak / course[0]!, minutes: course.indexOf(peak) };
};

const trialPeople = 120;
const trialDays = 84;
const enrolAt = 30;
const visits = Array.from({ length: 20 }, (_, week) => 7 * week);

/**
 * Mean change of the lesion count over 12 weeks, in people who enter at the first weekly visit at which
 * more than 30 lesions are counted. They get better by themselves: that is regression to the mean.
 */
export const acneTrial = (numbers: Calibrated, diet: boolean): number => {
  const changes: number[] = [];
  for (let seed = 0; seed < trialPeople; seed++) {
    const random = createRandom(seed);
    const person = drawPerson('acne', random.fork(1));
    const settings = new Map(person.settings);
    for (const [name, value] of settingsFrom(numbers))
      if (!settings.has(name) || name === 'placebo_gain') settings.set(name, value);
    const days = visits.at(-1)! + trialDays;
    const steps = noiseOf(days, { spread: 0.4, memoryDays: 14 }, random.fork(2));
    const request = {
      ...person,
      settings: [...settings],
      days,
      steps,
      times: [...visits, ...Array.from({ length: 12 }, (_, i) => visits.at(-1)! + 7 * (i + 1))],
      relativeTolerance: 1e-2,
    };
    const before = measure(simulateAxis(request), 'lesions', random.fork(3));
    const entry = visits.findIndex((_, week) => before[week]! >= enrolAt);
    if (entry < 0) continue;
    const day = visits[entry]!;
    const course = simulateAxis({
      ...request,
      events: [
        { day, kind: 'placebo', days: trialDays + 1 },
        ...(diet ? [{ day, kind: 'low-glycaemic-diet', days: trialDays + 1 }] : []),
      ],
    });
    const after = measure(course, 'lesions', random.fork(4));
    changes.push(after[entry + trialDays / 7]! - before[entry]!);
  }
  return changes.reduce((sum, change) => sum + change, 0) / changes.length;
};

/** Standardised mean difference of LPS in 60 drawn people after eight weeks of something. */
export const lpsDifference = (event: Omit<AxisEvent, 'day'>): number => {
  const pairs = Array.from({ length: 60 }, (_, seed) => {
    const person = drawPerson('acne', createRandom(seed));
    const course = simulateAxis({
      ...person,
      events: [{ day: 0, days: 57, ...event }],
      days: 56,
      times: [0, 56],
    }).course('L');
    return [course[0]!, course[1]!] as const;
  });
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const variance = (values: readonly number[]) => {
    const middle = mean(values);
    return mean(values.map((value) => (value - middle) ** 2));
  };
  const [before, after] = [pairs.map(([b]) => b), pairs.map(([, a]) => a)];
  return (mean(after) - mean(before)) / Math.sqrt((variance(before) + variance(after)) / 2);
};

/** By how many percent eczema is better after so many weeks of placebo. */
export const eczemaPlacebo = (weeks: number): number => {
  const course = simulateAxis({
    condition: 'eczema',
    events: [{ day: 0, kind: 'placebo', days: 200 }],
    days: 7 * weeks,
    times: [0, 7 * weeks],
    relativeTolerance: 1e-6,
  }).course('EASI');
  return 100 * (1 - course[1]! / course[0]!);
};

const eczemaPeople = 1000;
const responseWeeks = 16;

/**
 * How many percent of the published virtual population of the eczema model have an EASI 75 % lower after 16
 * weeks of a complete block of interleukins 4 and 13, with what treatment adds to recovery.
 */
export const eczemaResponders = (): number => {
  const { definition, stateNames } = eczemaModel;
  const { k3 } = definition.parameters;
  const treated = { ...k3!, prior: treatedPrior };
  const blocked: Setting[] = [
    ['e4', 1],
    ['e13', 1],
    ['e13ceil', 1],
  ];
  let responders = 0;
  for (let seed = 0; seed < eczemaPeople; seed++) {
    const random = createRandom(seed);
    const set = drawPriors(definition, random.fork(1));
    const rest = runModel(eczemaModel, { set, until: 1000 });
    const start = stateNames.map((name, i): Setting => {
      const [, most] = definition.states[name]!.range;
      return [name, Math.min(most, rest.solution.state[i]!)];
    });
    const recovery: Setting = ['k3', drawParameter(treated, random.fork(2))];
    const after = runModel(eczemaModel, {
      set: [...set, ...start, recovery, ...blocked],
      until: responseWeeks,
    });
    if (endOf(after, 'EASI') <= 0.25 * endOf(rest, 'EASI')) responders++;
  }
  return (100 * responders) / eczemaPeople;
};
