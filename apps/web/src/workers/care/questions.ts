import type { Plan } from '@zonula/care';
import type { Diary } from '@zonula/diary';
import type { Profile } from '@zonula/safety';
import type { Language } from '../../i18n/i18n.ts';

/** Whose plan or page it is. */
export interface Asker {
  readonly diary: Diary;
  readonly profile: Profile;
  readonly corrections: readonly { readonly phrase: string; readonly code: number }[];
  readonly today: string;
  readonly language: Language;
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
  readonly milliseconds: number;
}

export interface CareProgress {
  readonly step: 'foods' | 'model' | 'words';
  /** 0 to 1. */
  readonly share: number;
}

export type CareQuestions = {
  readonly plan: { readonly ask: Asker; readonly answer: PlanView };
  /** The plan as iCalendar. */
  readonly calendar: {
    readonly ask: Pick<PlanView, 'plan' | 'id'> & { readonly language: Language };
    readonly answer: string;
  };
  /** The plan as a FHIR R4 CarePlan, JSON. */
  readonly carePlan: {
    readonly ask: Pick<PlanView, 'plan' | 'id'>;
    readonly answer: string;
  };
};
