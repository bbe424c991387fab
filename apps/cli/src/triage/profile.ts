import type { Diary } from '@zonula/diary';
import { type Profile, readProfile, type Triage, triage } from '@zonula/safety';
import { today } from '../clock.ts';
import { readAll } from '../input.ts';
import { version } from '../version.ts';

/** Reads `--profile`; throws `UnusableInput` with the field and what was expected. */
export const readProfileFile = async (file: string): Promise<Profile> =>
  readProfile(await readAll(file), {
    file: file === '-' ? 'standard input' : file,
    today: today(),
  });

/** What has to be said before any result: in words, and as part of a document. */
export interface ComesFirst {
  readonly lines: readonly string[];
  readonly document: Pick<Triage, 'urgency' | 'redFlags' | 'questions' | 'hidden'>;
}

/** Open red flags, questions that the diary itself raises, and what is not shown. */
export const comesFirst = (profile: Profile, diary: Diary): ComesFirst => {
  const { urgency, redFlags, questions, hidden } = triage(
    { profile, diary, today: today() },
    version,
  );
  const raised = questions.filter(({ because }) => because.some(({ code }) => code === 'entry'));
  return {
    lines: [
      ...redFlags.map(({ text }) => text),
      ...raised.map(({ question, ifYes }) => `Please answer first: ${question} If yes: ${ifYes}`),
      ...(hidden.foods ? ['Foods, energy and weight are not shown here.'] : []),
    ],
    document: { urgency, redFlags, questions, hidden },
  };
};
