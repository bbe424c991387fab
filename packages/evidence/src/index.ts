// Only `export *`: with it a bundle takes single files, otherwise the whole room (scripts/build.mjs).
export * from './claim.ts';
export * from './condition.ts';
export * from './exports.ts';
