import { type Diary, stepOf } from '@zonula/diary';
import { fold, type Item, type ItemRow, type Items, scoreCategories } from './items.ts';
import { isCount, scaleFor } from './scale.ts';
import { median } from './statistics.ts';
import type { Outcome } from './timeline.ts';
import { listOf } from './words.ts';

interface DayValues {
  readonly values: Float64Array;
  readonly minutes: Float64Array | null;
  readonly timed: Float64Array | null;
  /** Rows per day, on the days with more than one. */
  readonly several: readonly number[];
}

/** Triples (day, minute, amount) of the timed rows; null without any. */
export const triplesOf = (
  rows: readonly ItemRow[],
  amount: (row: ItemRow) => number,
): Float64Array | null => {
  const timed = rows.filter((row) => !Number.isNaN(row.minute));
  if (timed.length === 0) return null;
  return Float64Array.from(timed.flatMap((row) => [row.day, row.minute, amount(row)]));
};

const byDay = (rows: readonly ItemRow[], days: number): DayValues => {
  const values = new Float64Array(days).fill(Number.NaN);
  const minutes = new Float64Array(days).fill(Number.NaN);
  const several: number[] = [];
  let start = 0;
  while (start < rows.length) {
    const day = rows[start]!.day;
    let end = start;
    let sum = 0;
    let clock = 0;
    let timed = 0;
    for (; end < rows.length && rows[end]!.day === day; end += 1) {
      sum += rows[end]!.value;
      if (!Number.isNaN(rows[end]!.minute)) {
        clock += rows[end]!.minute;
        timed += 1;
      }
    }
    values[day] = sum / (end - start);
    if (timed > 0) minutes[day] = clock / timed;
    if (end - start > 1) several.push(end - start);
    start = end;
  }
  const timed = triplesOf(rows, (row) => row.value);
  return { values, minutes: timed === null ? null : minutes, timed, several };
};

const present = (values: Float64Array): number[] => [...values].filter((v) => !Number.isNaN(v));

const toOutcome = (
  item: Item,
  diary: Diary,
  days: number,
  warn: Warn,
  noteSeveral: (days: number) => void,
): Outcome => {
  const { values, minutes, timed, several } = byDay(item.rows, days);
  const raw = item.rows.map((row) => row.value);
  const declared = diary.scales.get(item.identity);
  const scale = scaleFor(declared, raw);
  if (declared !== undefined && scale !== declared) {
    warn(
      'outside-scale',
      `${item.identity} has values outside its declared scale ${declared.min} to ${declared.max}. Taken as ${scale.min} to ${scale.max}.`,
    );
  }
  const units = new Set(item.rows.map((row) => row.unit));
  const count = isCount(item.name, units, raw, declared !== undefined);
  if (count) for (let day = 0; day < days; day += 1) values[day] = Math.round(values[day]!);
  if (several.length > 0) noteSeveral(several.length);
  const observed = present(values);
  let step = count ? 1 : stepOf(raw, scale);
  // Where most days are means of several rows, the grid of a day's value is finer than the slider's.
  if (!count && several.length * 2 > observed.length)
    step /= Math.max(1, Math.round(median(several)));
  return {
    id: item.id,
    category: item.category,
    name: item.name,
    site: item.site,
    kind: count ? 'count' : 'score',
    scale,
    step,
    values,
    minutes,
    timed,
    days: observed.length,
  };
};

export type Warn = (code: string, text: string, count?: number) => void;

/** Adds the sites of one score, on the days that have them all: an unrecorded site is not a zero. */
const sumOf = (parts: readonly Outcome[], identity: string, warn: Warn): Outcome => {
  const values = parts[0]!.values.map((_, day) =>
    parts.reduce((sum, part) => sum + part.values[day]!, 0),
  );
  const days = present(values).length;
  const longest = Math.max(...parts.map((part) => part.days));
  if (days < longest) {
    warn(
      'sites-incomplete',
      `${identity} is summed only on days with all of its ${parts.length} sites.`,
      longest - days,
    );
  }
  return {
    ...parts[0]!,
    id: `${identity}@all`,
    site: 'all',
    kind: parts.every((part) => part.kind === 'count') ? 'count' : 'score',
    scale: {
      min: parts.reduce((sum, part) => sum + part.scale.min, 0),
      max: parts.reduce((sum, part) => sum + part.scale.max, 0),
      inferred: parts.some((part) => part.scale.inferred),
    },
    step: Math.min(...parts.map((part) => part.step)),
    values,
    minutes: null,
    timed: null,
    days,
  };
};

const warnInferred = (outcomes: readonly Outcome[], diary: Diary, warn: Warn): void => {
  const guessed = new Map<string, string>();
  for (const { id, scale } of outcomes) {
    const identity = id.split('@')[0]!;
    if (diary.scales.has(identity)) continue;
    guessed.set(identity, `${identity} (${scale.min} to ${scale.max})`);
  }
  if (guessed.size > 0) {
    warn(
      'scale-inferred',
      `No scale was declared for these scores, so the smallest usual scale that holds their values was taken: ${listOf([...guessed.values()], 8)}.`,
      guessed.size,
    );
  }
};

/** The diary's scores, one series per name and body site; with `sumSites` one per name. */
export const outcomesOf = (
  diary: Diary,
  items: Items,
  sumSites: boolean,
  warn: Warn,
): readonly Outcome[] => {
  const outcomes: Outcome[] = [];
  const several: { readonly id: string; readonly days: number }[] = [];
  for (const category of scoreCategories) {
    const sites = new Map<string, Outcome[]>();
    for (const item of items.byCategory.get(category) ?? []) {
      const outcome = toOutcome(item, diary, items.days, warn, (days) => {
        several.push({ id: item.id, days });
      });
      if (!sumSites || item.site === null) outcomes.push(outcome);
      else sites.set(item.identity, [...(sites.get(item.identity) ?? []), outcome]);
    }
    for (const [identity, parts] of sites) {
      outcomes.push(parts.length === 1 ? parts[0]! : sumOf(parts, identity, warn));
    }
  }
  warnInferred(outcomes, diary, warn);
  if (several.length > 0) {
    warn(
      'several-scores-a-day',
      `These scores have days with more than one value. Their mean is the value of the day: ${listOf(
        several.map(({ id }) => id),
        8,
      )}.`,
      several.reduce((sum, { days }) => sum + days, 0),
    );
  }
  return outcomes;
};

const longest = (outcomes: readonly Outcome[]): Outcome | undefined =>
  outcomes.reduce<Outcome | undefined>(
    (best, one) => (best === undefined || one.days > best.days ? one : best),
    undefined,
  );

/**
 * The outcome asked for: by id, else by `category/name` the site with the most days. Without a
 * wish, the skin score with the most days (the first by id among equals).
 */
export const findOutcome = (
  outcomes: readonly Outcome[],
  wanted: string | undefined,
): Outcome | undefined => {
  if (wanted === undefined) return longest(outcomes.filter((one) => one.category === 'skin'));
  const id = fold(wanted);
  return (
    outcomes.find((one) => one.id === id) ??
    longest(outcomes.filter((one) => one.site !== null && one.id.startsWith(`${id}@`)))
  );
};
