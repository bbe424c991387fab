import type { ChainResult, ChainTask } from '@zonula/discovery';

export type ChainQuestions = {
  /** Answers once it is there. */
  readonly wake: { readonly ask: null; readonly answer: null };
  /** The chain that the next runs are of. */
  readonly start: { readonly ask: ChainTask; readonly answer: null };
  readonly run: {
    readonly ask: { readonly rounds: number; readonly again: number | null };
    readonly answer: ChainResult;
  };
};
