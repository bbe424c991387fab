// Only `export *`: with it a bundle takes single files, otherwise the whole room (scripts/build.mjs).
export * from './clinician/index.ts';
export * from './clinician/share.ts';
export * from './exports.ts';
export * from './instruments/index.ts';
export * from './instruments/score.ts';
