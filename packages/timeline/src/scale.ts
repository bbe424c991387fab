import type { Scale } from '@zonula/diary';

const usualScales = [3, 4, 10, 100] as const;

/** The smallest of 0-3, 0-4, 0-10, 0-100 that holds all values; else their own range, 0 included. */
export const inferScale = (smallest: number, largest: number): Scale => {
  const max = smallest < 0 ? undefined : usualScales.find((top) => largest <= top);
  return max === undefined
    ? { min: Math.min(0, smallest), max: Math.max(0, largest), inferred: true }
    : { min: 0, max, inferred: true };
};

/** Slider steps of ten or five are believed only when this many distinct values are multiples of it. */
const MIN_LEVELS_OF_COARSE_STEP = 5;
const fineSteps = [1, 0.5, 0.25, 0.2, 0.1, 0.05, 0.01, 0.001] as const;
/** A score on no grid at all counts as continuous: a thousandth of its range. */
const CONTINUOUS_PARTS = 1000;

const onGrid = (value: number, step: number): boolean => {
  const parts = value / step;
  return Math.abs(parts - Math.round(parts)) < 1e-6 * Math.max(1, Math.abs(parts));
};

/** The largest usual step of which all values are multiples, counted from the scale's lower end. */
export const inferStep = (values: readonly number[], scale: Scale): number => {
  const levels = [...new Set(values)].map((value) => value - scale.min);
  const range = scale.max - scale.min;
  if (range >= 50 && levels.length >= MIN_LEVELS_OF_COARSE_STEP) {
    for (const step of [10, 5]) if (levels.every((level) => onGrid(level, step))) return step;
  }
  for (const step of fineSteps) if (levels.every((level) => onGrid(level, step))) return step;
  return range > 0 ? range / CONTINUOUS_PARTS : 1;
};

const countWords = /\b(count|counts|number|numbers|how many|no\. of|anzahl)\b/iu;
const lesionWords =
  /\b(lesions?|pimples?|spots?|papules?|pustules?|comedon(?:es?)?|blackheads?|whiteheads?|nodules?|cysts?)\b/iu;
/** Above this a whole number of pimples is a tally; below it may as well be a 0-4 rating. */
const LARGEST_RATING = 4;

/**
 * Whether a score counts things. `count` and `number` in its name (or the unit `count`) say so;
 * `lesions`, `pimples` and the like only when no scale was declared and a value exceeds 4.
 * Counts are whole numbers from 0.
 */
export const isCount = (
  name: string,
  units: ReadonlySet<string>,
  values: readonly number[],
  declared: boolean,
): boolean => {
  if (!values.every((value) => Number.isInteger(value) && value >= 0)) return false;
  if (countWords.test(name) || units.has('count')) return true;
  return !declared && lesionWords.test(name) && values.some((value) => value > LARGEST_RATING);
};
