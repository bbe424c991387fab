export * from './classes.ts';
export * from './tables.ts';
