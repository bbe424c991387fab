import type { Row } from './database.ts';
import type { Page } from './pages.ts';
import { pagesAtOnce, readPages, rowsIn, type Tables } from './rows.ts';

/** Reads the pages that may hold stamps between two, both included. */
const readPagesBetween = (
  { pages }: Pick<Tables, 'pages'>,
  first: string,
  last: string,
  read: (page: Page) => void,
): Promise<void> =>
  pages
    .where(':id')
    .aboveOrEqual(first)
    .until(({ revisions }) => revisions[0]!.clock > last)
    .each(read);

/** Rows between two stamps, both included; in no order. */
export const rowsBetween = async (tables: Tables, first: string, last: string): Promise<Row[]> => {
  const rows = await tables.revisions.where(':id').between(first, last, true, true).toArray();
  await readPagesBetween(tables, first, last, (page) => {
    for (const row of rowsIn(page, ({ clock }) => clock >= first && clock <= last)) rows.push(row);
  });
  return rows;
};

export const isEmpty = async ({ revisions, pages }: Tables): Promise<boolean> => {
  const [rows, inPages] = await Promise.all([revisions.limit(1).count(), pages.limit(1).count()]);
  return rows + inPages === 0;
};

/** Stamps above this one, in order. */
export const clocksAfter = async (tables: Tables, clock: string): Promise<string[]> => {
  const clocks = (await tables.revisions.where(':id').above(clock).primaryKeys()) as string[];
  const rows = clocks.length;
  await readPages(tables, clock, ({ revisions }) => {
    for (const one of revisions) if (one.clock > clock) clocks.push(one.clock);
  });
  return clocks.length === rows ? clocks : clocks.sort();
};

/** Stamps in pages between two, both included. */
export const pagedClocksBetween = async (
  tables: Pick<Tables, 'pages'>,
  first: string,
  last: string,
): Promise<string[]> => {
  const clocks: string[] = [];
  await readPagesBetween(tables, first, last, ({ revisions }) => {
    for (const { clock } of revisions) if (clock >= first && clock <= last) clocks.push(clock);
  });
  return clocks;
};

/** The next rows above this stamp, in order: as many, or all that are left. */
export const rowsAfter = async (
  { revisions, pages }: Tables,
  clock: string,
  most: number,
): Promise<Row[]> => {
  const [rows, next] = await Promise.all([
    revisions.where(':id').above(clock).limit(most).toArray(),
    pages.where(':id').above(clock).limit(pagesAtOnce).toArray(),
  ]);
  if (next.length === 0) return rows;
  const paged = next.flatMap((page) => rowsIn(page, (one) => one.clock > clock));
  // What lies behind the end of either may have others before it that were not read.
  const ends = [
    ...(rows.length < most ? [] : [rows.at(-1)!.clock]),
    ...(next.length < pagesAtOnce ? [] : [next.at(-1)!.last]),
  ].sort();
  return [...rows, ...paged]
    .filter((row) => ends[0] === undefined || row.clock <= ends[0])
    .sort((a, b) => (a.clock < b.clock ? -1 : 1))
    .slice(0, most);
};
