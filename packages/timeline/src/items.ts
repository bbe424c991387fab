import { type Category, type Diary, identityOf, type Warning } from '@zonula/diary';
import { dayNumber, minuteOf, spanOf } from './days.ts';

/** One row of an item; `day` counts from the first logged day. */
export interface ItemRow {
  readonly day: number;
  readonly minute: number;
  readonly value: number;
  readonly unit: string;
}

/** All rows of one identity (and, for scores, one body site), in time order whatever the file's order. */
export interface Item {
  readonly id: string;
  readonly identity: string;
  readonly category: Category;
  readonly name: string;
  readonly site: string | null;
  readonly rows: readonly ItemRow[];
}

export interface Items {
  readonly first: number;
  readonly days: number;
  readonly logged: Uint8Array;
  readonly byCategory: ReadonlyMap<Category, readonly Item[]>;
  /** 1 where absence means "not": the day has a row of that category or is marked complete. */
  readonly known: (category: Category) => Uint8Array;
  readonly warnings: readonly Warning[];
}

interface Draft {
  readonly identity: string;
  readonly category: Category;
  readonly site: string | null;
  readonly spellings: Map<string, number>;
  readonly rows: ItemRow[];
}

export const scoreCategories: readonly Category[] = ['skin', 'gut', 'symptom', 'mood'];

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compareRows = (a: ItemRow, b: ItemRow): number =>
  a.day - b.day ||
  (Number.isNaN(a.minute) ? -1 : a.minute) - (Number.isNaN(b.minute) ? -1 : b.minute) ||
  a.value - b.value ||
  compareText(a.unit, b.unit);

const sortRows = (rows: ItemRow[]): ItemRow[] => {
  for (let i = 1; i < rows.length; i += 1) {
    if (compareRows(rows[i - 1]!, rows[i]!) > 0) return rows.sort(compareRows);
  }
  return rows;
};

const tidy = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ');

/** The spelling used most often; ties go to the first in code-point order. */
const commonest = (spellings: ReadonlyMap<string, number>): string => {
  let best = '';
  let most = 0;
  for (const [spelling, count] of spellings) {
    if (count > most || (count === most && spelling < best)) [best, most] = [spelling, count];
  }
  return tidy(best);
};

/** NFC, trimmed, inner white space collapsed, lower case: as in the diary's identities. */
export const fold = (text: string): string => tidy(text).toLowerCase();

const dayCache = () => {
  const seen = new Map<string, number>();
  return (date: string): number => {
    let day = seen.get(date);
    if (day === undefined) seen.set(date, (day = dayNumber(date)));
    return day;
  };
};

const itemFinder = (drafts: Map<string, Draft>) => {
  const byPlace = new Map<string, Map<string, Draft>>();
  return (category: Category, name: string, site: string | undefined): Draft => {
    const where = site === undefined ? category : `${category}@${site}`;
    let byName = byPlace.get(where);
    if (byName === undefined) byPlace.set(where, (byName = new Map()));
    let draft = byName.get(name);
    if (draft === undefined) {
      const identity = identityOf(category, name);
      const place = site === undefined || fold(site) === '' ? null : fold(site);
      const id = place === null ? identity : `${identity}@${place}`;
      draft = drafts.get(id) ?? { identity, category, site: place, spellings: new Map(), rows: [] };
      drafts.set(id, draft);
      byName.set(name, draft);
    }
    return draft;
  };
};

/** Sorts the rows of a diary by item and finds out which days are logged, and for what. */
export const collectItems = (diary: Diary): Items => {
  const toDay = dayCache();
  const loggedDays = new Set<number>();
  for (const row of diary.observations) {
    if (row.category !== 'weather') loggedDays.add(toDay(row.date));
  }
  const span = spanOf(loggedDays) ?? { first: 0, last: -1 };
  const days = span.last - span.first + 1;
  const logged = new Uint8Array(days);
  const complete = new Uint8Array(days);
  const present = new Map<Category, Uint8Array>();
  const drafts = new Map<string, Draft>();
  const find = itemFinder(drafts);
  let outside = 0;

  for (const row of diary.observations) {
    const day = toDay(row.date) - span.first;
    if (day < 0 || day >= days) {
      if (row.category !== 'weather') outside += 1;
      continue;
    }
    if (row.category !== 'weather') logged[day] = 1;
    if (row.category === 'note') continue;
    if (row.category === 'day') {
      if (fold(row.name) === 'complete' && (row.value ?? 0) > 0) complete[day] = 1;
      continue;
    }
    let mask = present.get(row.category);
    if (mask === undefined) present.set(row.category, (mask = new Uint8Array(days)));
    mask[day] = 1;
    const scored = scoreCategories.includes(row.category);
    const value = row.value ?? (row.category === 'food' ? 1 : null);
    if (value === null) continue;
    const draft = find(row.category, row.name, scored ? row.site : undefined);
    draft.spellings.set(row.name, (draft.spellings.get(row.name) ?? 0) + 1);
    const unit = row.unit === undefined ? '' : fold(row.unit);
    draft.rows.push({ day, minute: minuteOf(row.time), value, unit });
  }

  const byCategory = new Map<Category, Item[]>();
  for (const id of [...drafts.keys()].sort(compareText)) {
    const { identity, category, site, spellings, rows } = drafts.get(id)!;
    const item = { id, identity, category, name: commonest(spellings), site, rows: sortRows(rows) };
    const list = byCategory.get(category);
    if (list === undefined) byCategory.set(category, [item]);
    else list.push(item);
  }

  const masks = new Map<Category, Uint8Array>();
  const known = (category: Category): Uint8Array => {
    let mask = masks.get(category);
    if (mask === undefined) {
      const rows = present.get(category);
      mask = complete.map((done, day) => (done === 1 || rows?.[day] === 1 ? 1 : 0));
      masks.set(category, mask);
    }
    return mask;
  };
  const warnings: Warning[] =
    outside === 0
      ? []
      : [
          {
            code: 'far-dates',
            text: 'These entries are dated many years away from the rest of your diary. They were left out. Check the year.',
            count: outside,
          },
        ];
  return { first: span.first, days, logged, byCategory, known, warnings };
};
