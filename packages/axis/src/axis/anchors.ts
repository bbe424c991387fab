import type { Setting } from '../settings.ts';
import {
  acneTrial,
  afterShortNights,
  type Calibrated,
  type CalibratedName,
  eczemaPlacebo,
  eczemaResponders,
  endotoxinTnf,
  fattyMealPeak,
  lpsDifference,
  shareOfHour,
  sugars,
  testDay,
} from './anchor-experiments.ts';
import type { AxisEvent } from './events.ts';

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
    name: 'the ratio after five days of indomethacin, before as 1',
    source: 'PMC1856764',
    measured: 2.51,
    hit: [2, 3],
    sets: null,
    compute: (numbers) =>
      sugars(numbers, [{ day: testDay - 5, kind: 'nsaid', days: 5.5 }]).ratio /
      sugars(numbers, []).ratio,
    note: 'the study took rhamnose for mannitol',
  },
  {
    name: 'LPS after a fatty meal, peak, before as 1',
    source: 'Erridge 2007, pubmed 17991637',
    measured: 1.5,
    hit: [1.4, 1.6],
    sets: null,
    compute: (numbers) => fattyMealPeak(numbers).rise,
    builtIn: true,
    note: 'set by hand',
  },
  {
    name: 'minutes from the meal to that peak',
    source: 'Erridge 2007, pubmed 17991637',
    measured: 30,
    hit: [20, 40],
    sets: null,
    compute: (numbers) => fattyMealPeak(numbers).minutes,
    builtIn: true,
    note: 'set by hand',
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
    note: 'alcohol reaches the junction only by LPS and the inflammation that follows',
  },
  {
    name: 'the same after 8 weeks of glutamine where the wall leaks more, before as 1',
    source: 'Zhou 2019, pubmed 30108163',
    measured: 0.45,
    hit: [0.35, 0.55],
    sets: null,
    compute: (numbers) => {
      const leaking: Setting[] = [['junction_rest', 0.17]];
      const events = [{ day: 0, kind: 'glutamine' }];
      return sugars(numbers, events, 2, leaking).ratio / sugars(numbers, [], 2, leaking).ratio;
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
  {
    name: 'eczema, people with 75 % less after 16 weeks on dupilumab (%)',
    source: 'published on the virtual population, PMC9214323',
    measured: 61.6,
    hit: [55, 68],
    sets: null,
    compute: () => eczemaResponders(),
    note: 'supposes that dupilumab blocks interleukins 4 and 13 wholly',
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
