import type { Diary } from '@zonula/diary';

/** What a file holds: a diary, or those of several people, of whom one is to be chosen. */
export type FileRead =
  | { readonly kind: 'diary'; readonly diary: Diary }
  | {
      readonly kind: 'several';
      readonly people: readonly string[];
      /** False where there may be more. */
      readonly complete: boolean;
    };

export type FileQuestions = {
  /** The diary in a file of any known app; `person` is one of several in it. */
  readonly read: {
    readonly ask: { readonly file: File; readonly today: string; readonly person: string | null };
    readonly answer: FileRead;
  };
};
