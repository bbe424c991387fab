import { type Category, identityOf } from './category.ts';
import type { Diary, Scale } from './diary.ts';

/** Upper ends tried, smallest first, when no scale was declared; all begin at 0. */
const usual = [3, 4, 10, 100] as const;

/** Categories whose values are scores on a bounded scale. */
export const scoredCategories: ReadonlySet<Category> = new Set<Category>([
  'skin',
  'gut',
  'symptom',
  'mood',
  'stress',
]);

/**
 * The smallest of 0-3, 0-4, 0-10, 0-100 that holds all values; beyond those, from the smallest
 * value or 0 to the largest. No values: 0-3. Whoever uses it tells the person that it is a guess.
 */
export const inferScale = (values: Iterable<number>): Scale => {
  let low = 0;
  let high = 0;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const max = low < 0 ? undefined : usual.find((end) => high <= end);
  return { min: low, max: max ?? Math.max(high, low + 1), inferred: true };
};

const steps = [1, 0.5, 0.25, 0.1, 0.05, 0.01, 0.001] as const;
const coarseSteps = [10, 5] as const;
const manyValues = 20;

const onGrid = (values: readonly number[], step: number): boolean =>
  values.every((value) => Math.abs(value / step - Math.round(value / step)) < 1e-6);

/**
 * Smallest step between two recordable scores, in points: 1 for whole numbers, 0.1 for a slider
 * with one decimal, 0.001 for anything finer (daily means). 5 or 10 only on a scale of more than 10
 * points and when at least 20 values with three different ones all lie on that grid.
 */
export const stepOf = (values: readonly number[], scale?: Scale): number => {
  const range = scale === undefined ? Number.POSITIVE_INFINITY : scale.max - scale.min;
  if (range > 10 && values.length >= manyValues && new Set(values).size >= 3) {
    const coarse = coarseSteps.find((step) => onGrid(values, step));
    if (coarse !== undefined) return coarse;
  }
  return steps.find((step) => onGrid(values, step)) ?? 0.001;
};

const holding = (scale: Scale, values: readonly number[]): Scale => {
  const min = values.reduce((low, value) => Math.min(low, value), scale.min);
  const max = values.reduce((high, value) => Math.max(high, value), scale.max);
  return min === scale.min && max === scale.max ? scale : { min, max, inferred: true };
};

/**
 * The scale of every scored item, keyed by identity: as declared, or inferred from its values. A
 * declared scale that does not hold all values is widened and counts as inferred.
 */
export const scalesOf = (diary: Pick<Diary, 'observations' | 'scales'>): Map<string, Scale> => {
  const declaredCategories = new Set([...diary.scales.keys()].map((key) => key.split('/', 1)[0]));
  const valuesOf = new Map<string, number[]>();
  for (const { category, name, value } of diary.observations) {
    const scored = scoredCategories.has(category);
    if (value === null || !(scored || declaredCategories.has(category))) continue;
    const identity = identityOf(category, name);
    if (!scored && !diary.scales.has(identity)) continue;
    const values = valuesOf.get(identity);
    if (values === undefined) valuesOf.set(identity, [value]);
    else values.push(value);
  }
  const scales = new Map(diary.scales);
  for (const [identity, values] of valuesOf) {
    const declared = diary.scales.get(identity);
    scales.set(identity, declared === undefined ? inferScale(values) : holding(declared, values));
  }
  return scales;
};
