// Only `export *`: with it a bundle takes single files, otherwise the whole room (scripts/build.mjs).
export * from './design.ts';
export * from './during/reasons.ts';
export * from './exports.ts';
