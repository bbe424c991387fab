export * from './diary.ts';
export * from './importer.ts';
