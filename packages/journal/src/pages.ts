import { headRow, itemOf, type Row, revisionOf } from './database.ts';
import { isEntry, type Revision } from './revision.ts';

/**
 * Revisions that came together and are in the order of their stamps, as one record: a browser takes as long for a page as for two or three rows,
 * so that ten years come to a new device in seconds. In pages lie only first writings of entries that hold; what replaces one of them takes it
 * out and puts it among the rows. No two pages overlap, and rows may lie anywhere.
 */
export interface Page {
  /** The greatest stamp that it held when it was written. */
  readonly last: string;
  readonly revisions: readonly Revision[];
  readonly count: number;
  readonly latestDay: string;
  readonly days: readonly string[];
  /** Of each thing `itemKey` with the latest of its days here. */
  readonly items: readonly string[];
  readonly words: readonly string[];
}

const separator = '\u0000';
const itemKey = (item: string, day: string): string => `${item}${separator}${day}`;
/** The keys of a thing, whatever the day, as a range without its end. */
export const itemRange = (item: string): readonly [string, string] => [
  `${item}${separator}`,
  `${item}\u0001`,
];

/** A page of rows in the order of their stamps; none of them: null. */
export const pageOf = (rows: readonly Row[], last = rows.at(-1)?.clock): Page | null => {
  if (rows.length === 0 || last === undefined) return null;
  const latest = new Map<string, string>();
  const days = [...new Set(rows.map(({ day }) => day!))].sort();
  for (const { item, day } of rows) if (day! > (latest.get(item!) ?? '')) latest.set(item!, day!);
  return {
    last,
    revisions: rows.map(revisionOf),
    count: rows.length,
    latestDay: days.at(-1)!,
    days,
    items: [...latest].map(([item, day]) => itemKey(item, day)),
    words: [...new Set(rows.flatMap(({ words = [] }) => words))],
  };
};

/** A revision of a page as a row, which names its page. */
export const pageRow = ({ last }: Page, revision: Revision): Row => ({
  ...headRow(revision),
  page: last,
});

/** The latest day of a thing in a page; empty for none. */
export const latestDayIn = ({ revisions }: Page, item: string): string => {
  let latest = '';
  for (const revision of revisions)
    if (isEntry(revision) && revision.content.day > latest && itemOf(revision.content) === item)
      latest = revision.content.day;
  return latest;
};

/** The revision with this stamp in the page that may hold it. */
export const inPage = (page: Page | undefined, clock: string): Row | undefined => {
  const revision = page?.revisions.find((one) => one.clock === clock);
  return page === undefined || revision === undefined ? undefined : pageRow(page, revision);
};

/** The page without these; null when nothing is left. */
export const pageWithout = (page: Page, clocks: ReadonlySet<string>): Page | null =>
  pageOf(
    page.revisions.filter(({ clock }) => !clocks.has(clock)).map((one) => headRow(one)),
    page.last,
  );

/** Stamps by the page that holds them, of rows that were read from pages. */
export const byPage = (rows: Iterable<Row>): Map<string, Set<string>> => {
  const pages = new Map<string, Set<string>>();
  for (const { page, clock } of rows) {
    if (page === undefined) continue;
    pages.set(page, (pages.get(page) ?? new Set()).add(clock));
  }
  return pages;
};
