import type { Entry } from '@zonula/journal';

export interface FilePreview {
  readonly entries: readonly Entry[];
  readonly from: string;
  readonly to: string;
  /** What is in it, most often first. */
  readonly items: readonly {
    readonly category: string;
    readonly name: string;
    readonly count: number;
  }[];
  readonly warnings: readonly { readonly text: string; readonly count: number }[];
}

export type FileQuestions = {
  readonly read: {
    readonly ask: { readonly file: File; readonly today: string };
    readonly answer: FilePreview;
  };
};
