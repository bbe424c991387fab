import { createRandom } from '@zonula/numerics';
import type { Setting } from '../settings.ts';
import type { calibrated } from './calibrated.ts';
import type { AxisEvent } from './events.ts';
import { measure } from './measure.ts';
import { drawPerson, noiseOf } from './people.ts';
import { simulateAxis } from './simulate-axis.ts';
import { sugarTest, sugarTestTimes } from './sugar-test.ts';

export type CalibratedName = keyof typeof calibrated;
export type Calibrated = Readonly<Record<CalibratedName, number>>;

/** A figure of a study, and the same measured in virtual people. */
export interface Anchor {
  readonly name: string;
  readonly source: string;
  readonly measured: number;
  /** What counts as a hit. For a calibration anchor the fit is tighter. */
  readonly hit: readonly [least: number, most: number];
  /** Which number this anchor sets; null where it is a prediction. */
  readonly sets: CalibratedName | null;
  /** What the model says with these numbers. */
  readonly compute: (numbers: Calibrated) => number;
  /** The model cannot say anything else, so a hit is no success. */
  readonly builtIn?: true;
  readonly note?: string;
}

const settingsFrom = (numbers: Calibrated): Setting[] =>
  (Object.entries(numbers) as [CalibratedName, number][]).filter(
    ([name]) => name !== 'renal_half_life',
  );

const testDay = 10;
const sugars = (
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
const shareOfHour = (
  numbers: Calibrated,
  sugar: 'lactulose' | 'mannitol',
  hour: number,
): number => {
  const shares = sugars(numbers, [], 5)[sugar];
  return shares[hour - 1]! / shares.reduce((sum, share) => sum + share, 0);
};

/** An observable after five nights with four hours lost, relative to before. */
const afterShortNights = (numbers: Calibrated, name: string, recoveryNights: number): number => {
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

const endotoxinTnf = (numbers: Calibrated): number => {
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

const trialPeople = 120;
const trialDays = 84;
const enrolAt = 30;
const visits = Array.from({ length: 20 }, (_, week) => 7 * week);

/**
 * Mean change of the lesion count over 12 weeks, in people who enter at the first weekly visit at which
 * more than 30 lesions are counted. They get better by themselves: that is regression to the mean.
 */
const acneTrial = (numbers: Calibrated, diet: boolean): number => {
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
const lpsDifference = (event: Omit<AxisEvent, 'day'>): number => {
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

const eczemaPlacebo = (weeks: number): number => {
  const course = simulateAxis({
    condition: 'eczema',
    events: [{ day: 0, kind: 'placebo', days: 200 }],
    days: 7 * weeks,
    times: [0, 7 * weeks],
    relativeTolerance: 1e-6,
  }).course('EASI');
  return 100 * (1 - course[1]! / course[0]!);
};

const vanuytsel = 'Vanuytsel 2014, pubmed 24153250';
const excretion = 'Dig Dis Sci 1998, pubmed 9753256';
const sleep = 'van Leeuwen 2009, PMC2643002';
const smith = 'Smith 2007, AJCN 86:107';
const miyano = 'Miyano, Irvine & Tanaka 2021';
const nsaid: readonly AxisEvent[] = [{ day: testDay - 0.25, kind: 'nsaid', days: 0.5 }];
const speech: readonly AxisEvent[] = [{ day: testDay, kind: 'stress' }];

/** In the order in which the numbers are set: each leaves those before it as they are. */
export const anchors: readonly Anchor[] = [
  {
    name: 'lactulose: share of five hours in the first',
    source: excretion,
    measured: 0.21,
    hit: [0.16, 0.26],
    sets: 'renal_half_life',
    compute: (numbers) => shareOfHour(numbers, 'lactulose', 1),
  },
  {
    name: 'lactulose-mannitol ratio, healthy',
    source: vanuytsel,
    measured: 0.03,
    hit: [0.028, 0.032],
    sets: 'lactulose_permeability',
    compute: (numbers) => sugars(numbers, []).ratio,
  },
  {
    name: 'the same after indomethacin',
    source: vanuytsel,
    measured: 0.071,
    hit: [0.06, 0.082],
    sets: 'nsaid_to_junction',
    compute: (numbers) => sugars(numbers, nsaid).ratio,
  },
  {
    name: 'the same with a speech in public',
    source: vanuytsel,
    measured: 0.059,
    hit: [0.05, 0.068],
    sets: 'mediator_to_junction',
    compute: (numbers) => sugars(numbers, speech).ratio,
  },
  {
    name: 'CRP after five short nights, before as 1',
    source: sleep,
    measured: 1.45,
    hit: [1.3, 1.6],
    sets: 'sleep_to_crp',
    compute: (numbers) => afterShortNights(numbers, 'CRP', 0),
  },
  {
    name: 'axis 17 after five short nights (interleukin 17, protein)',
    source: sleep,
    measured: 1.19,
    hit: [1.1, 1.28],
    sets: 'sleep_to_T17',
    compute: (numbers) => afterShortNights(numbers, 'T17', 0),
  },
  {
    name: 'TNF after 0.5 ng/kg of LPS, peak, before as 1',
    source: 'J Inflamm 2014, 10.1186/s12950-014-0028-1',
    measured: 5.13,
    hit: [4.6, 5.7],
    sets: 'tnf_gain',
    compute: endotoxinTnf,
  },
  {
    name: 'acne lesions in 12 weeks on usual food',
    source: smith,
    measured: -12,
    hit: [-15.5, -8.5],
    sets: 'placebo_gain',
    compute: (numbers) => acneTrial(numbers, false),
    note: 'counts people who enter when their skin is bad',
  },
  {
    name: 'lactulose: share of five hours in the second',
    source: excretion,
    measured: 0.29,
    hit: [0.24, 0.34],
    sets: null,
    compute: (numbers) => shareOfHour(numbers, 'lactulose', 2),
  },
  {
    name: 'mannitol: share of five hours in the first',
    source: excretion,
    measured: 0.16,
    hit: [0.11, 0.21],
    sets: null,
    compute: (numbers) => shareOfHour(numbers, 'mannitol', 1),
  },
  {
    name: 'mannitol: share of five hours in the second',
    source: excretion,
    measured: 0.31,
    hit: [0.26, 0.36],
    sets: null,
    compute: (numbers) => shareOfHour(numbers, 'mannitol', 2),
  },
  {
    name: 'lactulose-mannitol ratio after CRH, without CRH as 1',
    source: vanuytsel,
    measured: 1.5,
    hit: [1.25, 1.75],
    sets: null,
    compute: (numbers) => sugars(numbers, speech).ratio / sugars(numbers, []).ratio,
    note: 'supposes that CRH calls on mast cells as a speech does',
  },
  {
    name: 'the same with a speech and cromoglycate',
    source: vanuytsel,
    measured: 1,
    hit: [0.9, 1.1],
    sets: null,
    compute: (numbers) =>
      sugars(numbers, [...speech, { day: 0, kind: 'cromoglycate' }]).ratio /
      sugars(numbers, []).ratio,
    builtIn: true,
    note: 'stress has no other way to the junction',
  },
  {
    name: 'lactulose-mannitol ratio after an evening of drinking, before as 1',
    source: 'Am J Gastroenterol 1994, pubmed 7977243',
    measured: 1,
    hit: [0.9, 1.1],
    sets: null,
    compute: (numbers) =>
      sugars(numbers, [{ day: testDay - 0.1, kind: 'alcohol', amount: 6 }]).ratio /
      sugars(numbers, []).ratio,
    builtIn: true,
    note: 'alcohol has no way to the junction',
  },
  {
    name: 'the same after 8 weeks of glutamine in a leaky gut, before as 1',
    source: 'Zhou 2019, pubmed 30108163',
    measured: 0.45,
    hit: [0.35, 0.55],
    sets: null,
    compute: (numbers) => {
      const leaky: Setting[] = [['junction_rest', 0.17]];
      const events = [{ day: 0, kind: 'glutamine' }];
      return sugars(numbers, events, 2, leaky).ratio / sugars(numbers, [], 2, leaky).ratio;
    },
    note: 'the trial found more than others did',
  },
  {
    name: 'CRP after five short nights and two of recovery, before as 1',
    source: sleep,
    measured: 2.31,
    hit: [1.9, 2.7],
    sets: null,
    compute: (numbers) => afterShortNights(numbers, 'CRP', 2),
  },
  {
    name: 'acne lesions in 12 weeks on a low-glycaemic diet',
    source: smith,
    measured: -23.5,
    hit: [-27.4, -19.6],
    sets: null,
    compute: (numbers) => acneTrial(numbers, true),
  },
  {
    name: 'LPS after 8 weeks of a probiotic, standardised difference',
    source: 'PMC10165082',
    measured: -0.47,
    hit: [-0.85, -0.09],
    sets: null,
    compute: () => lpsDifference({ kind: 'probiotic' }),
  },
  {
    name: 'LPS after 8 weeks of 10 g more fibre, standardised difference',
    source: 'pubmed 40378939',
    measured: -0.88,
    hit: [-1.28, -0.47],
    sets: null,
    compute: () => lpsDifference({ kind: 'fibre' }),
  },
  ...([4, 16, 24] as const).map(
    (weeks, i): Anchor => ({
      name: `eczema on placebo, better after ${weeks} weeks (%)`,
      source: miyano,
      measured: [36.5, 44.1, 44.8][i]!,
      hit: [[36.4, 36.6] as const, [44, 44.2] as const, [44.7, 44.9] as const][i]!,
      sets: null,
      compute: () => eczemaPlacebo(weeks),
      builtIn: true,
      note: 'of the published model, which ours follows',
    }),
  ),
];
