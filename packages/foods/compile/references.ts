import { type NutrientKey, nutrientKeys } from '../src/nutrients.ts';

export interface ReferenceTexts {
  /** SR28 NUT_DATA: reference food, nutrient number, amount in 100 g; fields parted by `^`, texts in `~`. */
  readonly amounts: string;
  /** SR28 FOOD_DES: reference food, food group, name. */
  readonly foods: string;
}

/** Amounts in 100 g in the order of `nutrientKeys`; NaN where not known. */
export type Profile = Float64Array;

export interface References {
  readonly of: (code: string) => Profile | undefined;
  readonly isWater: (code: string) => boolean;
}

/** SR28 nutrient numbers (NUTR_DEF); it does not know added sugar. */
const numbers: Readonly<Record<Exclude<NutrientKey, 'added_sugar_g'>, string>> = {
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

/**
 * Food groups of plain plants, meat, fish, spices and fats of plants and animals (FD_GROUP): lactose is made by
 * mammary glands alone, so what is not measured there is none. Mixed dishes, sausages, sweets, bakery and
 * legume products may hold milk and stay unknown. Eggs stand with the dairy products and are known by name.
 */
const groupsWithoutMilk: ReadonlySet<string> = new Set([
  '0200',
  '0900',
  '1000',
  '1200',
  '1300',
  '1500',
  '1700',
]);

const lactose = nutrientKeys.indexOf('lactose_g');
const watery = 99.5;

/** Throws RangeError that names the food with an amount that cannot be. */
export const createReferences = ({ amounts, foods }: ReferenceTexts): References => {
  const places = new Map<string, number>(
    nutrientKeys.flatMap((key, n) => (key === 'added_sugar_g' ? [] : [[numbers[key], n] as const])),
  );
  const profiles = new Map<string, Profile>();
  const water = new Set<string>();
  for (const line of linesOf(amounts)) {
    const [food = '', nutrient = '', amount = ''] = line.split('^', 3).map(bare);
    if (nutrient === '255' && Number(amount) >= watery) water.add(food);
    const n = places.get(nutrient);
    if (n === undefined) continue;
    let profile = profiles.get(food);
    if (profile === undefined) {
      profile = new Float64Array(nutrientKeys.length).fill(Number.NaN);
      profiles.set(food, profile);
    }
    const value = Number(amount);
    if (amount === '' || !(value >= 0 && value < 100_000))
      throw new RangeError(`SR28, food ${food}: amount "${amount}" of nutrient ${nutrient}`);
    profile[n] = value;
  }
  for (const line of linesOf(foods)) {
    const [food = '', group = '', name] = line.split('^', 3).map(bare);
    if (name === undefined) throw new RangeError(`SR28, food ${food}: no group and name`);
    const profile = profiles.get(food);
    const milkless = groupsWithoutMilk.has(group) || name.startsWith('Egg, ');
    if (profile !== undefined && milkless && Number.isNaN(profile[lactose]!)) profile[lactose] = 0;
  }
  return { of: (code) => profiles.get(code), isWater: (code) => water.has(code) };
};

const linesOf = (text: string): string[] => text.split(/\r?\n/u).filter((line) => line !== '');
const bare = (field: string): string => field.replace(/^~|~$/gu, '');

/** So much of the weight without water may be of unknown content before the sum is unknown. */
const mostUnknown = 0.07;

/** What a mixture holds in 100 g; a small part of unknown content counts like the rest. */
export const weighted = (
  parts: readonly (readonly [Profile | undefined, weight: number, water?: boolean | undefined])[],
): Profile => {
  const total = parts.reduce((sum, [, weight]) => sum + weight, 0);
  const dry = parts.reduce((sum, [, weight, water]) => sum + (water === true ? 0 : weight), 0);
  return Float64Array.from(nutrientKeys, (_, n) => {
    let sum = 0;
    let unknown = 0;
    for (const [profile, weight, water] of parts) {
      const amount = profile?.[n] ?? Number.NaN;
      if (!Number.isNaN(amount)) sum += amount * weight;
      else if (water !== true) unknown += weight;
    }
    return total === 0 || unknown > mostUnknown * dry ? Number.NaN : sum / (total - unknown);
  });
};

export const without = (profile: Profile, keys: readonly NutrientKey[]): Profile =>
  profile.map((amount, n) => (keys.includes(nutrientKeys[n]!) ? Number.NaN : amount));

/** Place of the nutrient that reference foods do not tell. */
export const addedSugar = nutrientKeys.indexOf('added_sugar_g');
