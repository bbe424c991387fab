// Only `export *`: a file that names what it hands on comes into a bundle with all of it.
export * from './exports.ts';
export * from './food-grain.ts';
export * from './privacy.ts';
