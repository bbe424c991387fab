import { english, type Wording } from '@zonula/care';
import type { Language } from '../i18n/i18n.ts';

/** How the engines' fixed sentences are said in the person's language; German is loaded when it is first wanted. */
export const wordingIn = async (language: Language): Promise<Wording> =>
  language === 'de' ? (await import('./german.ts')).german : english;
