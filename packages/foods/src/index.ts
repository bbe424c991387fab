// Only `export *`: a file that names what it hands on comes into a bundle with all of it.
export * from './classes.ts';
export * from './corrections.ts';
export * from './exports.ts';
export * from './foods.ts';
export * from './tables.ts';
