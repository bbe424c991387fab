import { english, fill, type Wording } from '@zonula/care';
import type { Language } from '../i18n/i18n.ts';

/** Where the engines speak of the command line, the app speaks of its rooms. */
const here: ReadonlyMap<string, string> = new Map([
  [
    'Let chance choose the days with it and the days without it: ./zonula trial plan',
    'Let chance choose the days with it and the days without it, in the Trials room.',
  ],
  [
    'Answer each safety question with yes or no. On the command line: ./zonula triage',
    'Answer each safety question with yes or no. They stand in Settings.',
  ],
]);

const inApp: Wording = {
  ...english,
  say: (words, values) => fill(here.get(words) ?? words, values),
};

/** How the engines' fixed sentences are said in the person's language; German is loaded when it is first wanted. */
export const wordingIn = async (language: Language): Promise<Wording> =>
  language === 'de' ? (await import('./german.ts')).german : inApp;
