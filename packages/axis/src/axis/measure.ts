import type { Random } from '@zonula/numerics';
import type { AxisCourse } from './simulate-axis.ts';

/** A way to look at the course: what it shows without error, and how raters and laboratories err. */
export interface Instrument {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly range: readonly [least: number, most: number];
  /** The observable of the model it measures. */
  readonly of: string;
  /** One reading of the true value. */
  readonly read: (value: number, random: Random) => number;
}

/** An error in proportion to the value, of this spread of the logarithm. */
const inProportion = (spread: number) => (value: number, random: Random) =>
  value * Math.exp(spread * random.normal());

const clamp = (value: number, [least, most]: readonly [number, number]): number =>
  Math.min(most, Math.max(least, value));

/** What can be measured. Errors of raters and laboratories are assumed. */
export const instruments: readonly Instrument[] = [
  {
    name: 'crp',
    title: 'C-reactive protein in the blood',
    unit: 'mg/L',
    range: [0, 1000],
    of: 'CRP',
    read: inProportion(0.1),
  },
  {
    name: 'lesions',
    title: 'count of comedones and inflamed lesions',
    unit: 'lesions',
    range: [0, 2000],
    of: 'lesionCount',
    read: (value, random) => random.poisson(Math.min(1e6, value)),
  },
  {
    name: 'itch',
    title: 'itch, 0 to 10',
    unit: 'points',
    range: [0, 10],
    of: 'itch',
    read: (value, random) => value + random.normal(),
  },
  {
    name: 'easi',
    title: 'eczema area and severity index',
    unit: 'points',
    range: [0, 72],
    of: 'EASI',
    read: inProportion(0.15),
  },
  {
    name: 'pasi',
    title: 'psoriasis area and severity index',
    unit: 'points',
    range: [0, 72],
    of: 'PASI',
    read: inProportion(0.15),
  },
];

const instrumentOf = new Map(instruments.map((instrument) => [instrument.name, instrument]));

/**
 * Readings of an instrument at every time of the course: without `random` free of error. Throws RangeError
 * for an unknown instrument, and where the course's skin does not have what it measures.
 */
export const measure = (course: AxisCourse, name: string, random?: Random): Float64Array => {
  const instrument = instrumentOf.get(name);
  if (!instrument)
    throw new RangeError(
      `no instrument "${name}"; known are ${[...instrumentOf.keys()].join(' ')}`,
    );
  const { of, read, range } = instrument;
  return course
    .course(of)
    .map((value, row) => clamp(random ? read(value, random.fork(row)) : value, range));
};

/** How a person writes scores. */
export interface Rater {
  /** Steps of the scale: 10 for 0 to 10. */
  readonly most: number;
  /** Standard deviation of a single entry, as a share of the scale. */
  readonly error: number;
  /** Which severity this person calls the middle of the scale; 0.5 by default. */
  readonly middle?: number;
}

/**
 * Daily scores in whole steps from a severity between 0 and 1; day `row` has its own random stream, so a
 * day left out changes no other.
 */
export const ordinalScores = (
  severity: ArrayLike<number>,
  { most, error, middle = 0.5 }: Rater,
  random: Random,
): Float64Array => {
  const bend = Math.log(0.5) / Math.log(middle);
  return Float64Array.from(severity, (value, row) => {
    const felt = clamp(value, [0, 1]) ** bend + error * random.fork(row).normal();
    return clamp(Math.round(felt * most), [0, most]);
  });
};

/** How a person leaves days out. */
export interface Lapses {
  /** Share of the days without an entry, 0 to below 1. */
  readonly share: number;
  /** Mean length of a gap in days, at least 1. */
  readonly gapDays: number;
}

/**
 * Which of so many days have an entry: gaps and entries take turns as a Markov chain. Throws RangeError for
 * lapses that cannot be, such as single days left out of a diary that has hardly any.
 */
export const loggedDays = (days: number, { share, gapDays }: Lapses, random: Random): boolean[] => {
  const end = 1 / gapDays;
  const begin = (share * end) / (1 - share);
  if (!(share >= 0 && share < 1 && gapDays >= 1 && begin <= 1))
    throw new RangeError(`a share of ${share} cannot be left out in gaps of ${gapDays} days`);
  let isGap = random.uniform() < share;
  return Array.from({ length: days }, (_, day) => {
    if (day > 0) isGap = random.uniform() < (isGap ? 1 - end : begin);
    return !isGap;
  });
};
