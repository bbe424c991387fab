import type { FoodReading, ResolvedFood } from '@zonula/foods';
import { z } from 'zod';
import type { Acceptance } from './acceptance.ts';
import common from './common-foods.json' with { type: 'json' };
import type { FoodsEaten } from './foods-eaten.ts';
import { amountOf } from './intake.ts';
import type { ReferenceNutrient } from './reference-intakes.ts';

const commonFoods = z
  .array(z.strictObject({ name: z.string().min(1), cheap: z.literal(true).optional() }))
  .readonly()
  .parse(common);

/** A food that brings what is missing, with its amounts in one usual portion. */
export interface Source {
  readonly name: string;
  /** Grams of the portion. */
  readonly grams: number;
  /** How often it was eaten in the days looked at; null for a common food. */
  readonly eaten: number | null;
  readonly amounts: readonly { readonly nutrient: ReferenceNutrient; readonly amount: number }[];
  /** Mean share of what is missing that one portion brings, 0 to 1. */
  readonly brings: number;
}

/** What is missing a day, by nutrient. */
export type Missing = ReadonlyMap<ReferenceNutrient, number>;

/** Eaten at least so often, a food counts as accepted. */
const acceptedFrom = 2;
/** Less than this share of what is missing is not worth naming. */
const leastShare = 0.1;
const mostNamed = 5;

const poor = ['added-sugar', 'processed-meat'] as const;
const isPoor = ({ classes, grams }: ResolvedFood): boolean =>
  poor.some((key) => (classes.get(key)?.grams ?? 0) > 0.1 * grams) || classes.has('alcohol');

const sourceOf = (
  name: string,
  items: readonly ResolvedFood[],
  missing: Missing,
  eaten: number | null,
): Source | null => {
  const amounts = [...missing].flatMap(([nutrient, gap]) => {
    const amount = amountOf({ items, understood: true }, nutrient);
    return amount === null || amount <= 0
      ? []
      : [{ nutrient, amount, share: Math.min(1, amount / gap) }];
  });
  const brings = amounts.reduce((sum, { share }) => sum + share, 0) / missing.size;
  if (brings < leastShare) return null;
  return {
    name,
    grams: items.reduce((sum, { grams }) => sum + grams, 0),
    eaten,
    amounts: amounts.map(({ nutrient, amount }) => ({ nutrient, amount })),
    brings,
  };
};

const best = (sources: readonly (Source | null)[]): readonly Source[] =>
  sources
    .filter((source) => source !== null)
    .sort((a, b) => b.brings - a.brings || (a.name < b.name ? -1 : 1))
    .slice(0, mostNamed);

/**
 * Foods that bring what is missing: first the person's own, then common ones, each list best first. A food of unknown content, or one that
 * does not fit the person, is never named; common foods need the question of allergies answered.
 */
export const sourcesOf = (
  missing: Missing,
  eaten: FoodsEaten,
  acceptance: Acceptance,
  {
    read,
    cheap,
    fish,
  }: {
    read: (name: string) => Pick<FoodReading, 'items' | 'unknown'>;
    /** Cheap common foods only. */
    cheap: boolean;
    /** False: no sea food among the common foods. */
    fish: boolean;
  },
): { readonly own: readonly Source[]; readonly common: readonly Source[] } => {
  if (missing.size === 0) return { own: [], common: [] };
  const fits = (items: readonly ResolvedFood[]): boolean =>
    items.length > 0 && items.every((item) => acceptance.fits(item) && !isPoor(item));
  const own = best(
    eaten.foods
      .filter(
        ({ items, understood, servings }) =>
          understood && servings.size >= acceptedFrom && fits(items),
      )
      .map(({ name, items, servings }) => sourceOf(name, items, missing, servings.size)),
  );
  const named = new Set(own.map(({ name }) => name.toLowerCase()));
  if (!acceptance.asked) return { own, common: [] };
  return {
    own,
    common: best(
      commonFoods
        .filter((food) => (!cheap || food.cheap === true) && !named.has(food.name))
        .map(({ name }) => {
          const { items } = read(name);
          if (
            !fits(items) ||
            (!fish && items.some(({ classes }) => classes.has('fish') || classes.has('shellfish')))
          )
            return null;
          return sourceOf(name, items, missing, null);
        }),
    ),
  };
};
