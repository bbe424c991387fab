import type { Store } from './append.ts';
import type { Item } from './database.ts';
import type { StoredEntry } from './entry.ts';
import { rowsMatching } from './matching-rows.ts';
import { byDayAndTime, storedEntry } from './queries.ts';
import { wordsOf } from './words.ts';

export interface SearchOptions {
  /** 50 when left out. */
  readonly limit?: number;
}

const mostItems = 60;

const begins = (words: readonly string[], sought: readonly string[]): boolean =>
  sought.every((begin) => words.some((word) => word.startsWith(begin)));

/** Things whose names hold words that begin with each of the sought ones; the exact and the most recorded first. */
export const itemsNamed = (items: readonly Item[], sought: readonly string[]): Item[] => {
  const exact = (item: Item): number => {
    const words = wordsOf(item.name);
    return sought.filter((word) => words.includes(word)).length;
  };
  return items
    .filter(({ name }) => begins(wordsOf(name), sought))
    .map((item) => ({ item, exact: exact(item) }))
    .sort((a, b) => b.exact - a.exact || b.item.count - a.item.count)
    .map(({ item }) => item);
};

/**
 * Entries in whose name, note, site or foods some word begins with each of the sought words, latest day first. Of very many
 * hits those of the things recorded most and those written last are taken. Nothing is sought: nothing is found.
 */
export const searchEntries = async (
  store: Store,
  text: string,
  { limit = 50 }: SearchOptions = {},
): Promise<readonly StoredEntry[]> => {
  const { db } = store;
  const sought = wordsOf(text);
  if (sought.length === 0) return [];
  return db.transaction('r', [db.revisions, db.pages, db.items], async () => {
    const items = itemsNamed(await db.items.toArray(), sought).slice(0, mostItems);
    const matching = await rowsMatching(
      db,
      {
        items: items.map(({ item }) => item),
        begins: [...sought].sort((a, b) => b.length - a.length),
      },
      limit,
    );
    const found = new Map(matching.map((row) => [row.clock, row]));
    return [...found.values()]
      .map(storedEntry)
      .sort((a, b) => byDayAndTime(b, a))
      .slice(0, limit);
  });
};
