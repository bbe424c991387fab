export { readFoodTables } from './assets.ts';
export { composeServing, type ServingOfFood } from './composition.ts';
export { indexOfCode } from './find/common-names.ts';
export { type NutrientKey, nutrientKeys, readNutrients } from './nutrients.ts';
export type { FoodReading, ResolvedFood } from './resolved-food.ts';
