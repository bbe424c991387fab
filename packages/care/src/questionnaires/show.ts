import { UnusableInput } from '@zonula/diary';
import type { Question, Questionnaire } from './questionnaire.ts';

/** A licence that whoever runs Zonula has for one questionnaire. */
export interface Licence {
  readonly id: string;
  /** Last day, `YYYY-MM-DD`; null without an end. */
  readonly until: string | null;
}

/** A questionnaire that may be shown, with its questions in words. */
export interface ShownQuestionnaire {
  readonly title: string;
  readonly copyright: string | null;
  readonly questions: readonly (Question & { readonly text: string })[];
}

/**
 * The questions, if they may be shown on that day. Throws `UnusableInput` where the questionnaire is licensed and no licence
 * id is known for it, where the licence has ended, and where the file holds no questions.
 */
export const showQuestionnaire = (
  { id, title, copyright, rights, questions }: Questionnaire,
  licences: ReadonlyMap<string, Licence>,
  today: string,
): ShownQuestionnaire => {
  if (rights.status === 'licensed') {
    const licence = licences.get(id);
    if (!licence || licence.id.trim() === '')
      throw new UnusableInput(
        `${title} belongs to ${rights.holder} and needs a licence id. You can type in a total that you have.`,
      );
    if (licence.until !== null && licence.until < today)
      throw new UnusableInput(`the licence ${licence.id} for ${title} ended on ${licence.until}`);
  }
  return {
    title,
    copyright,
    questions: questions.map((question) => {
      if (question.text === null)
        throw new UnusableInput(
          `${title} comes without its questions: put the file of ${rights.status === 'licensed' ? rights.holder : 'its authors'} in place of ours`,
        );
      return { ...question, text: question.text };
    }),
  };
};
