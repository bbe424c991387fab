import type { Store } from './append.ts';
import type { Operation } from './database.ts';

export interface Undone {
  readonly operation: Operation;
  /** Entries and documents that are as they were. */
  readonly changed: number;
  /** Those that were changed in the meantime, elsewhere; they stay as they are. */
  readonly kept: number;
}

/** What an operation that was done and one that was undone would be taken by the next undo and redo. */
export interface UndoState {
  readonly undo: Operation | null;
  readonly redo: Operation | null;
}

export const undoState = async ({ db }: Store): Promise<UndoState> => {
  const undo = await db.operations.where('state').equals('done').last();
  const redo = await db.operations.where('state').equals('undone').first();
  return { undo: undo ?? null, redo: redo ?? null };
};

/** Imports that were done and not taken back, the latest first. */
export const importsOf = ({ db }: Store): Promise<readonly Operation[]> =>
  db.operations
    .where('state')
    .equals('done')
    .filter(({ label }) => label === 'import')
    .reverse()
    .toArray();
