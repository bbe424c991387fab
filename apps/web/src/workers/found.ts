import type { Diary } from '@zonula/diary';
import type { Suspects } from '@zonula/discovery';
import type { Profile } from '@zonula/safety';
import type { TrialEvidence } from '@zonula/trial';
import { diaryKey } from './diary-key.ts';
import { digestOf } from './digest.ts';

/** Where every analysis starts, so that the same diary gives the same suspects, plan and page. */
export const seed = 1;

/** What an analysis goes by. */
export interface Looked {
  readonly diary: Diary;
  readonly profile: Profile;
  readonly corrections: readonly { readonly phrase: string; readonly code: number }[];
  readonly today: string;
  /** `category/name`; null for the skin score with the most days. */
  readonly outcome: string | null;
  /** What finished trials said. */
  readonly trials: readonly TrialEvidence[];
}

/** What an analysis said, with a digest of what it went by: whoever goes by the same has it already. */
export interface Found {
  readonly key: string;
  readonly suspects: Suspects;
}

export const foundKey = ({ diary, profile, corrections, today, outcome, trials }: Looked): string =>
  digestOf([diaryKey(diary), profile, corrections, today, outcome, trials, seed]);
