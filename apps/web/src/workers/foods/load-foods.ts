import { correct, createFoods, type Foods, noCorrections, readFoodTables } from '@zonula/foods';
import { loadText } from '../load-text.ts';

/** Foods as the person corrected them. */
export const loadFoods = async (
  corrections: readonly { readonly phrase: string; readonly code: number }[],
): Promise<Foods> => {
  const tables = readFoodTables(
    await loadText(new URL('../../../../../packages/foods/assets/foods.json', import.meta.url)),
  );
  return createFoods(tables, {
    corrections: corrections.reduce(
      (known, { phrase, code }) => correct(known, phrase, code),
      noCorrections,
    ),
  });
};
