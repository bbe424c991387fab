import { allergenKeys } from './classes.ts';
import { type Composed, compose } from './compose.ts';
import { certainty } from './find/certainty.ts';
import type { How, Match } from './find/resolve.ts';
import { createPortions } from './portions.ts';
import type { ResolvedFood } from './resolved-food.ts';
import type { FoodTables, NutrientsOf } from './tables.ts';
import type { Removal } from './text/modifiers.ts';
import type { Unit } from './unit.ts';
import { createVariations, variationsOf } from './variation.ts';

/** A unit that was understood, with what was said to be absent from it. */
export interface Draft {
  unit: Unit;
  removals: Removal[];
}

export interface Served {
  readonly item: ResolvedFood;
  /** Words of the removals that took something out. */
  readonly honoured: readonly string[];
}

/** The words were changed, or a part was supplied that they do not name: another food may have been meant. */
const inferred: ReadonlySet<How> = new Set(['reduced', 'search', 'spelling', 'sum', 'synonym']);

/** An allergen that may be there and is not named as held: the whole is then no surer than `certainty.openRecipe`. */
const isOpen = (
  { how, confidence }: Match,
  classes: Composed['classes'],
  variations: Composed['classes'],
): boolean =>
  inferred.has(how) ||
  confidence <= certainty.regional ||
  variations.size > 0 ||
  [...classes].some(([key, { probability }]) => probability <= 0.5 && allergenKeys.has(key));

/** "Tea with milk" of which no milk is said is "Tea, no milk". */
const nameWithout = (name: string, removals: readonly Removal[], honoured: readonly string[]) =>
  removals.reduce((told, { words, name: part }) => {
    if (!honoured.includes(words) || told.toLowerCase().includes(words)) return told;
    const end = part === null ? -1 : told.toLowerCase().lastIndexOf(` with ${part}`);
    const isLast = end > 0 && end + 6 + part!.length === told.length;
    return `${(isLast ? told.slice(0, end) : told).replace(/,$/u, '')}, ${words}`;
  }, name);

/** "Chow mein with chicken" in which something else stands in place of the meat. */
const usualMeat =
  /,? with (?:chicken|beef|pork|lamb|meat|turkey)$|, (?:chicken|beef|pork|lamb)(?=,|$)|^(?:Chicken|Beef|Pork|Lamb|Turkey) (?=\p{L})/gu;
const nameOf = (name: string, instead: Match['instead']): string =>
  instead === 'meat'
    ? name.replace(usualMeat, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    : name;

/** So much of a food may go before its nutrients are not known any more. */
const lossForNutrients = 0.02;

/** Drafts to foods as they are handed out; `lookUp` finds what "no mayo" means. */
export const createServer = (
  tables: FoodTables,
  lookUp: (name: string) => Match | null,
  nutrientsOf: NutrientsOf | undefined,
) => {
  const gramsOf = createPortions(tables);
  const possibleAt = createVariations(tables);

  /** What one part does not tell, the sum does not know. */
  const nutrientsIn = (match: Match, grams: number): ReadonlyMap<string, number> | null => {
    if (nutrientsOf === undefined) return null;
    const each = match.foods.map(({ index }) => nutrientsOf(tables.codes[index]!));
    const [first] = each;
    if (first === undefined || first === null) return null;
    const sums = new Map<string, number>();
    for (const name of first.keys()) {
      const sum = match.foods.reduce(
        (total, { share }, i) => total + (each[i]?.get(name) ?? Number.NaN) * share,
        0,
      );
      if (!Number.isNaN(sum)) sums.set(name, (sum * grams) / 100);
    }
    return sums.size === 0 ? null : sums;
  };

  return ({ unit, removals }: Draft): Served => {
    const usual = unit.match!;
    const grams = Math.max(0.01, Math.min(100_000, gramsOf(unit.amount, usual, unit.phrase)));
    const match = { ...usual, grams };
    const composed: Composed = compose(tables, {
      match,
      removals,
      plantMilk: unit.plant,
      grain: unit.grain,
      named: lookUp,
    });
    const lost = composed.removed > lossForNutrients;
    // What fills the gap is not known: the more of the food went, the less sure we are of the rest.
    const variations = variationsOf(
      composed,
      match.foods.map(({ index, share }) => ({ share, possible: possibleAt(index) })),
      grams,
    );
    const doubt = lost ? 0.04 + 0.16 * composed.removed : 0;
    const identified = Math.max(0, Math.min(1, match.confidence - doubt));
    const exchanged = [unit.plant, unit.grain].filter((index) => index !== null);
    const item: ResolvedFood = {
      phrase: unit.phrase.replaceAll('-and-', ' and '),
      food: nameWithout(
        [
          match.foods
            .map(({ index }, i) => nameOf(tables.names[index]!, i === 0 ? match.instead : null))
            .join(' + '),
          ...exchanged.map((index) => `made with ${tables.names[index]!}`),
        ].join(', '),
        removals,
        composed.honoured,
      ),
      code: tables.codes[match.foods[0]!.index]!,
      with: match.foods.slice(1).map(({ index }) => tables.codes[index]!),
      identified,
      confidence: isOpen(match, composed.classes, variations)
        ? Math.min(identified, certainty.openRecipe)
        : identified,
      how: match.how,
      grams,
      ingredients: composed.ingredients.map(({ name, family, percent }) => ({
        name,
        family,
        percent,
      })),
      classes: composed.classes,
      variations,
      preparations: composed.preparations,
      without: removals.map(({ words }) => words),
      nutrients: lost || exchanged.length > 0 ? null : nutrientsIn(match, grams),
      dataVersion: tables.version,
      label: null,
    };
    return { item, honoured: composed.honoured };
  };
};
