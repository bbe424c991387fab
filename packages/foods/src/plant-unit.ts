/** Drinks and bowls with a plant drink in place of their milk: "oat latte", "porridge with almond milk". */
import type { Match } from './find/resolve.ts';
import type { FoodTables } from './tables.ts';
import type { Removal } from './text/modifiers.ts';
import { foldLetters } from './text/normalise.ts';
import { type Amount, takeAmount } from './text/quantities.ts';
import { plantBeforeDrink, plantMilk } from './text/vocabulary.ts';
import type { Unit } from './unit.ts';

/** Below this a drink is too unsure to put a plant drink into it. */
const sureDrink = 0.7;

export const createPlantReader = (tables: FoodTables, lookUp: (text: string) => Match | null) => {
  const holdsMilk = (match: Match): boolean =>
    match.foods.some(({ index }) =>
      tables
        .partsAt(index)
        .some(
          ({ ingredient, percent }) =>
            percent >= 1 &&
            (tables.ingredients.get(ingredient)?.classes ?? []).some(
              ({ key }) => key === 'milk' || key === 'dairy',
            ),
        ),
    );

  /** "latte with oat milk", "oat latte": the drink and the plant. */
  const withPlantMilk = (text: string): { rest: string; plant: number } | null => {
    const after = plantMilk.exec(text);
    const before = after === null ? plantBeforeDrink.exec(text) : null;
    if (after === null && before === null) return null;
    const milk = lookUp(after === null ? `${before![1]} milk` : after[1]!);
    if (milk === null || milk.confidence < sureDrink) return null;
    const rest =
      after === null
        ? text.slice(before![0].length).replace(/^\s*milk\b/u, '')
        : `${text.slice(0, after.index)} ${text.slice(after.index + after[0].length)}`;
    const bare = rest
      .replace(
        /\b(?:with|mit|avec|con|and|made|on|in|instead of milk)\s*$|^\s*(?:and|with)\b/gu,
        '',
      )
      .replace(/\s+/gu, ' ')
      .trim();
    return bare === '' ? null : { rest: bare, plant: milk.foods[0]!.index };
  };

  /** The drink of a phrase with the plant drink in place of its milk. */
  const plantUnit = (
    phrase: string,
    rest: string,
    outer: Amount | null,
    removals: readonly Removal[],
  ): Unit | null => {
    const plant = withPlantMilk(rest);
    if (plant === null) return null;
    const { amount, rest: drink } = takeAmount(plant.rest);
    const base = lookUp(drink);
    if (
      base === null ||
      (base.how === 'sum' && base.foods.length > 1) ||
      base.confidence < sureDrink ||
      !holdsMilk(base)
    )
      return null;
    return {
      phrase,
      amount: amount ?? outer,
      // With the milk named it does not matter which one is usual where the person lives.
      match: {
        ...base,
        confidence: Math.max(base.confidence, base.how === 'name' ? 0.97 : 0) - 0.04,
      },
      removals,
      plant: plant.plant,
      grain: null,
    };
  };

  const plantDrink = (phrase: string, match: Match): number | null => {
    const { rest } = takeAmount(phrase);
    const { index } = match.foods[0]!;
    // "Almnd milk"
    const meant =
      match.how === 'spelling' ? foldLetters(tables.names[index]!).replace(/,.*$/u, '') : rest;
    const found = plantMilk.exec(meant);
    return found !== null && found[0].length === meant.length ? index : null;
  };

  return { holdsMilk, plantUnit, plantDrink };
};
