import type { Entry } from '@zonula/journal';

export type ExampleQuestions = {
  /** An invented person's diary that ends on this day. */
  readonly invent: {
    readonly ask: { readonly today: string };
    readonly answer: { readonly entries: readonly Entry[]; readonly condition: string };
  };
};
