// Only `export *`: a file that names what it hands on comes into a bundle with all of it.
export * from './axis/index.ts';
export * from './axis/person.ts';
export * from './exports.ts';
export * from './models/names.ts';
export * from './scenario/index.ts';
export * from './simulate/index.ts';
export * from './study/index.ts';
export * from './study/view.ts';
