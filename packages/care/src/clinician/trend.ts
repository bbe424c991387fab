import { addDays, type Diary, identityOf } from '@zonula/diary';
import { worthNoticing } from '../instruments/change.ts';

/** Days on each side that are held against each other. */
const span = 28;
const weeks = 12;
const leastDays = 7;

export interface Window {
  readonly from: string;
  readonly to: string;
  /** Days with a score. */
  readonly days: number;
  readonly mean: number;
}

/** How one score of the diary went: its last four weeks against the four before. */
export interface Trend {
  /** Diary identity. */
  readonly id: string;
  readonly name: string;
  readonly site: string | null;
  readonly min: number;
  readonly max: number;
  /** Null with fewer than seven days. */
  readonly last: Window | null;
  readonly before: Window | null;
  readonly change: {
    readonly points: number;
    /** Points worth noticing in this person; null when their days are too few. */
    readonly needed: number | null;
    readonly meaningful: boolean | null;
  } | null;
  /** Means of the last twelve weeks, oldest first; null for a week without a score. */
  readonly weeks: readonly (number | null)[];
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Skin and gut before the rest. */
const order = ['skin', 'gut', 'symptom', 'stress', 'sleep', 'mood'];

/** Whose names say little alone: hours, level. */
const generic: ReadonlySet<string> = new Set(['sleep', 'stress', 'mood']);

interface Series {
  readonly id: string;
  readonly name: string;
  readonly site: string | null;
  readonly byDay: Map<string, number[]>;
}

const seriesOf = (diary: Pick<Diary, 'observations'>): readonly Series[] => {
  const all = new Map<string, Series>();
  for (const { date, category, name, value, site } of diary.observations) {
    if (value === null || !order.includes(category)) continue;
    const id = identityOf(category, name);
    const key = JSON.stringify([id, site?.trim().toLowerCase() ?? null]);
    const label = generic.has(category) ? `${category} ${name}` : name;
    const series = all.get(key) ?? {
      id,
      name: label,
      site: site?.trim() || null,
      byDay: new Map(),
    };
    all.set(key, series);
    const day = series.byDay.get(date);
    if (day) day.push(value);
    else series.byDay.set(date, [value]);
  }
  return [...all.values()];
};

const trendOf = (
  { id, name, site, byDay }: Series,
  scales: Diary['scales'],
  end: string,
): Trend => {
  const valuesIn = (from: string, to: string): readonly number[] =>
    [...byDay].filter(([date]) => date >= from && date <= to).map(([, values]) => mean(values));
  const windowOf = (from: string, to: string): Window | null => {
    const values = valuesIn(from, to);
    return values.length < leastDays ? null : { from, to, days: values.length, mean: mean(values) };
  };
  const start = addDays(end, 1 - span);
  const earlier = addDays(start, -span);
  const last = windowOf(start, end);
  const before = windowOf(earlier, addDays(start, -1));
  const needed = before === null ? null : worthNoticing(valuesIn(earlier, addDays(start, -1)));
  const points = last && before ? last.mean - before.mean : null;
  const all = [...byDay.values()].map(mean);
  const scale = scales.get(id);
  return {
    id,
    name,
    site,
    min: scale?.min ?? Math.min(...all),
    max: scale?.max ?? Math.max(...all),
    last,
    before,
    change:
      points === null
        ? null
        : { points, needed, meaningful: needed === null ? null : Math.abs(points) >= needed },
    weeks: Array.from({ length: weeks }, (_, k) => {
      const to = addDays(end, -7 * (weeks - 1 - k));
      const values = valuesIn(addDays(to, -6), to);
      return values.length === 0 ? null : mean(values);
    }),
  };
};

const rank = ({ id }: Series): number => order.indexOf(id.slice(0, id.indexOf('/')));

/** Trends of all scores up to the last day of the diary, skin first, then those with most days. Sites are kept apart. */
export const trendsOf = (diary: Pick<Diary, 'observations' | 'scales'>): readonly Trend[] => {
  const end =
    diary.observations
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '';
  return [...seriesOf(diary)]
    .sort((a, b) => rank(a) - rank(b) || b.byDay.size - a.byDay.size)
    .map((series) => trendOf(series, diary.scales, end));
};
