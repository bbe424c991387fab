import type { ClassKey } from '../src/classes.ts';
import { type NutrientKey, nutrientKeys } from '../src/nutrients.ts';
import type { ClassShare } from '../src/tables.ts';
import type { Profile } from './references.ts';

interface Measured {
  readonly key: ClassKey;
  /** Sum of these, less the sum of those. */
  readonly of: readonly NutrientKey[];
  readonly less?: readonly NutrientKey[];
  /** Grams of the class in one unit of the nutrient. */
  readonly grams: number;
  /** Differences up to this share, or this part of the larger one, are the variety of foods. */
  readonly least: number;
}

const measured: readonly Measured[] = [
  { key: 'lactose', of: ['lactose_g'], grams: 1, least: 0.01 },
  { key: 'fibre', of: ['fibre_g'], grams: 1, least: 0.025 },
  { key: 'alcohol', of: ['alcohol_g'], grams: 1, least: 0.01 },
  { key: 'caffeine', of: ['caffeine_mg'], grams: 0.001, least: 0.0005 },
  { key: 'excess-fructose', of: ['fructose_g'], less: ['glucose_g'], grams: 1, least: 0.01 },
];
/** So much of the larger one may they differ. */
const leastPart = 0.5;

/**
 * Complaints about hand-kept shares that are far from the amounts in the reference foods of the same ingredient.
 * Shares that are only likely are not held against them.
 * @param classes of an ingredient, as its row has them
 * @param profile amounts in 100 g of its reference foods
 */
export const shareDifferences = (classes: readonly ClassShare[], profile: Profile): string[] => {
  const sum = (keys: readonly NutrientKey[]): number =>
    keys.reduce((total, key) => total + profile[nutrientKeys.indexOf(key)]!, 0);
  return measured.flatMap(({ key, of, less = [], grams, least }) => {
    const reference = Math.max(0, ((sum(of) - sum(less)) * grams) / 100);
    const { share, probability } = classes.find((one) => one.key === key) ?? {
      share: 0,
      probability: 1,
    };
    if (Number.isNaN(reference) || probability < 1) return [];
    const bound = Math.max(least, leastPart * Math.max(share, reference));
    return Math.abs(share - reference) > bound
      ? [`${key} is ${share}, the reference foods have ${Number(reference.toPrecision(3))}`]
      : [];
  });
};
