// Only `export *`: a file that names what it hands on comes into a bundle with all of it.
export * from './design.ts';
export * from './during/reasons.ts';
export * from './exports.ts';
