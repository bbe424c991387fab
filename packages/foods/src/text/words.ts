/** Words that carry no food: articles and fillers in four languages. */
const fillers = new Set(
  (
    'a an the of my some our his her this that for to at de du des la le les l d un une el los las ' +
    'der die das den dem ein eine einen einem einer del al au aux ai as'
  ).split(' '),
);

export const isFiller = (word: string): boolean => fillers.has(word);

const kept = new Set(['gas', 'molasses', 'swiss', 'watercress', 'bass', 'plus', 'jus', 'jamones']);

/**
 * The stem under which singular and plural of a word meet; not itself a word. Written for
 * comparing names with names, so both sides lose the same endings.
 */
export const stemOf = (word: string): string => {
  if (word.length < 4 || kept.has(word) || /\d/u.test(word)) return word;
  if (word.endsWith('ss')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ie')) return `${word.slice(0, -2)}y`;
  if (/(?:[^aeiou]ves)$/u.test(word)) return `${word.slice(0, -3)}f`;
  if (word.endsWith('eaves') || word.endsWith('oaves')) return `${word.slice(0, -3)}f`;
  if (word.endsWith('es')) return word.slice(0, -2);
  if (word.endsWith('s')) return trimE(word.slice(0, -1));
  return trimE(word);
};

const trimE = (word: string): string =>
  word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;

/** Words of folded text: letters and digits; 's is dropped, French d' and l' stand apart. */
export const wordsOf = (text: string): string[] => {
  const plain = text.includes("'")
    ? text
        .replace(/(\p{L})'s\b/gu, '$1')
        .replace(/\b([dl])'/gu, '$1 ')
        .replaceAll("'", '')
    : text;
  return plain.match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)?%?/gu) ?? [];
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
  'auf',
  'sur',
  'en',
  'w',
]);
export const isJoin = (word: string): boolean => joinWords.has(word);

/** Stems that carry meaning, in order: what a name is compared by. */
export const stemsOf = (words: readonly string[]): string[] =>
  words.filter((word) => !fillers.has(word) && !joinWords.has(word)).map(stemOf);

/** One key for "ice cream", "icecream" and "ice-creams". */
export const keyOf = (stems: readonly string[]): string => stems.join('');

/** One key for "sandwich with ham" and "ham sandwich". */
export const bagOf = (stems: readonly string[]): string => [...new Set(stems)].sort().join(' ');
