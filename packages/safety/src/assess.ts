import type { Diary } from '@zonula/diary';
import { type Mention, mentionsOf } from './entries.ts';
import { looseStoolsOf } from './loose-stools.ts';
import type { Profile } from './profile.ts';
import type { RedFlag } from './red-flag.ts';
import { type RedFlagId, redFlags } from './red-flags.ts';
import { type Worsening, worseningsOf } from './worsening.ts';

/** What is known of one person. */
export interface Person {
  readonly profile: Profile;
  /** Null: there is none, or none was shown. */
  readonly diary: Pick<Diary, 'observations' | 'scales'> | null;
  /** Local day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Why a question is asked, or asked again. */
export type Because =
  | { readonly code: 'not-asked' }
  | ({ readonly code: 'entry' } & Mention)
  | ({ readonly code: 'worsening' } & Worsening);

/** Where one red flag stands. `ask`: nobody asked, or what was answered is older than an entry that raises it. */
export interface FlagState {
  readonly flag: RedFlag<RedFlagId>;
  readonly status: 'open' | 'clear' | 'ask';
  readonly because: readonly Because[];
}

const ofThisAge = ({ ageBand }: RedFlag, profile: Profile): boolean =>
  !ageBand || profile.ageBand === null || profile.ageBand === ageBand;

const ofThisCondition = ({ conditions }: RedFlag, profile: Profile): boolean =>
  !conditions ||
  profile.conditions === null ||
  conditions.some((one) => profile.conditions!.includes(one));

/** Flags without a question are opened by what is certain only. */
const opensByProfile = ({ conditions, ageBand }: RedFlag, profile: Profile): boolean =>
  profile.ageBand === ageBand &&
  (conditions ?? []).some((one) => profile.conditions?.includes(one) ?? false);

/** What was written that raises a question: words, and stools that were loose for weeks. */
const raisedBy = (
  { hints, looseStools }: RedFlag,
  diary: Pick<Diary, 'observations'>,
  when: { readonly since: string | null; readonly today: string },
): readonly Mention[] => {
  const mentions = mentionsOf(diary, hints, when);
  const loose = looseStools ? looseStoolsOf(diary, when) : null;
  return loose === null || mentions.some(({ label }) => label === loose.label)
    ? mentions
    : [...mentions, loose];
};

/**
 * All red flags that may concern a person. An answer counts until something is written on its day or later that raises
 * the question again: then it is asked anew, and until then it stands as not asked. A yes stays open.
 */
export const assess = ({ profile, diary, today }: Person): readonly FlagState[] => {
  const askedOn = profile.redFlags?.askedOn ?? null;
  const worsenings = diary === null ? [] : worseningsOf(diary, { askedOn, today });
  return redFlags.flatMap((flag): FlagState[] => {
    if (flag.question === null)
      return opensByProfile(flag, profile) ? [{ flag, status: 'open', because: [] }] : [];
    if (!ofThisAge(flag, profile)) return [];
    const answer = profile.redFlags?.answers[flag.id] ?? null;
    const since = answer === null ? null : askedOn;
    const mentions = diary === null ? [] : raisedBy(flag, diary, { since, today });
    const because: readonly Because[] = [
      ...(answer === null ? [{ code: 'not-asked' } as const] : []),
      ...mentions.map((mention) => ({ code: 'entry', ...mention }) as const),
      ...worsenings
        .filter(({ about }) => about === flag.about)
        .map((worsening) => ({ code: 'worsening', ...worsening }) as const),
    ];
    // People do not always know what they have, so what they write and answer counts beyond it.
    if (!ofThisCondition(flag, profile) && mentions.length === 0 && answer !== 'yes') return [];
    if (answer === 'yes') return [{ flag, status: 'open', because }];
    return [{ flag, status: because.length > 0 ? 'ask' : 'clear', because }];
  });
};
