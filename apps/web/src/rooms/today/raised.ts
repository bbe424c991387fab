import type { Diary } from '@zonula/diary';
import { assess, type Profile, triage } from '@zonula/safety';
import { version } from '../../version.ts';

/** A red-flag question that something in the diary raises. */
export interface Raised {
  readonly id: string;
  readonly question: string;
  /** What to do at once, where it cannot wait for an answer. */
  readonly now: string | null;
  /** The same as long as nothing new raises it. */
  readonly key: string;
}

const days = (because: { readonly code: string; readonly last?: string; readonly date?: string }) =>
  `${because.code} ${because.last ?? because.date ?? ''}`;

/** Questions that entries raise, the most urgent first. Questions that were never answered, and nothing raises, wait elsewhere. */
export const raisedIn = (
  profile: Profile,
  diary: Pick<Diary, 'observations' | 'scales'>,
  today: string,
): readonly Raised[] => {
  const person = { profile, diary, today };
  const isRaised = ({ because }: { readonly because: readonly { readonly code: string }[] }) =>
    because.some(({ code }) => code !== 'not-asked');
  if (!assess(person).some((flag) => flag.status === 'ask' && isRaised(flag))) return [];
  return triage(person, version)
    .questions.filter(isRaised)
    .map(({ id, question, urgency, ifYes, because }) => ({
      id,
      question,
      now: urgency === 'emergency-now' ? ifYes : null,
      key: `${id} ${because.map(days).sort().join(' ')}`,
    }));
};

/** The profile with an answer to each of these questions: yes to those that were marked, no to the rest. */
export const answered = (
  profile: Profile,
  raised: readonly Raised[],
  marked: ReadonlySet<string>,
  today: string,
): Profile => ({
  ...profile,
  redFlags: {
    askedOn: today,
    answers: {
      ...profile.redFlags?.answers,
      ...Object.fromEntries(raised.map(({ id }) => [id, marked.has(id) ? 'yes' : 'no'])),
    },
  },
});

/** What to do about the flags that were said to be true, in fixed words. */
export const adviceFor = (
  profile: Profile,
  marked: ReadonlySet<string>,
  today: string,
): readonly string[] =>
  triage({ profile, diary: null, today }, version)
    .redFlags.filter(({ id }) => marked.has(id))
    .map(({ text }) => text);
