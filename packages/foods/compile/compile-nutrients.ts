import { type NutrientKey, type NutrientsAsset, nutrientKeys } from '../src/nutrients.ts';
import type { FoodTables, Ingredient } from '../src/tables.ts';
import { shareDifferences } from './check-shares.ts';
import { readTable, TableError, type TableRow } from './read-table.ts';
import {
  createReferences,
  type Profile,
  type References,
  type ReferenceTexts,
  weighted,
} from './references.ts';

/** The texts of the nutrient tables; published ones as they are, the others hand-kept in `data/`. */
export interface NutrientTexts extends ReferenceTexts {
  /** FNDDS 2.0 recipes: food, ..., reference or food, ..., weight. */
  readonly recipes: string;
  /** FNDDS 2.0: food, ..., change of moisture and of fat in per cent of the recipe's weight. */
  readonly changes: string;
  /** FDA-FDD: code,ing_id,pct. */
  readonly composition: string;
  /** Reference foods of the basic ingredients: code,name,references,note. */
  readonly links: string;
  /** Old and new numbers of reference foods: old,new,hides,note. */
  readonly referenceCodes: string;
  /** Foods whose old recipe is not theirs: code,name,reason. */
  readonly recipesLeftOut: string;
  /** Ranges of food codes that makers often enrich: from,to,note. */
  readonly fortified: string;
  /** code,name,parts,note. */
  readonly ownFoods: string;
}

/** A food of so much of one ingredient tells what the ingredient holds. */
const nearlyPure = 97;

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

const without = (profile: Profile, keys: readonly NutrientKey[]): Profile =>
  profile.map((amount, n) => (keys.includes(nutrientKeys[n]!) ? Number.NaN : amount));

/**
 * Nutrients of every food in 100 g. From its FNDDS recipe of SR28 foods where there is one; an own food as the sum
 * of its parts; else as the sum of its basic ingredients, each with the SR28 foods that the hand-kept table names,
 * or, where it names none, the median of the recipes that are nearly nothing else. Losses in cooking are those of
 * the SR28 foods named; FNDDS retention factors are not applied. What makers may have added to a food known
 * by its ingredients is unknown. Unknown is null, never zero.
 * @param tables compiled before
 * @throws TableError or RangeError that names the row
 */
export const compileNutrients = (
  texts: NutrientTexts,
  { codes, partsAt, ingredients: known }: Pick<FoodTables, 'codes' | 'partsAt' | 'ingredients'>,
): NutrientsAsset => {
  const references = createReferences(texts);
  const byRecipe = readRecipes(texts, references);
  const ingredients = ingredientProfiles(texts, references, byRecipe, known);
  const fortified = readTable('fortified.csv', texts.fortified).map(
    (row) => [row.number('from', 1e7, 1e8 - 1), row.number('to', 1e7, 1e8 - 1)] as const,
  );
  const ownParts = readOwnParts(texts.ownFoods);
  const places = new Map(Array.from(codes, (code, place) => [code, place]));
  const energy = nutrientKeys.indexOf('energy_kcal');
  const done = new Map<number, Profile>();
  let recipes = 0;
  const profileOf = (code: number): Profile => {
    const before = done.get(code);
    if (before !== undefined) return before;
    const recipe = byRecipe(String(code));
    const own = ownParts.get(code);
    let profile: Profile;
    if (recipe !== undefined && !Number.isNaN(recipe[energy]!)) {
      profile = recipe;
      recipes++;
    } else if (own !== undefined) {
      profile = weighted(
        own.map(({ ingredient, of, grams }) =>
          ingredient
            ? [ingredients.get(of)?.profile, grams, ingredients.get(of)?.water]
            : [profileOf(of), grams],
        ),
      );
    } else {
      const place = places.get(code);
      const parts = place === undefined ? [] : partsAt(place);
      const sum = weighted(
        parts.map(({ ingredient, percent }) => [
          ingredients.get(ingredient)?.profile,
          percent,
          ingredients.get(ingredient)?.water,
        ]),
      );
      profile = fortified.some(([from, to]) => code >= from && code <= to)
        ? without(sum, added)
        : sum;
    }
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

type ByRecipe = (food: string) => Profile | undefined;

const readRecipes = (texts: NutrientTexts, references: References): ByRecipe => {
  const replaced = new Map<string, { readonly to: string; readonly hides: NutrientKey | null }>();
  for (const row of readTable('reference-codes.csv', texts.referenceCodes)) {
    const hides = row.cell('hides');
    const to = row.cell('new');
    if (to !== '' && references.of(to) === undefined) row.fail(`SR28 has no food ${to}`);
    if (hides !== '' && !isNutrient(hides)) row.fail(`"${hides}" is no nutrient`);
    replaced.set(row.cell('old'), { to, hides: hides === '' ? null : (hides as NutrientKey) });
  }
  const leftOut = new Set(
    readTable('recipes-left-out.csv', texts.recipesLeftOut).map((row) =>
      String(row.number('code', 1e7, 1e8 - 1)),
    ),
  );
  const recipes = new Map<string, (readonly [of: string, weight: number])[]>();
  for (const [food = '', , , , of = '', , , , , , , weight = ''] of fieldsOf(texts.recipes).slice(
    1,
  )) {
    if (leftOut.has(food)) continue;
    const grams = Number(weight);
    if (!(grams >= 0) || weight === '')
      throw new RangeError(`FNDDS recipes, food ${food}: weight "${weight}" of ${of}`);
    const own = recipes.get(food) ?? [];
    own.push([of, grams]);
    recipes.set(food, own);
  }
  const changes = new Map(
    fieldsOf(texts.changes)
      .slice(1)
      .map(([food, , , moisture, fat]) => [food, (Number(moisture) + Number(fat)) / 100] as const),
  );
  const done = new Map<string, Profile | null>();
  const byRecipe = (food: string): Profile | undefined => {
    const before = done.get(food);
    if (before !== undefined) return before ?? undefined;
    done.set(food, null);
    const recipe = recipes.get(food);
    if (recipe === undefined) return undefined;
    const sum = weighted(
      recipe.map(([of, weight]) => {
        if (of.length === 8) return [byRecipe(of), weight];
        const code = (replaced.get(of)?.to || of).padStart(5, '0');
        return [references.of(code), weight, references.isWater(code)];
      }),
    ).map((amount) => amount / (1 + (changes.get(food) ?? 0)));
    const profile = without(
      sum,
      recipe.flatMap(([of]) => replaced.get(of)?.hides ?? []),
    );
    done.set(food, profile);
    return profile;
  };
  return byRecipe;
};

interface IngredientProfile {
  readonly profile: Profile;
  readonly water: boolean;
}

const ingredientProfiles = (
  texts: NutrientTexts,
  references: References,
  byRecipe: ByRecipe,
  known: ReadonlyMap<number, Ingredient>,
): Map<number, IngredientProfile> => {
  const pure = new Map<number, Profile[]>();
  for (const row of readTable('FDD composition', texts.composition)) {
    if (Number(row.cell('pct')) < nearlyPure) continue;
    const profile = byRecipe(row.cell('code'));
    if (profile === undefined) continue;
    const ingredient = row.number('ing_id', 0, 9000);
    pure.set(ingredient, [...(pure.get(ingredient) ?? []), profile]);
  }
  const profiles = new Map<number, IngredientProfile>();
  const linked = new Set<number>();
  for (const row of readTable('nutrient-links.csv', texts.links)) {
    const code = row.number('code', 0, 9999);
    const name = known.get(code)?.name ?? row.fail(`there is no ingredient ${code}`);
    if (name !== row.cell('name')) row.fail(`ingredient ${code} is named "${name}"`);
    if (linked.has(code)) row.fail(`ingredient ${code} is there twice`);
    linked.add(code);
    const named = row.cell('references');
    if (named === '-') continue;
    if (named !== '') {
      const link = readLink(row, named, references);
      const [difference] =
        code <= 9000 ? shareDifferences(known.get(code)!.classes, link.profile) : [];
      if (difference !== undefined) row.fail(`ingredients.csv, ${code} "${name}": ${difference}`);
      profiles.set(code, link);
    } else if (pure.has(code))
      profiles.set(code, { profile: medians(pure.get(code)!), water: false });
  }
  for (const [code, { name }] of known)
    if (!linked.has(code))
      throw new TableError(`nutrient-links.csv: no row for ingredient ${code}, "${name}"`);
  return profiles;
};

/** `01049 01053`: the mean of both; `14209*15.9`: so many times as much. */
const readLink = (row: TableRow, named: string, references: References): IngredientProfile => {
  const codes: string[] = [];
  const profiles = named.split(' ').map((item) => {
    const [, code = '', factor = '1'] =
      /^(\d{5})(?:\*(\d+(?:\.\d+)?))?$/u.exec(item) ?? row.fail(`"${item}" is no reference`);
    const profile = references.of(code) ?? row.fail(`SR28 has no food ${code}`);
    codes.push(code);
    return profile.map((amount) => amount * Number(factor));
  });
  return {
    profile: Float64Array.from(
      nutrientKeys,
      (_, n) => profiles.reduce((sum, profile) => sum + profile[n]!, 0) / profiles.length,
    ),
    water: codes.every((code) => references.isWater(code)),
  };
};

const readOwnParts = (text: string) =>
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

const isNutrient = (key: string): key is NutrientKey =>
  (nutrientKeys as readonly string[]).includes(key);

const fieldsOf = (text: string): string[][] =>
  text
    .split(/\r?\n/u)
    .filter((line) => line !== '')
    .map((line) => line.split('^').map((field) => field.replace(/^~|~$/gu, '')));

const medians = (profiles: readonly Profile[]): Profile =>
  Float64Array.from(nutrientKeys, (_, n) => {
    const known = profiles.map((profile) => profile[n]!).filter((amount) => !Number.isNaN(amount));
    known.sort((a, b) => a - b);
    const half = known.length >> 1;
    return known.length === 0
      ? Number.NaN
      : known.length % 2 === 1
        ? known[half]!
        : (known[half - 1]! + known[half]!) / 2;
  });
