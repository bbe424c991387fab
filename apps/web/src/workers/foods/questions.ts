import type { FoodResolution } from '@zonula/journal';

/** A food as it is shown and stored. */
export interface ReadFood {
  readonly resolution: FoodResolution;
}

export interface ReadText {
  readonly items: readonly ReadFood[];
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
}

export interface FoodChoice {
  readonly code: number;
  readonly name: string;
}

export type FoodQuestions = {
  readonly read: { readonly ask: string; readonly answer: ReadText };
  /** Other foods that these words may mean, likeliest first. */
  readonly others: { readonly ask: string; readonly answer: readonly FoodChoice[] };
  /** What the person said that their words mean; replaces what was said before. */
  readonly corrections: {
    readonly ask: readonly { readonly phrase: string; readonly code: number }[];
    readonly answer: null;
  };
  /** `de`, `en-GB` or `en-US`. */
  readonly language: { readonly ask: string; readonly answer: null };
};
