import {
  correct,
  createFoods,
  type Foods,
  type FoodTables,
  noCorrections,
  readFoodTables,
} from '@zonula/foods';
import { loadText } from '../load-text.ts';

let loading: Promise<FoodTables> | null = null;

/** The food list, read once. */
export const loadTables = (): Promise<FoodTables> =>
  (loading ??= loadText(new URL('../../../../../packages/foods/assets/foods.json', import.meta.url))
    .then(readFoodTables)
    .catch((error: unknown) => {
      loading = null;
      throw error;
    }));

/** Foods as the person corrected them. */
export const loadFoods = async (
  corrections: readonly { readonly phrase: string; readonly code: number }[],
): Promise<Foods> =>
  createFoods(await loadTables(), {
    corrections: corrections.reduce(
      (known, { phrase, code }) => correct(known, phrase, code),
      noCorrections,
    ),
  });
