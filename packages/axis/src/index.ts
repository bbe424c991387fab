// Only `export *`: with it a bundle takes single files, otherwise the whole room (scripts/build.mjs).
export * from './axis/index.ts';
export * from './axis/person.ts';
export * from './exports.ts';
export * from './models/names.ts';
export * from './scenario/index.ts';
export * from './simulate/index.ts';
export * from './study/index.ts';
export * from './study/view.ts';
