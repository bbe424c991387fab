import type { JournalDatabase, Row } from './database.ts';
import { byPage, type Page, pageOf, pageWithout } from './pages.ts';

/** Revisions of a page at most: an edit of one of them writes the others anew. */
export const pageSize = 512;
/** Fewer are written as rows. */
export const fewestInPage = 64;

/** Whether the row may lie in a page. Photos are asked for by their index over the rows. */
const fitsPage = ({ head, id, clock, ...row }: Row): boolean =>
  head === 1 &&
  id === clock &&
  row.kind === 'entry' &&
  row.day !== undefined &&
  !('photos' in (row.content as object));

/** What is to lie as rows of these, which are in the order of stamps, and what in a page behind all others, the last of which is named. */
export const divided = (
  rows: readonly Row[],
  lastPage: string,
): readonly [single: readonly Row[], page: Page | null] => {
  const fitting = rows[0]!.clock > lastPage ? rows.filter(fitsPage) : [];
  if (fitting.length < fewestInPage) return [rows, null];
  return [rows.filter((row) => !fitsPage(row)), pageOf(fitting)];
};

/** Takes rows that were read from pages out of them, inside a transaction; others are let be. */
export const takeOut = async (
  { pages }: Pick<JournalDatabase, 'pages'>,
  rows: Iterable<Row>,
): Promise<void> => {
  const clocks = byPage(rows);
  const found = await pages.bulkGet([...clocks.keys()]);
  await Promise.all(
    found.map((page) => {
      if (page === undefined) return null;
      const left = pageWithout(page, clocks.get(page.last)!);
      return left === null ? pages.delete(page.last) : pages.put(left);
    }),
  );
};
