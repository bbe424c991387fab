import type { Store } from './append.ts';
import type { Row } from './database.ts';
import type { StoredEntry } from './entry.ts';
import { byDayAndTime, storedEntry } from './queries.ts';
import { atOnce, readPages, rowsIn, type Tables } from './rows.ts';

/** Every entry of the pages, by month as `YYYY-MM`. */
const pagedByMonth = async (
  tables: Pick<Tables, 'pages'>,
): Promise<ReadonlyMap<string, readonly Row[]>> => {
  const months = new Map<string, Row[]>();
  await readPages(tables, '', (page) => {
    for (const row of rowsIn(page)) {
      const month = row.day!.slice(0, 7);
      const known = months.get(month);
      if (known === undefined) months.set(month, [row]);
      else known.push(row);
    }
  });
  return months;
};

/** The month after, both as `YYYY-MM`. */
const monthAfter = (month: string): string => {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return number === 12
    ? `${`${year + 1}`.padStart(4, '0')}-01`
    : `${month.slice(0, 5)}${`${number + 1}`.padStart(2, '0')}`;
};

/** Every entry that holds, in the order of day and time; read month by month, so that nothing else has to wait long. */
export const allEntries = ({ db }: Store): Promise<readonly StoredEntry[]> =>
  atOnce(db, async () => {
    const paged = await pagedByMonth(db);
    const days = db.revisions.orderBy('day');
    const ends = [await days.firstKey(), await days.lastKey()].flatMap((day) =>
      day === undefined ? [] : [String(day).slice(0, 7)],
    );
    const months = [...ends, ...paged.keys()].sort();
    const end = months.at(-1);
    if (end === undefined) return [];
    const entries: StoredEntry[] = [];
    for (let month = months[0]!; month <= end; month = monthAfter(month)) {
      const rows = await db.revisions
        .where('day')
        .between(month, monthAfter(month), true, false)
        .toArray();
      const all = [...rows, ...(paged.get(month) ?? [])];
      for (const entry of all.map(storedEntry).sort(byDayAndTime)) entries.push(entry);
    }
    return entries;
  });
