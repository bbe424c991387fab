export * from './discover.ts';
export * from './suspects.ts';
