export * from './suspects.ts';
