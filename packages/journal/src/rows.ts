import { itemOf, type JournalDatabase, type Row } from './database.ts';
import { inPage, itemRange, latestDayIn, type Page, pageRow } from './pages.ts';
import { isEntry, type Revision } from './revision.ts';

/** Revisions as they lie: some as rows, some in pages. Everything here reads both. */
export type Tables = Pick<JournalDatabase, 'revisions' | 'pages'>;

/** Reads rows and pages as of one moment: what a change takes out of a page between two readings would be in neither. */
export const atOnce = <T>(
  db: Tables & Pick<JournalDatabase, 'transaction'>,
  read: () => Promise<T>,
): Promise<T> => db.transaction('r', [db.revisions, db.pages], async () => read());

/** Pages that are read at once: few enough that nothing else has to wait long. */
export const pagesAtOnce = 8;

export const rowsIn = (page: Page, wanted: (revision: Revision) => boolean = () => true): Row[] =>
  page.revisions.filter(wanted).map((revision) => pageRow(page, revision));

/** Reads every page with a stamp above this one, in order, a few at a time. */
export const readPages = async (
  { pages }: Pick<Tables, 'pages'>,
  after: string,
  read: (page: Page) => void,
): Promise<void> => {
  for (let clock = after; ; ) {
    const found = await pages.where(':id').above(clock).limit(pagesAtOnce).toArray();
    for (const page of found) read(page);
    if (found.length < pagesAtOnce) return;
    clock = found.at(-1)!.last;
  }
};

/** The latest stamp of any device; null for none. */
export const latestClock = async ({ revisions, pages }: Tables): Promise<string | null> => {
  const [row, page] = await Promise.all([
    revisions.orderBy(':id').lastKey(),
    pages.orderBy(':id').lastKey(),
  ]);
  const latest = [row, page].map((key) => (key === undefined ? '' : String(key))).sort()[1]!;
  return latest === '' ? null : latest;
};

export const countAll = async ({ revisions, pages }: Tables): Promise<number> => {
  const [rows, counts] = await Promise.all([revisions.count(), pages.orderBy('count').keys()]);
  return (counts as number[]).reduce((sum, count) => sum + count, rows);
};

/** Those of the stamps that are there, in no order. */
export const rowsAt = async (
  { revisions, pages }: Tables,
  clocks: readonly string[],
): Promise<Row[]> => {
  const found = (await revisions.bulkGet([...clocks])).filter((row) => row !== undefined);
  if (found.length === clocks.length || (await pages.limit(1).count()) === 0) return found;
  const there = new Set(found.map(({ clock }) => clock));
  const missing = clocks.filter((clock) => !there.has(clock)).sort();
  let page: Page | undefined;
  for (const clock of missing) {
    if (page === undefined || page.last < clock)
      page = await pages.where(':id').aboveOrEqual(clock).first();
    if (page === undefined) break;
    const row = inPage(page, clock);
    if (row !== undefined) found.push(row);
  }
  return found;
};

/** Entries that hold between two days, both included; in no order. */
export const rowsOnDays = async (
  { revisions, pages }: Tables,
  from: string,
  to: string,
): Promise<Row[]> => {
  const [rows, some] = await Promise.all([
    revisions.where('day').between(from, to, true, true).toArray(),
    pages.where('days').between(from, to, true, true).distinct().toArray(),
  ]);
  const isMeant = (one: Revision): boolean =>
    isEntry(one) && one.content.day >= from && one.content.day <= to;
  return [...rows, ...some.flatMap((page) => rowsIn(page, isMeant))];
};

/** Entries of one thing, the latest days first, until it is enough: `isEnough` is asked with the day that comes next. */
export const readLatest = async (
  { revisions, pages }: Tables,
  item: string,
  read: (row: Row) => void,
  isEnough: (nextDay: string) => boolean,
): Promise<void> => {
  await revisions
    .where('[item+day]')
    .between([item, ''], [item, '\uffff'])
    .reverse()
    .until((row) => isEnough(row.day!))
    .each(read);
  await pages
    .where('items')
    .between(...itemRange(item), true, false)
    .reverse()
    .until((page) => isEnough(latestDayIn(page, item)))
    .each((page) => {
      const rows = rowsIn(page, (one) => isEntry(one) && itemOf(one.content) === item);
      for (const row of rows.sort((a, b) => (a.day! < b.day! ? 1 : -1))) read(row);
    });
};
