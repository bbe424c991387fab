import type { Entry } from '@zonula/journal';
import type { TrialDesign } from '@zonula/trial';
import type { Language } from '../../i18n/i18n.ts';

/** A test that the invented person lived through; its plan is worked out from the days before it. */
export interface ExampleTrial {
  readonly exposure: string;
  /** First day. */
  readonly start: string;
  readonly seed: number;
  readonly design: TrialDesign;
}

export interface Invented {
  readonly entries: readonly Entry[];
  readonly condition: string;
  readonly trial: ExampleTrial;
}

export type ExampleQuestions = {
  /** An invented person's diary that ends on this day. */
  readonly invent: {
    readonly ask: { readonly today: string; readonly language: Language };
    readonly answer: Invented;
  };
};
