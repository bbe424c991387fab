import type { AgeBand, Condition } from './answers.ts';

/** Most urgent first. */
export const urgencies = ['emergency-now', 'same-day', 'see-a-doctor', 'not-this-feature'] as const;
export type Urgency = (typeof urgencies)[number];

/** What a worsening score may ask about again. */
export type About = 'allergy' | 'skin' | 'gut' | 'mind' | 'medicine' | 'child';

/** Words in an entry that raise a question. They never answer it. */
export interface Hint {
  /** What is said to have been written, in our words. */
  readonly label: string;
  readonly pattern: RegExp;
  /** Many people keep a score of it for years: one that was kept before the last answer is no news. A note always is. */
  readonly lasting?: true;
}

export interface RedFlag<Id extends string = string> {
  readonly id: Id;
  readonly about: About;
  readonly urgency: Urgency;
  /** What opens it, for whoever checks this table. */
  readonly trigger: string;
  /** Asked of the person; null where the profile alone opens it. */
  readonly question: string | null;
  /** Fixed words, with `{emergency}` and the like for the country. */
  readonly text: string;
  /** What may not be tried at home while it is open or not asked. */
  readonly blocks: 'food' | 'gluten' | 'nothing';
  /** Claims of the evidence that it rests on. */
  readonly evidence: readonly string[];
  /** Asked only of people with one of these conditions, or whose conditions are not known. */
  readonly conditions?: readonly Condition[];
  /** Asked only of this age, or where the age is not known. */
  readonly ageBand?: AgeBand;
  readonly hints: readonly Hint[];
  /** Stools that were loose for weeks raise it too. */
  readonly looseStools?: true;
}
