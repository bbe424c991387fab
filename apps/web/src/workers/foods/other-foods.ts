import type { FoodTables } from '@zonula/foods';
import type { FoodChoice } from './questions.ts';

const most = 8;

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const begins = (words: readonly string[], sought: readonly string[]): number =>
  sought.filter((begin) => words.some((word) => word.startsWith(begin))).length;

/**
 * Foods to choose from when words were taken for the wrong one: hand-kept names, then those of the survey, in which most of the words occur;
 * shorter names first. At most eight, each food once.
 */
export const otherFoods = (tables: FoodTables, typed: string): readonly FoodChoice[] => {
  const sought = wordsIn(typed).filter((word) => word.length > 2);
  if (sought.length === 0) return [];
  const found = new Map<number, FoodChoice & { readonly hits: number; readonly length: number }>();
  const take = (name: string, code: number, penalty: number): void => {
    const words = wordsIn(name);
    const hits = begins(words, sought);
    if (hits === 0) return;
    const length = words.length + penalty;
    const before = found.get(code);
    if (before && (before.hits > hits || (before.hits === hits && before.length <= length))) return;
    found.set(code, { code, name, hits, length });
  };
  for (const { name, code } of tables.commonNames) take(name, code, 0);
  tables.names.forEach((name, index) => {
    take(name.toLowerCase(), tables.codes[index]!, 3);
  });
  return [...found.values()]
    .sort((a, b) => b.hits - a.hits || a.length - b.length || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ code, name }) => ({ code, name }));
};
