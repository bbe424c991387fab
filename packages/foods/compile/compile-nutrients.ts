import { type NutrientKey, type NutrientsAsset, nutrientKeys } from '../src/nutrients.ts';
import type { FoodTables } from '../src/tables.ts';
import { type IngredientTexts, ingredientProfiles } from './ingredient-profiles.ts';
import { readTable } from './read-table.ts';
import { type RecipeTexts, readRecipes } from './recipes.ts';
import {
  addedSugar,
  createReferences,
  type Profile,
  type ReferenceTexts,
  weighted,
  without,
} from './references.ts';

/** The texts of the nutrient tables; published ones as they are, the others hand-kept in `data/`. */
export interface NutrientTexts extends ReferenceTexts, RecipeTexts, IngredientTexts {
  /** FPED: cup, spoon and other equivalents in 100 g by food code. */
  readonly patterns: string;
  /** Ranges of food codes that makers often enrich: from,to,note. */
  readonly fortified: string;
  /** code,name,parts,note. */
  readonly ownFoods: string;
}

/** What basic ingredients hold, by code. */
export const compileIngredients = (
  texts: NutrientTexts,
  known: FoodTables['ingredients'],
): ReturnType<typeof ingredientProfiles> => {
  const references = createReferences(texts);
  return ingredientProfiles(texts, references, readRecipes(texts, references), known);
};

/** What makers add; a list of ingredients does not tell how much. */
const added: readonly NutrientKey[] = [
  'calcium_mg',
  'iron_mg',
  'magnesium_mg',
  'zinc_mg',
  'selenium_ug',
  'vitamin_a_ug',
  'vitamin_b12_ug',
  'vitamin_b6_mg',
  'vitamin_c_mg',
  'vitamin_d_ug',
  'vitamin_e_mg',
  'folate_ug',
  'niacin_mg',
  'riboflavin_mg',
  'thiamin_mg',
  'epa_g',
  'dha_g',
];

/** The survey counts cured meat as meat, without its salt. */
const curing: readonly NutrientKey[] = ['sodium_mg'];

/** Grams of sugar in one teaspoon equivalent of FPED (USDA 2020). */
const gramsOfTeaspoon = 4.2;

/**
 * Nutrients of every food in 100 g. From its FNDDS recipe of SR28 foods where there is one; an own food as the sum
 * of its parts; else as the sum of its basic ingredients, each with the SR28 foods that the hand-kept table names,
 * or, where it names none, the median of the recipes that are nearly nothing else. Losses in cooking are those of
 * the SR28 foods named; FNDDS retention factors are not applied. What makers may have added to a food known
 * by its ingredients is unknown, and so is the sodium of what was cured. Added sugar is that of FPED, or else of
 * the basic ingredients. Unknown is null, never zero.
 * @param tables compiled before
 * @throws TableError or RangeError that names the row
 */
export const compileNutrients = (
  texts: NutrientTexts,
  {
    codes,
    partsAt,
    preparationsAt,
    ingredients: known,
  }: Pick<FoodTables, 'codes' | 'partsAt' | 'preparationsAt' | 'ingredients'>,
): NutrientsAsset => {
  const references = createReferences(texts);
  const byRecipe = readRecipes(texts, references);
  const ingredients = ingredientProfiles(texts, references, byRecipe, known);
  const ranges = readTable('fortified.csv', texts.fortified).map(
    (row) => [row.number('from', 1e7, 1e8 - 1), row.number('to', 1e7, 1e8 - 1)] as const,
  );
  const isFortified = (code: number): boolean =>
    ranges.some(([from, to]) => code >= from && code <= to);
  const addedSugars = new Map(
    readTable('FPED', texts.patterns).map((row) => [
      row.number('FOODCODE', 1e7, 1e8 - 1),
      row.number('ADD_SUGARS (tsp. eq.)', 0, 25) * gramsOfTeaspoon,
    ]),
  );
  const ownParts = readOwnParts(texts.ownFoods);
  const places = new Map(Array.from(codes, (code, place) => [code, place]));
  const energy = nutrientKeys.indexOf('energy_kcal');
  const done = new Map<number, Profile>();
  let recipes = 0;
  const surveyed = (code: number): Profile => {
    const place = places.get(code);
    const sum = weighted(
      (place === undefined ? [] : partsAt(place)).map(({ ingredient, percent }) => [
        ingredients.get(ingredient)?.profile,
        percent,
        ingredients.get(ingredient)?.water,
      ]),
    );
    const recipe = byRecipe(String(code));
    let profile = sum;
    if (recipe !== undefined && !Number.isNaN(recipe[energy]!)) {
      profile = recipe;
      recipes++;
    } else {
      const cured = place !== undefined && preparationsAt(place).some(({ tag }) => tag === 'cured');
      profile = without(sum, [...(isFortified(code) ? added : []), ...(cured ? curing : [])]);
    }
    const sugar = addedSugars.get(code) ?? sum[addedSugar]!;
    return profile.map((amount, n) => (n === addedSugar ? sugar : amount));
  };
  const sumOfParts = (parts: readonly OwnPart[]): Profile =>
    weighted(
      parts.map(({ ingredient, of, grams }) =>
        ingredient
          ? [ingredients.get(of)?.profile, grams, ingredients.get(of)?.water]
          : [profileOf(of), grams],
      ),
    );
  const profileOf = (code: number): Profile => {
    const before = done.get(code);
    if (before !== undefined) return before;
    const own = ownParts.get(code);
    const profile = own === undefined ? surveyed(code) : sumOfParts(own);
    done.set(code, profile);
    return profile;
  };
  const columns = nutrientKeys.map((): (number | null)[] => []);
  let withEnergy = 0;
  for (const code of codes) {
    const profile = profileOf(code);
    if (!Number.isNaN(profile[energy]!)) withEnergy++;
    profile.forEach((amount, n) => {
      columns[n]!.push(Number.isNaN(amount) ? null : Number(amount.toPrecision(3)));
    });
  }
  return { version: 'SR28, FNDDS 2.0', keys: nutrientKeys, known: withEnergy, recipes, columns };
};

interface OwnPart {
  readonly ingredient: boolean;
  /** Code of the ingredient or food. */
  readonly of: number;
  readonly grams: number;
}

const readOwnParts = (text: string): Map<number, readonly OwnPart[]> =>
  new Map(
    readTable('own-foods.csv', text).map((row) => [
      row.number('code', 100_001, 999_999),
      row
        .cell('parts')
        .split(' ')
        .map((item) => {
          const [, kind, of, grams] =
            /^(i?)(\d+):(\d+(?:\.\d+)?)$/u.exec(item) ?? row.fail(`"${item}" is no part`);
          return { ingredient: kind === 'i', of: Number(of), grams: Number(grams) };
        }),
    ]),
  );
