import { type NutrientKey, type NutrientsAsset, nutrientKeys } from '../src/nutrients.ts';
import { readTable } from './read-table.ts';

/** The texts of the nutrient tables, by file name, as published; fields parted by `^`, texts in `~`. */
export interface NutrientTexts {
  /** SR28 NUT_DATA: reference food, nutrient number, amount in 100 g. */
  readonly amounts: string;
  /** FNDDS 2.0 recipes: food, ..., reference or food, ..., weight. */
  readonly recipes: string;
  /** FNDDS 2.0: food, ..., change of moisture and of fat in per cent of the recipe's weight. */
  readonly changes: string;
  /** FDA-FDD: code,ing_id,pct. */
  readonly composition: string;
  /** Hand-kept: kind,code,reference,note. */
  readonly links: string;
}

/** SR28 nutrient numbers (NUTR_DEF). */
const numbers: Readonly<Record<NutrientKey, string>> = {
  energy_kcal: '208',
  protein_g: '203',
  fat_g: '204',
  saturated_fat_g: '606',
  carbohydrate_g: '205',
  sugars_g: '269',
  fibre_g: '291',
  lactose_g: '213',
  fructose_g: '212',
  glucose_g: '211',
  alcohol_g: '221',
  caffeine_mg: '262',
  calcium_mg: '301',
  iron_mg: '303',
  magnesium_mg: '304',
  potassium_mg: '306',
  sodium_mg: '307',
  zinc_mg: '309',
  selenium_ug: '317',
  vitamin_a_ug: '320',
  vitamin_b12_ug: '418',
  vitamin_b6_mg: '415',
  vitamin_c_mg: '401',
  vitamin_d_ug: '328',
  vitamin_e_mg: '323',
  folate_ug: '435',
  niacin_mg: '406',
  riboflavin_mg: '405',
  thiamin_mg: '404',
  linolenic_acid_g: '619',
  epa_g: '629',
  dha_g: '621',
};

/** Amounts in 100 g in the order of `nutrientKeys`; NaN where not known. */
type Profile = Float64Array;

/** So much of the weight may be of unknown content before the sum is unknown. */
const mostUnknown = 0.05;
/** A food of so much of one ingredient tells what the ingredient holds. */
const nearlyPure = 97;

const fieldsOf = (text: string): string[][] =>
  text
    .split(/\r?\n/u)
    .filter((line) => line !== '')
    .map((line) => line.split('^').map((field) => field.replace(/^~|~$/gu, '')));

const weighted = (parts: readonly (readonly [Profile | undefined, number])[]): Profile => {
  const total = parts.reduce((sum, [, weight]) => sum + weight, 0);
  return Float64Array.from(nutrientKeys, (_, n) => {
    let sum = 0;
    let unknown = 0;
    for (const [profile, weight] of parts) {
      const amount = profile?.[n] ?? Number.NaN;
      if (Number.isNaN(amount)) unknown += weight;
      else sum += amount * weight;
    }
    return unknown > mostUnknown * total ? Number.NaN : sum / (total - unknown);
  });
};

const readReferences = (text: string): Map<string, Profile> => {
  const places = new Map(nutrientKeys.map((key, n) => [numbers[key], n]));
  const references = new Map<string, Profile>();
  for (const [food, nutrient, amount] of fieldsOf(text)) {
    const n = places.get(nutrient ?? '');
    if (food === undefined || n === undefined) continue;
    let profile = references.get(food);
    if (profile === undefined) {
      profile = new Float64Array(nutrientKeys.length).fill(Number.NaN);
      references.set(food, profile);
    }
    const value = Number(amount);
    if (!(value >= 0 && value < 100_000))
      throw new RangeError(`SR28, food ${food}: amount "${amount}" of nutrient ${nutrient}`);
    profile[n] = value;
  }
  return references;
};

/**
 * Nutrients of every food in 100 g: from its FNDDS recipe of SR28 foods where there is one, else as the sum
 * of its basic ingredients, whose content is that of recipes that are nearly nothing else. Losses in cooking are
 * those of the SR28 foods named; FNDDS retention factors are not applied. Unknown is null, never zero.
 * @param codes foods of the tables, ascending
 * @param parts of the food at a place: ingredient code and per cent
 */
export const compileNutrients = (
  texts: NutrientTexts,
  codes: Int32Array,
  parts: (place: number) => readonly { readonly ingredient: number; readonly percent: number }[],
): NutrientsAsset => {
  const references = readReferences(texts.amounts);
  const ingredientLinks = new Map<number, string>();
  const replaced = new Map<string, string>();
  for (const row of readTable('nutrient-links.csv', texts.links)) {
    const reference = row.cell('reference');
    if (reference !== '' && !references.has(reference)) row.fail(`SR28 has no food ${reference}`);
    const kind = row.cell('kind');
    if (kind === 'ingredient') ingredientLinks.set(row.number('code', 0, 9999), reference);
    else if (kind === 'reference') replaced.set(row.cell('code'), reference);
    else row.fail(`"${kind}" is no kind of link`);
  }
  const recipes = new Map<string, (readonly [of: string, weight: number])[]>();
  for (const fields of fieldsOf(texts.recipes).slice(1)) {
    const [food = '', of = '', weight = ''] = [fields[0], fields[4], fields[11]];
    const own = recipes.get(food) ?? [];
    own.push([of, Number(weight)]);
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
    const profile = weighted(
      recipe.map(([of, weight]) => [
        of.length === 8 ? byRecipe(of) : references.get(replaced.get(of) ?? of.padStart(5, '0')),
        weight,
      ]),
    ).map((amount) => amount / (1 + (changes.get(food) ?? 0)));
    done.set(food, profile);
    return profile;
  };
  const ingredients = ingredientProfiles(texts.composition, ingredientLinks, references, byRecipe);
  const columns = nutrientKeys.map((): (number | null)[] => []);
  let known = 0;
  for (let place = 0; place < codes.length; place++) {
    const profile =
      byRecipe(String(codes[place])) ??
      weighted(
        parts(place).map(({ ingredient, percent }) => [ingredients.get(ingredient), percent]),
      );
    if (!Number.isNaN(profile[0]!)) known++;
    profile.forEach((amount, n) => {
      columns[n]!.push(Number.isNaN(amount) ? null : Number(amount.toPrecision(3)));
    });
  }
  return { version: 'SR28, FNDDS 2.0', keys: nutrientKeys, known, columns };
};

const ingredientProfiles = (
  composition: string,
  links: ReadonlyMap<number, string>,
  references: ReadonlyMap<string, Profile>,
  byRecipe: (food: string) => Profile | undefined,
): Map<number, Profile> => {
  const pure = new Map<number, Profile[]>();
  for (const row of readTable('FDD composition', composition)) {
    if (Number(row.cell('pct')) < nearlyPure) continue;
    const profile = byRecipe(row.cell('code'));
    if (profile === undefined) continue;
    const ingredient = row.number('ing_id', 0, 9000);
    pure.set(ingredient, [...(pure.get(ingredient) ?? []), profile]);
  }
  const profiles = new Map<number, Profile>();
  for (const [ingredient, own] of pure) profiles.set(ingredient, medians(own));
  for (const [ingredient, reference] of links) {
    const profile = references.get(reference);
    if (profile === undefined) profiles.delete(ingredient);
    else profiles.set(ingredient, profile);
  }
  return profiles;
};

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
