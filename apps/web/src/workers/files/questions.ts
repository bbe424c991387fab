import type { ColumnMap, Diary, TableHead } from '@zonula/diary';
import type { StoredDiary } from '../stored-diary.ts';

/** What a file holds: a diary, those of several people, of whom one is to be chosen, or a table of which somebody has to say what it holds. */
export type FileRead =
  | { readonly kind: 'diary'; readonly diary: Diary }
  | {
      readonly kind: 'several';
      readonly people: readonly string[];
      /** False where there may be more. */
      readonly complete: boolean;
    }
  | { readonly kind: 'table'; readonly table: TableHead };

export type FileQuestions = {
  /** The diary in a file of any known app, or in any table with a `map`; `person` is one of several in it. */
  readonly read: {
    readonly ask: {
      readonly file: File;
      readonly today: string;
      readonly person: string | null;
      readonly map: ColumnMap | null;
    };
    readonly answer: FileRead;
  };
  /** The diary as the tidy table. */
  readonly table: { readonly ask: { readonly diary: StoredDiary }; readonly answer: Blob };
};
