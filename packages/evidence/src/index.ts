// Only `export *`: a file that names what it hands on comes into a bundle with all of it.
export * from './claim.ts';
export * from './condition.ts';
export * from './exports.ts';
