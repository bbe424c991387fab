import type { Row } from './database.ts';
import { itemRange } from './pages.ts';
import { pagesAtOnce, rowsIn, type Tables } from './rows.ts';

/** What is looked for: entries of one of these things, or with further words of which some begin with each of the sought ones. */
export interface Sought {
  readonly items: readonly string[];
  readonly begins: readonly string[];
}

/** Things whose pages are worth asking for; of more, every page is taken to have some. */
const fewItems = 8;
/** Rows with the sought words that are looked at: those written last. */
const mostRows = 2000;

const matchingRows = async (
  { revisions }: Pick<Tables, 'revisions'>,
  { items, begins }: Sought,
  limit: number,
): Promise<Row[]> => {
  const named = await Promise.all(
    items.map((item) =>
      revisions
        .where('[item+day]')
        .between([item, ''], [item, '\uffff'])
        .reverse()
        .limit(limit)
        .toArray(),
    ),
  );
  let clocks: readonly string[] | null = null;
  for (const begin of begins) {
    const keys = new Set(await revisions.where('words').startsWith(begin).primaryKeys());
    clocks = clocks === null ? [...keys] : clocks.filter((clock) => keys.has(clock));
    if (clocks.length === 0) break;
  }
  const saying = await revisions.bulkGet([...(clocks ?? [])].sort().slice(-mostRows));
  return [...named.flat(), ...saying.filter((row) => row !== undefined)];
};

/** Keys of the pages that may hold something of it, those with the latest days first. */
const pagesThatMay = async (
  { pages }: Pick<Tables, 'pages'>,
  { items, begins }: Sought,
): Promise<string[]> => {
  const all = (await pages.orderBy('latestDay').primaryKeys()).reverse();
  if (all.length === 0 || items.length > fewItems) return all;
  const [named, saying] = await Promise.all([
    Promise.all(
      items.map((item) =>
        pages
          .where('items')
          .between(...itemRange(item), true, false)
          .primaryKeys(),
      ),
    ),
    Promise.all(begins.map((begin) => pages.where('words').startsWith(begin).primaryKeys())),
  ]);
  const withName = new Set(named.flat());
  const withWords = saying.map((keys) => new Set(keys));
  return all.filter((key) => withName.has(key) || withWords.every((keys) => keys.has(key)));
};

const matchingInPages = async (
  tables: Pick<Tables, 'pages'>,
  sought: Sought,
  limit: number,
): Promise<Row[]> => {
  const items = new Set(sought.items);
  const matches = ({ item, words = [] }: Row): boolean =>
    items.has(item!) ||
    (words.length > 0 &&
      sought.begins.every((begin) => words.some((word) => word.startsWith(begin))));
  const found: Row[] = [];
  const left = await pagesThatMay(tables, sought);
  while (left.length > 0)
    for (const page of await tables.pages.bulkGet(left.splice(0, pagesAtOnce))) {
      if (page === undefined) continue;
      if (found.filter(({ day }) => day! > page.latestDay).length >= limit) return found;
      for (const row of rowsIn(page)) if (matches(row)) found.push(row);
    }
  return found;
};

/** Entries that match; all of the latest days that hold so many, and some others. The first of `begins` should be the rarest. */
export const rowsMatching = async (
  tables: Tables,
  sought: Sought,
  limit: number,
): Promise<Row[]> => {
  const [rows, paged] = await Promise.all([
    matchingRows(tables, sought, limit),
    matchingInPages(tables, sought, limit),
  ]);
  return [...rows, ...paged];
};
