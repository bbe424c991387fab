import {
  type Corrections,
  correct,
  createFoods,
  type Foods,
  type FoodTables,
  noCorrections,
  readFoodTables,
  readNutrients,
} from '@zonula/foods';
import { loadText } from '../load-text.ts';

/** The file is named by what it holds. */
export const foodList = new URL('../../../../../packages/foods/assets/foods.json', import.meta.url);

let loading: Promise<FoodTables> | null = null;

/** The food list, read once. */
export const loadTables = (): Promise<FoodTables> =>
  (loading ??= loadText(foodList)
    .then(readFoodTables)
    .catch((error: unknown) => {
      loading = null;
      throw error;
    }));

/** What the person said that their words mean. */
type Said = readonly { readonly phrase: string; readonly code: number }[];

export const correctionsOf = (said: Said): Corrections =>
  said.reduce((known, { phrase, code }) => correct(known, phrase, code), noCorrections);

/** Foods as the person corrected them. */
export const loadFoods = async (said: Said): Promise<Foods> =>
  createFoods(await loadTables(), { corrections: correctionsOf(said) });

/** The same with their nutrients. */
export const loadFoodsWithNutrients = async (said: Said): Promise<Foods> => {
  const [tables, nutrients] = await Promise.all([
    loadTables(),
    loadText(new URL('../../../../../packages/foods/assets/nutrients.json', import.meta.url)),
  ]);
  return createFoods(tables, {
    nutrientsOf: readNutrients(nutrients, tables.codes),
    corrections: correctionsOf(said),
  });
};
