import type { NutrientsOf } from './tables.ts';

/**
 * Nutrients by name and unit. Energy in kcal; carbohydrate by difference, with fibre; total and added sugars; vitamin A
 * as retinol activity, vitamin D as D2 + D3, vitamin E as alpha-tocopherol, folate as dietary folate equivalents;
 * linolenic acid is all of 18:3, nearly all of it n-3.
 */
export const nutrientKeys = [
  'energy_kcal',
  'protein_g',
  'fat_g',
  'saturated_fat_g',
  'carbohydrate_g',
  'sugars_g',
  'added_sugar_g',
  'fibre_g',
  'lactose_g',
  'fructose_g',
  'glucose_g',
  'alcohol_g',
  'caffeine_mg',
  'calcium_mg',
  'iron_mg',
  'magnesium_mg',
  'potassium_mg',
  'sodium_mg',
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
  'linolenic_acid_g',
  'epa_g',
  'dha_g',
] as const;
export type NutrientKey = (typeof nutrientKeys)[number];

/** `assets/nutrients.json`, written by `compile/`; foods are named by their place in the food tables. */
export interface NutrientsAsset {
  readonly version: string;
  readonly keys: readonly NutrientKey[];
  /** Foods whose energy is known. */
  readonly known: number;
  /** Foods whose amounts come from a recipe. */
  readonly recipes: number;
  /** Per key, per food: amount in 100 g with three digits; null where it is not known. */
  readonly columns: readonly (readonly (number | null)[])[];
}

/**
 * Decodes the nutrients; about 30 ms.
 * @param text content of `assets/nutrients.json`
 * @param codes of the food tables that were compiled with it
 * @throws SyntaxError or RangeError when it is not what `compile/` wrote for these tables
 */
export const readNutrients = (text: string, codes: Int32Array): NutrientsOf => {
  const { keys, columns } = JSON.parse(text) as NutrientsAsset;
  if (columns.length !== keys.length || columns.some(({ length }) => length !== codes.length))
    throw new RangeError('the compiled nutrients do not belong to these food tables');
  const places = new Map(Array.from(codes, (code, place) => [code, place]));
  return (code) => {
    const place = places.get(code);
    if (place === undefined) return null;
    const known = keys.flatMap((key, n) => {
      const amount = columns[n]![place];
      return amount === null || amount === undefined ? [] : [[key, amount] as const];
    });
    return known.length === 0 ? null : new Map(known);
  };
};
