import { type Category, identityOf } from '@zonula/diary';
import { headOf, type Store } from './append.ts';
import { type Item, type Row, revisionOf } from './database.ts';
import type { Entry, StoredEntry } from './entry.ts';
import type { Revision } from './revision.ts';
import { atOnce, readLatest, rowsAt, rowsOnDays } from './rows.ts';

export const storedEntry = ({ id, clock, content }: Row): StoredEntry => ({
  id,
  clock,
  entry: content as Entry,
});

/** Day, then time (untimed last), then the order of first writing. */
export const byDayAndTime = (a: StoredEntry, b: StoredEntry): number => {
  const { day, time = '~' } = a.entry;
  const { day: otherDay, time: otherTime = '~' } = b.entry;
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  if (time !== otherTime) return time < otherTime ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};

/** Entries from one day to another, both included, in the order of day and time. */
export const entriesBetween = async (
  { db }: Store,
  from: string,
  to: string,
): Promise<readonly StoredEntry[]> => {
  const rows = await atOnce(db, () => rowsOnDays(db, from, to));
  return rows.map(storedEntry).sort(byDayAndTime);
};

/** Days with a value of this category, counted up to `most`; a photo has none, nor has what was passed over. */
export const scoredDays = async (
  { db }: Store,
  category: Category,
  most: number,
): Promise<number> => {
  const items = (await db.items.toArray()).filter((item) => item.category === category);
  const days = new Set<string>();
  const read = (row: Row): void => {
    if ((row.content as Entry).value !== null) days.add(row.day!);
  };
  await atOnce(db, async () => {
    for (const { item } of items) await readLatest(db, item, read, () => days.size >= most);
  });
  return Math.min(days.size, most);
};

/** The entry with this id; null when it was removed or never there. */
export const entryOf = async (store: Store, id: string): Promise<StoredEntry | null> => {
  const head = await headOf(store, id);
  return head === undefined || head.deleted || head.kind !== 'entry' ? null : storedEntry(head);
};

/** All that was ever written about an entry or a document (`settings/`, `favourite/KEY`), oldest first. */
export const historyOf = async ({ db }: Store, id: string): Promise<readonly Revision[]> => {
  const [first, later] = await atOnce(db, () =>
    Promise.all([rowsAt(db, [id]), db.revisions.where('of').equals(id).toArray()]),
  );
  const rows = [...first, ...later];
  return rows.sort((a, b) => (a.clock < b.clock ? -1 : 1)).map(revisionOf);
};

/** The latest entry of one thing, by day and time; null when it was never recorded. */
export const lastEntryOf = async (
  { db }: Store,
  category: Category,
  name: string,
): Promise<StoredEntry | null> => {
  const item = identityOf(category, name);
  const latest: Row[] = [];
  const isEnough = (next: string): boolean => latest.some(({ day }) => day! > next);
  await atOnce(db, () => readLatest(db, item, (row) => latest.push(row), isEnough));
  return latest.map(storedEntry).sort(byDayAndTime).at(-1) ?? null;
};

export interface ItemUsage {
  /** `category/name`, case-folded. */
  readonly item: string;
  readonly count: number;
  readonly latest: StoredEntry;
}

/** What was recorded in these days and how often, most often first; for favourites and "repeat last". */
export const usageBetween = async (
  { db }: Store,
  from: string,
  to: string,
): Promise<readonly ItemUsage[]> => {
  const rows = await atOnce(db, () => rowsOnDays(db, from, to));
  const usage = new Map<string, { count: number; latest: StoredEntry }>();
  for (const row of rows) {
    const entry = storedEntry(row);
    const known = usage.get(row.item!);
    if (known === undefined) usage.set(row.item!, { count: 1, latest: entry });
    else {
      known.count++;
      if (byDayAndTime(known.latest, entry) < 0) known.latest = entry;
    }
  }
  return [...usage]
    .map(([item, used]) => ({ item, ...used }))
    .sort((a, b) => b.count - a.count || byDayAndTime(b.latest, a.latest));
};

/** Everything that was ever recorded and holds, most often first. */
export const allItems = async ({ db }: Store): Promise<readonly Item[]> =>
  (await db.items.toArray()).sort((a, b) => b.count - a.count || (a.item < b.item ? -1 : 1));
