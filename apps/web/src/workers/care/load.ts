import {
  correct,
  createFoods,
  type Foods,
  noCorrections,
  readFoodTables,
  readNutrients,
} from '@zonula/foods';
import { loadText } from '../load-text.ts';
import type { Asker } from './questions.ts';

/** Foods with their nutrients, as the person corrected them. */
export const loadFoods = async ({ corrections }: Pick<Asker, 'corrections'>): Promise<Foods> => {
  const [foods, nutrients] = await Promise.all([
    loadText(new URL('../../../../../packages/foods/assets/foods.json', import.meta.url)),
    loadText(new URL('../../../../../packages/foods/assets/nutrients.json', import.meta.url)),
  ]);
  const tables = readFoodTables(foods);
  return createFoods(tables, {
    nutrientsOf: readNutrients(nutrients, tables.codes),
    corrections: corrections.reduce(
      (known, { phrase, code }) => correct(known, phrase, code),
      noCorrections,
    ),
  });
};
