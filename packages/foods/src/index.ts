export { readFoodTables } from './assets.ts';
export * from './classes.ts';
export { composeServing, type ServingOfFood } from './composition.ts';
export * from './corrections.ts';
export { indexOfCode } from './find/common-names.ts';
export * from './foods.ts';
export { type NutrientKey, nutrientKeys, readNutrients } from './nutrients.ts';
export type { FoodReading, ResolvedFood } from './resolved-food.ts';
export * from './tables.ts';
