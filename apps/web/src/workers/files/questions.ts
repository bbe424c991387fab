import type { Diary } from '@zonula/diary';

export type FileQuestions = {
  /** The diary in a file of any known app. */
  readonly read: {
    readonly ask: { readonly file: File; readonly today: string };
    readonly answer: Diary;
  };
};
