import { safetyWords } from '../../engine-words/safety.de.ts';

/** Fixed words of safety in the person's language; `language` is set where only the English ones are known. */
export const safetyIn = (
  language: string,
  english: string,
): { readonly words: string; readonly language: 'en' | null } => {
  if (language !== 'de') return { words: english, language: null };
  const german = safetyWords.get(english);
  return german === undefined
    ? { words: english, language: 'en' }
    : { words: german, language: null };
};

const foods = new Map([
  ['milk', 'Milch'],
  ['egg', 'Ei'],
  ['peanut', 'Erdnuss'],
  ['tree-nut', 'Nüsse'],
  ['fish', 'Fisch'],
  ['shellfish', 'Meeresfrüchte'],
  ['wheat', 'Weizen'],
]);

/** The food of a clinician's agreement, as the person calls it. */
export const agreedFoodIn = (language: string, food: string): string =>
  language === 'de' ? (foods.get(food) ?? food) : food.replaceAll('-', ' ');
