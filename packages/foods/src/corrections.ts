import { foldLetters } from './text/normalise.ts';
import { spellOut } from './text/shorthand.ts';
import { keyOf, stemsOf, wordsOf } from './text/words.ts';

/** What a person said a phrase means: key of the phrase to food code. */
export type Corrections = ReadonlyMap<string, number>;

/** As a text is read: with its short forms in full. */
const keyOfPhrase = (phrase: string): string =>
  keyOf(stemsOf(wordsOf(spellOut(foldLetters(phrase.trim())))));

/** Remembers what a phrase means; returns new corrections. A phrase without any word changes nothing. */
export const correct = (corrections: Corrections, phrase: string, code: number): Corrections => {
  const key = keyOfPhrase(phrase);
  return key === '' ? corrections : new Map([...corrections, [key, code]]);
};

export const noCorrections: Corrections = new Map();
