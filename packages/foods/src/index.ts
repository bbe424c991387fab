export * from './classes.ts';
export { composeServing, type ServingOfFood } from './composition.ts';
export * from './corrections.ts';
export * from './foods.ts';
export * from './tables.ts';
