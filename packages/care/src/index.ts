// Only `export *`: a file that names what it hands on comes into a bundle with all of it.
export * from './clinician/index.ts';
export * from './clinician/share.ts';
export * from './exports.ts';
export * from './instruments/index.ts';
export * from './instruments/score.ts';
