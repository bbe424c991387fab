export * from './classes.ts';
export * from './corrections.ts';
export * from './foods.ts';
export * from './tables.ts';
