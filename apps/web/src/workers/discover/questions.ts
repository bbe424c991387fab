import type { Accuracy } from '@zonula/care';
import type { GateReason } from '@zonula/safety';
import type { Found, Looked } from '../found.ts';
import type { OfStored } from '../stored-diary.ts';

/** Words, with names from the diary set apart. */
export type Words = readonly (string | { readonly name: string })[];

export interface ClaimBeside {
  readonly id: string;
  /** As people say it, in quotation marks. */
  readonly claim: string;
  readonly verdict: string;
  readonly certainty: string;
  readonly summary: string;
}

export interface SuspectView {
  /** `category/name` of each, in the order of the names. */
  readonly members: readonly string[];
  readonly names: readonly string[];
  readonly likely: boolean;
  readonly weak: boolean;
  readonly change: 'worse' | 'better' | 'higher' | 'lower' | 'different';
  readonly sentences: readonly Words[];
  /** What may come next; empty where nothing may. */
  readonly next: string;
  /** Why it may not be tested on one's own, the first reasons. */
  readonly shut: readonly GateReason[];
  readonly mayTest: boolean;
  /** Points per day after one usual portion; null where there is none to draw. */
  readonly curve: {
    readonly mean: readonly number[];
    readonly lower: readonly number[];
    readonly upper: readonly number[];
    /** Last day to draw. */
    readonly days: number;
    readonly worthwhile: number;
    readonly delay: { readonly mean: number; readonly interval: readonly [number, number] } | null;
  } | null;
  readonly claims: readonly ClaimBeside[];
}

export interface DiscoverView {
  readonly headline: Words;
  readonly lead: readonly Words[];
  readonly about: Words;
  readonly answer: 'likely' | 'possible' | 'nothing-found' | 'cannot-tell';
  readonly suspects: readonly SuspectView[];
  /** Reasons with the things that cannot be judged for it. */
  readonly unjudged: readonly { readonly reason: string; readonly names: readonly string[] }[];
  readonly checks: readonly string[];
  readonly accuracy: Accuracy | null;
  readonly foodsHidden: boolean;
  /** `category/name` of the score that is explained; empty where there is none. */
  readonly outcome: string;
  /** Scores that could be explained, most days first. */
  readonly scores: readonly { readonly id: string; readonly days: number }[];
  readonly first: readonly string[];
  readonly found: Found;
  readonly milliseconds: number;
}

export interface DiscoverAsk extends Looked {
  /** What was found before; none where the person wants to look again. */
  readonly found: readonly Found[];
}

export interface DiscoverProgress {
  readonly step: 'diary' | 'foods' | 'model';
  /** 0 to 1. */
  readonly share: number;
}

export type DiscoverQuestions = {
  /** Loads what every analysis needs, while the diary is still being read. */
  readonly prepare: { readonly ask: null; readonly answer: null };
  readonly discover: { readonly ask: OfStored<DiscoverAsk>; readonly answer: DiscoverView };
};
