import { inferScale, type Scale } from '@zonula/diary';

/** The declared scale, widened (and then called inferred) when it does not hold all values. */
export const scaleFor = (declared: Scale | undefined, values: readonly number[]): Scale => {
  if (declared === undefined) return inferScale(values);
  const min = values.reduce((low, value) => Math.min(low, value), declared.min);
  const max = values.reduce((high, value) => Math.max(high, value), declared.max);
  return min === declared.min && max === declared.max ? declared : { min, max, inferred: true };
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
