export * from './day.ts';
export * from './diary.ts';
export * from './importer.ts';
export * from './place.ts';
export * from './rows.ts';
export * from './scale.ts';
export * from './source.ts';
