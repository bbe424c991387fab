// Only `export *`: with it a bundle takes single files, otherwise the whole room (scripts/build.mjs).
export * from './classes.ts';
export * from './corrections.ts';
export * from './exports.ts';
export * from './foods.ts';
export * from './tables.ts';
