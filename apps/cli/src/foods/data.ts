import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FoodTables, type NutrientsOf, readFoodTables, readNutrients } from '@zonula/foods';
import { root } from '../root.ts';

const asset = (name: string): string => join(root, 'packages', 'foods', 'assets', name);

/** The compiled food tables that come with the program. */
export const loadFoodTables = (): FoodTables =>
  readFoodTables(readFileSync(asset('foods.json'), 'utf8'));

/** Nutrients per 100 g, read only where they are asked for. */
export const loadNutrients = ({ codes }: FoodTables): NutrientsOf =>
  readNutrients(readFileSync(asset('nutrients.json'), 'utf8'), codes);
