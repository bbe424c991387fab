// Only `export *`: with it a bundle takes single files, otherwise the whole room (scripts/build.mjs).
export * from './exports.ts';
export * from './grain.ts';
export * from './timeline.ts';
