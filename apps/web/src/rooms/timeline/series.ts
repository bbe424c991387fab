import type { Entry, StoredEntry } from '@zonula/journal';
import { daysFrom, plusDays } from '../../days.ts';

/** A score over time: one thing, at one place or as a whole. */
export interface ScoreSeries {
  /** `category/name`, and the place behind `@`. */
  readonly id: string;
  readonly key: string;
  readonly site: string | null;
  readonly min: number;
  readonly max: number;
  /** Mean of a day's scores; null on a day without one. */
  readonly values: readonly (number | null)[];
  /** Days with a score. */
  readonly known: number;
}

/** What is known of an exposure on a day. */
export type Had = 'had' | 'not' | 'unknown';

export interface ExposureRow {
  readonly id: string;
  readonly category: Entry['category'];
  readonly name: string;
  readonly days: readonly Had[];
  readonly count: number;
}

const scored: readonly Entry['category'][] = ['skin', 'gut', 'symptom', 'mood', 'stress', 'sleep'];
const exposed: ReadonlySet<string> = new Set([
  'food',
  'habit',
  'skincare',
  'supplement',
  'medication',
]);

/** The days from one to another, both included. */
export const daysBetween = (from: string, to: string): readonly string[] =>
  Array.from({ length: daysFrom(from, to) + 1 }, (_, k) => plusDays(from, k));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

interface Draft {
  readonly key: string;
  readonly site: string | null;
  scale: Entry['scale'];
  readonly byDay: Map<string, number[]>;
}

/** Scores of these days, skin first and then those of most days; only what was scored on two days or more. Entries come in the order of days. */
export const seriesIn = (
  entries: readonly StoredEntry[],
  days: readonly string[],
): readonly ScoreSeries[] => {
  const drafts = new Map<string, Draft>();
  for (const { entry } of entries) {
    const { category, name, site, value, scale, day } = entry;
    if (value === null || !scored.includes(category)) continue;
    const key = `${category}/${name}`;
    const id = site === undefined ? key : `${key}@${site}`;
    const draft = drafts.get(id) ?? { key, site: site ?? null, scale, byDay: new Map() };
    drafts.set(id, draft);
    draft.scale = scale ?? draft.scale;
    const same = draft.byDay.get(day);
    if (same === undefined) draft.byDay.set(day, [value]);
    else same.push(value);
  }
  const rank = ({ key }: ScoreSeries) =>
    scored.indexOf(key.slice(0, key.indexOf('/')) as Entry['category']);
  return [...drafts]
    .map(([id, { key, site, scale, byDay }]): ScoreSeries => {
      const values = days.map((day) => {
        const same = byDay.get(day);
        return same === undefined ? null : mean(same);
      });
      const known = values.filter((value) => value !== null);
      return {
        id,
        key,
        site,
        min: Math.min(scale?.min ?? 0, ...known),
        max: Math.max(scale?.max ?? Number.NEGATIVE_INFINITY, ...known),
        values,
        known: known.length,
      };
    })
    .filter(({ known }) => known >= 2)
    .sort((a, b) => rank(a) - rank(b) || b.known - a.known);
};

/**
 * What was had on these days, most often first. It was not had where the day has something else of its category or is marked
 * complete; on any other day it is not known.
 */
export const exposuresIn = (
  entries: readonly StoredEntry[],
  days: readonly string[],
): readonly ExposureRow[] => {
  const judged = new Set<string>();
  const had = new Map<string, { category: Entry['category']; name: string; days: Set<string> }>();
  for (const { entry } of entries) {
    const { category, name, value, day } = entry;
    if (category === 'day' && name === 'complete' && value !== 0) judged.add(day);
    if (!exposed.has(category) || value === null) continue;
    judged.add(`${category} ${day}`);
    if (value <= 0) continue;
    const id = `${category}/${name.toLowerCase()}`;
    const row = had.get(id) ?? { category, name, days: new Set() };
    had.set(id, row);
    row.days.add(day);
  }
  return [...had]
    .map(
      ([id, { category, name, days: on }]): ExposureRow => ({
        id,
        category,
        name,
        count: on.size,
        days: days.map((day) => {
          if (on.has(day)) return 'had';
          return judged.has(day) || judged.has(`${category} ${day}`) ? 'not' : 'unknown';
        }),
      }),
    )
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
};

/** Mean of the week around each day; null where fewer than three of its days are known. */
export const weekMeans = (values: readonly (number | null)[]): readonly (number | null)[] =>
  values.map((_, at) => {
    const around = values
      .slice(Math.max(0, at - 3), at + 4)
      .filter((value): value is number => value !== null);
    return around.length < 3 ? null : mean(around);
  });

/** Runs of neighbours for which something holds: first and last index of each. */
export const runsOf = <T>(
  values: readonly T[],
  holds: (value: T) => boolean,
): readonly (readonly [first: number, last: number])[] => {
  const runs: [number, number][] = [];
  values.forEach((value, at) => {
    if (!holds(value)) return;
    const before = runs.at(-1);
    if (before !== undefined && before[1] === at - 1) before[1] = at;
    else runs.push([at, at]);
  });
  return runs;
};
