import { type Condition, type Profile, triage, unaskedProfile } from '@zonula/safety';
import { version } from '../../version.ts';

/** What is asked at the first start. */
export interface FirstAnswers {
  readonly conditions: readonly Condition[];
  readonly ageBand: NonNullable<Profile['ageBand']> | null;
  readonly eatingDisorder: NonNullable<Profile['eatingDisorder']> | null;
}

/** The country of the browser's language tag, such as GB of `en-GB`; null where it names none. */
export const countryOf = (languageTags: readonly string[]): string | null =>
  languageTags.flatMap((tag) => /-([A-Z]{2})\b/u.exec(tag)?.[1] ?? [])[0] ?? null;

export const firstProfile = (answers: FirstAnswers, country: string | null): Profile => ({
  ...unaskedProfile,
  country,
  conditions: answers.conditions,
  ageBand: answers.ageBand,
  eatingDisorder: answers.eatingDisorder,
});

/** The red-flag questions for this person, most urgent first. */
export const questionsFor = (profile: Profile, today: string) =>
  triage({ profile, diary: null, today }, version).questions;

/** The profile with an answer to every question: yes to those that were marked, no to the rest. */
export const withAnswers = (
  profile: Profile,
  marked: ReadonlySet<string>,
  today: string,
): Profile => ({
  ...profile,
  redFlags: {
    askedOn: today,
    answers: Object.fromEntries(
      questionsFor(profile, today).map(({ id }) => [id, marked.has(id) ? 'yes' : 'no']),
    ),
  },
});

/** Fixed words for what is open, most urgent first. */
export const openFlags = (profile: Profile, today: string): readonly string[] =>
  triage({ profile, diary: null, today }, version).redFlags.map(({ text }) => text);
