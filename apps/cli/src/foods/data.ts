import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Corrections,
  createFoods,
  type Foods,
  type FoodTables,
  type NutrientsOf,
  readFoodTables,
  readNutrients,
} from '@zonula/foods';
import { root } from '../root.ts';

const asset = (name: string): string => join(root, 'packages', 'foods', 'assets', name);

let tables: FoodTables | null = null;
/** The compiled food tables that come with the program. */
export const loadFoodTables = (): FoodTables =>
  (tables ??= readFoodTables(readFileSync(asset('foods.json'), 'utf8')));

const built = new Map<Corrections | undefined, Foods>();
/** Built once for the same corrections: it takes a third of a second. */
export const loadFoods = (corrections?: Corrections): Foods => {
  const before = built.get(corrections);
  if (before !== undefined) return before;
  const foods = createFoods(loadFoodTables(), corrections === undefined ? {} : { corrections });
  built.set(corrections, foods);
  return foods;
};

/** Nutrients per 100 g, read only where they are asked for. */
export const loadNutrients = ({ codes }: FoodTables): NutrientsOf =>
  readNutrients(readFileSync(asset('nutrients.json'), 'utf8'), codes);
