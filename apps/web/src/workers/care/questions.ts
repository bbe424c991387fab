import type { Plan, SharePart } from '@zonula/care';
import type { Diary } from '@zonula/diary';
import type { Profile } from '@zonula/safety';
import type { Language } from '../../i18n/i18n.ts';
import type { Found } from '../found.ts';
import type { OfStored } from '../stored-diary.ts';

/** Whose plan or page it is. */
export interface Asker {
  readonly diary: Diary;
  readonly profile: Profile;
  readonly corrections: readonly { readonly phrase: string; readonly code: number }[];
  readonly today: string;
  readonly language: Language;
  /** What was found before. */
  readonly found: readonly Found[];
}

/** What an action rests on: the sentence that people say, and how studies bear it out. */
export interface Ground {
  readonly id: string;
  /** In quotation marks. */
  readonly claim: string;
  readonly verdict: string;
  readonly certainty: string;
  readonly summary: string;
}

/** Something worth asking a doctor, by what is true of the person; its words stand in the catalogue of the room. */
export interface DoctorQuestion {
  readonly code:
    | 'coeliac-test'
    | 'acne-review'
    | 'nutrients'
    | 'medicine-suspect'
    | 'test-with-help'
    | 'aloe'
    | 'stubborn';
  /** Names that the words take. */
  readonly names: readonly string[];
}

export interface PlanView {
  readonly plan: Plan;
  /** Names this plan: calendars and records of the same plan keep their identity. */
  readonly id: string;
  /** Of everything that the plan rests on, by id. */
  readonly grounds: readonly Ground[];
  /** What the diary says of nutrients, a paragraph each. */
  readonly nutrients: readonly string[];
  readonly questions: readonly DoctorQuestion[];
  readonly found: Found | null;
  readonly milliseconds: number;
}

/** What `zonula clinician` can share, and what follows the page. */
export type ReportPart = SharePart | 'foods' | 'notes' | 'photos' | 'life';

export interface ReportAsk extends Asker {
  /** As the person wants to be called; empty for nobody. */
  readonly name: string;
  /** Both ends included. */
  readonly period: { readonly from: string; readonly to: string };
  readonly parts: readonly ReportPart[];
  /** Diary identities that were taken out of a chosen part. */
  readonly withoutScores: readonly string[];
  readonly withoutSuspects: readonly string[];
  readonly questions: readonly string[];
  /** Results of finished trials, as the journal keeps them. */
  readonly trials: readonly unknown[];
  readonly photos: readonly {
    readonly day: string;
    readonly about: string;
    readonly type: string;
    readonly bytes: Uint8Array;
  }[];
}

/** What could be on the page, to be chosen one by one. */
export interface ReportChoices {
  readonly scores: readonly { readonly id: string; readonly name: string }[];
  readonly suspects: readonly {
    readonly ids: readonly string[];
    readonly names: readonly string[];
  }[];
  readonly plan: readonly { readonly id: string; readonly name: string }[];
  readonly medicines: readonly { readonly id: string; readonly name: string }[];
}

export interface ReportView {
  /** The whole page, self-contained. */
  readonly html: string;
  /** Its style for a shadow tree, where the page is shown before it goes. */
  readonly style: string;
  /** A FHIR R4 document, JSON. */
  readonly fhir: string;
  /** The chosen rows as the tidy table; null without any. */
  readonly csv: string | null;
  readonly rows: number;
  readonly choices: ReportChoices;
  /** Finished trials that may be shown. */
  readonly trials: number;
  readonly found: Found | null;
}

export interface CareProgress {
  readonly step: 'foods' | 'model' | 'words';
  /** 0 to 1. */
  readonly share: number;
}

export type CareQuestions = {
  readonly plan: { readonly ask: OfStored<Asker>; readonly answer: PlanView };
  /** The plan as iCalendar. */
  readonly calendar: {
    readonly ask: Pick<PlanView, 'plan' | 'id'> & { readonly language: Language };
    readonly answer: string;
  };
  /** The plan as a FHIR R4 CarePlan, JSON. */
  readonly carePlan: {
    readonly ask: Pick<PlanView, 'plan' | 'id'> & { readonly language: Language };
    readonly answer: string;
  };
  /** A daily moment for the diary as iCalendar; `time` is `HH:MM`. */
  readonly reminder: {
    readonly ask: { readonly time: string; readonly today: string; readonly language: Language };
    readonly answer: string;
  };
  readonly report: { readonly ask: OfStored<ReportAsk>; readonly answer: ReportView };
};
