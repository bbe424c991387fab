import type { Entry } from './entry.ts';

/** Words as people look for them: without case and accents, split at whatever is neither letter nor digit. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  ),
];

const mostWords = 500;

/** All words of an entry that says more than its name; what says no more is found by its name. */
export const indexedWords = ({ name, note = '', site = '', food = [] }: Entry): string[] => {
  const more = [note, site, ...food.flatMap(({ words, food: found }) => [words, found])].join(' ');
  return more.trim() === '' ? [] : wordsOf(`${name} ${more}`).slice(0, mostWords);
};
