import type { Diary } from '@zonula/diary';
import type { Json } from '@zonula/journal';
import type { GateReason, Profile } from '@zonula/safety';
import type {
  Belief,
  HelperWords,
  Judgement,
  ScheduleEntry,
  TrialDay,
  TrialDesign,
  TrialEvent,
  TrialPlan,
  TrialToday,
} from '@zonula/trial';
import type { OfStored } from '../stored-diary.ts';

/** Whose trial it is. */
export interface Person {
  readonly diary: Diary;
  readonly profile: Profile;
  readonly corrections: readonly { readonly phrase: string; readonly code: number }[];
  readonly today: string;
}

/** Something of the diary that one could have or leave. */
export interface Thing {
  /** `category/name` */
  readonly id: string;
  /** As it was written. */
  readonly name: string;
  readonly category: string;
  /** Days on which it was written down. */
  readonly days: number;
}

/** A score that a trial can be about. */
export interface Score {
  readonly id: string;
  readonly days: number;
}

export interface Things {
  readonly things: readonly Thing[];
  /** The first is the one that is looked at when nothing else is chosen. */
  readonly scores: readonly Score[];
  readonly foodsHidden: boolean;
}

export interface Shut {
  readonly kind: 'shut';
  readonly reasons: readonly GateReason[];
  /** Questions about warning signs that are to be asked first. */
  readonly questions: readonly { readonly id: string; readonly question: string }[];
}

export interface Wanted {
  readonly exposure: string;
  /** Classes that the person says it holds; null where nothing was said. */
  readonly holds: readonly string[] | null;
  /** Other foods that are on trial at present. */
  readonly alsoOut: readonly string[];
}

export interface PlanAsk extends Person, Wanted {
  readonly seed: number;
  /** `category/name`; null for the skin score with the most days. */
  readonly outcome: string | null;
  /** Points to be found; null for what the diary suggests. */
  readonly effect: number | null;
  /** Smallest difference that matters, points; null for the usual one. */
  readonly worthwhile: number | null;
  /** First day; null for tomorrow. */
  readonly start: string | null;
  /** Whether the result is looked at half-way. */
  readonly look: boolean;
  /** Somebody else keeps the order; only where the thing can be hidden. */
  readonly blind: boolean;
  /** This design instead of the proposed one. */
  readonly design: TrialDesign | null;
}

export type Proposal =
  | Shut
  | { readonly kind: 'unbearable'; readonly belief: Belief }
  /** The score never had enough days to plan for. */
  | { readonly kind: 'no-score' }
  | { readonly kind: 'plan'; readonly plan: TrialPlan };

/** A trial as it is kept in the journal: plan and events as in a file of the command. */
export type TrialFile = Readonly<Record<string, Json>>;

/** A trial on one day. */
export interface OpenTrial {
  readonly plan: TrialPlan;
  readonly events: readonly TrialEvent[];
  /** What today asks for; null where a gate is shut. */
  readonly today: TrialToday | null;
  /** Why it must stop; empty where it may go on. */
  readonly reasons: readonly GateReason[];
  /** As it was lived so far, days off included. */
  readonly schedule: readonly ScheduleEntry[];
  /** Days of rest after a reaction. */
  readonly restDays: number;
}

export interface TrialCourse extends OpenTrial {
  /** Each day of the trial; empty where the diary holds none of them. */
  readonly days: readonly TrialDay[];
  /** Completed periods of a declared look that is due; null where none is. */
  readonly lookDue: number | null;
}

/** What the trial says, with what the next analysis needs of it. */
export type TrialTold =
  | Shut
  /** The diary holds no such score on these days. */
  | { readonly kind: 'no-days' }
  | {
      readonly kind: 'told';
      readonly result: Judgement & {
        readonly exposure: string;
        readonly outcome: string;
        readonly from: string;
        readonly to: string;
        readonly hash: string;
      };
    };

export const exportFormats = ['json', 'ics', 'studyu', 'fhir', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];
/** What tells no arm to whom the order is hidden from. */
export const hiddenFormats = ['ics'] as const satisfies readonly ExportFormat[];

export type Exported =
  | Shut
  | { readonly kind: 'no-days' }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly content: string;
      /** In words, what the format has no place for. */
      readonly lost: readonly string[];
    };

export interface TrialsProgress {
  readonly step: 'foods' | 'diary' | 'designs' | 'result';
  /** 0 to 1. */
  readonly share: number;
}

export type TrialsQuestions = {
  readonly things: { readonly ask: OfStored<Person>; readonly answer: Things };
  readonly gate: {
    readonly ask: OfStored<Person> & Wanted;
    readonly answer: Shut | { readonly kind: 'open' };
  };
  readonly plan: { readonly ask: OfStored<PlanAsk>; readonly answer: Proposal };
  /** Light: without the scores of its days. */
  readonly today: {
    readonly ask: OfStored<Person> & { readonly file: TrialFile };
    readonly answer: OpenTrial;
  };
  readonly course: {
    readonly ask: OfStored<Person> & { readonly file: TrialFile };
    readonly answer: TrialCourse;
  };
  /** The file with what happened; null where the day is none of the trial's. */
  readonly happened: {
    readonly ask: { readonly file: TrialFile; readonly event: TrialEvent };
    readonly answer: TrialFile | null;
  };
  readonly tell: {
    readonly ask: OfStored<Person> & { readonly file: TrialFile };
    readonly answer: TrialTold;
  };
  /** What each box holds, for whoever fills them; CSV. */
  readonly boxes: {
    readonly ask: { readonly file: TrialFile; readonly words: HelperWords };
    readonly answer: string;
  };
  readonly export: {
    readonly ask: OfStored<Person> & { readonly file: TrialFile; readonly format: ExportFormat };
    readonly answer: Exported;
  };
};
