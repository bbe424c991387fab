export type { Restored } from './archive.ts';
export { isSealedBackup, type PassphraseCost, type SealOptions, usualCost } from './backup.ts';
export { deviceOf, readStamp, type Stamp } from './clock.ts';
export type { Item, Operation, OperationLabel, Photo } from './database.ts';
export {
  type Documents,
  type DocumentType,
  type Favourite,
  type FoodCorrection,
  favouriteSchema,
  foodCorrectionSchema,
  type StoredDocument,
} from './documents.ts';
export type { JournalEffects } from './effects.ts';
export {
  type Entry,
  entrySchema,
  type FoodResolution,
  foodResolutionSchema,
  type StoredEntry,
} from './entry.ts';
export { JournalFailure } from './failure.ts';
export type { ImportPreview } from './import-diary.ts';
export { type Journal, openJournal } from './journal.ts';
export type { Json } from './json.ts';
export { type CleanPhoto, cleanPhoto } from './photo/clean.ts';
export type { ItemUsage } from './queries.ts';
export { type Kind, type Revision, readRevision } from './revision.ts';
export type { SearchOptions } from './search.ts';
export type { Marker, StorageManager, StorageReport } from './storage.ts';
export { diaryOf } from './to-diary.ts';
export type { Undone, UndoState } from './undo-state.ts';
