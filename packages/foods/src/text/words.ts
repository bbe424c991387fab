import { isAscii } from './normalise.ts';

/** Words that carry no food: articles and fillers in four languages. */
const fillers = new Set(
  (
    'a an the of my some our his her this that for to at de du des la le les l d un une el los las ' +
    'der die das den dem ein eine einen einem einer del al au aux ai as'
  ).split(' '),
);

export const isFiller = (word: string): boolean => fillers.has(word);

const kept = new Set([
  'gas',
  'molasses',
  'swiss',
  'watercress',
  'bass',
  'plus',
  'jus',
  'jamones',
  'pommes',
]);

const letterS = 's'.charCodeAt(0);
const letterE = 'e'.charCodeAt(0);
const vowels = 'aeiou';

/**
 * The stem under which singular and plural of a word meet; not itself a word. Written for
 * comparing names with names, so both sides lose the same endings.
 */
export const stemOf = (word: string): string => {
  const end = word.charCodeAt(word.length - 1);
  if (word.length < 4 || (end !== letterS && end !== letterE)) return word;
  if (kept.has(word) || /\d/u.test(word) || word.endsWith('ss')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ie')) return `${word.slice(0, -2)}y`;
  if (word.endsWith('ves') && !vowels.includes(word.at(-4)!)) return `${word.slice(0, -3)}f`;
  if (word.endsWith('eaves') || word.endsWith('oaves')) return `${word.slice(0, -3)}f`;
  if (word.endsWith('es')) return word.slice(0, -2);
  if (word.endsWith('s')) return trimE(word.slice(0, -1));
  return trimE(word);
};

const trimE = (word: string): string =>
  word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;

// ASCII on its own: a third of the time, and most text is.
const plainWord = /[A-Za-z0-9]+(?:[.,][0-9]+)?%?/gu;
const anyWord = /[\p{L}\p{N}]+(?:[.,]\p{N}+)?%?/gu;

/** "Vitamin D": its letter is no article. */
const vitamins = /\bvit(?:amins?|s)? ([a-k]\d{0,2})\b/gu;

/** Words of folded text: letters and digits; 's is dropped, French d' and l' stand apart. */
export const wordsOf = (text: string): string[] => {
  const named = text.includes('vit') ? text.replace(vitamins, 'vitamin$1') : text;
  const plain = named.includes("'")
    ? named
        .replace(/(\p{L})'s\b/gu, '$1')
        .replace(/\b([dl])'/gu, '$1 ')
        .replaceAll("'", '')
    : named;
  return plain.match(isAscii(plain) ? plainWord : anyWord) ?? [];
};

const joinWords = new Set([
  'and',
  'with',
  'n',
  'und',
  'mit',
  'et',
  'avec',
  'y',
  'con',
  'e',
  'on',
  'in',
  'im',
  'auf',
  'sur',
  'en',
  'w',
  'containing',
  'including',
]);
export const isJoin = (word: string): boolean => joinWords.has(word);

/** Stems that carry meaning, in order: what a name is compared by. */
export const stemsOf = (words: readonly string[]): string[] =>
  words.filter((word) => !fillers.has(word) && !joinWords.has(word)).map(stemOf);

/** One key for "ice cream", "icecream" and "ice-creams". */
export const keyOf = (stems: readonly string[]): string => stems.join('');

/** One key for "sandwich with ham" and "ham sandwich". */
export const bagOf = (stems: readonly string[]): string => [...stems].sort().join(' ');
