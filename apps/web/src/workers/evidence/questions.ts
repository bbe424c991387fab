export interface LearnClaim {
  readonly id: string;
  /** As people say it, in quotation marks. */
  readonly claim: string;
  readonly topic: string;
  readonly conditions: readonly string[];
  readonly verdict: string;
  readonly certainty: string;
  readonly summary: string;
  readonly correction: string | null;
  readonly safety: string | null;
  readonly sources: readonly string[];
}

export type EvidenceQuestions = {
  /** Claims that speak of the words; all of a condition, or simply all, where there are none. */
  readonly find: {
    readonly ask: {
      readonly words: string;
      readonly conditions: readonly string[];
      readonly language: string;
    };
    readonly answer: readonly LearnClaim[];
  };
};
