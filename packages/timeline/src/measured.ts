import { column } from './column.ts';
import type { Item, Items } from './items.ts';
import type { Warn } from './outcomes.ts';
import { dailyMeans, fillWithRunningMean } from './series.ts';
import type { Covariate } from './timeline.ts';
import { listOf } from './words.ts';

/** A measurement known on fewer of the days would be mostly filling. */
export const MIN_KNOWN_SHARE = 0.3;

interface Measure {
  readonly scale: number;
  readonly unit: string;
}

const largestIn = (item: Item): number =>
  item.rows.reduce((most, row) => Math.max(most, Math.abs(row.value)), 0);

const titles = { sleep: 'Sleep', stress: 'Stress', weather: 'Weather' } as const;

/** "Sleep (hours)", but "Sleep quality". */
const labelOf = (group: keyof typeof titles, name: string): string =>
  name.toLowerCase().includes(group) ? name : `${titles[group]} (${name})`;

export const sleepMeasure = (item: Item): Measure => {
  const unit = item.rows[0]!.unit;
  if (/^(min|mins|minute|minutes)$/u.test(unit)) return { scale: 60, unit: '1 h more' };
  if (/^(h|hr|hrs|hour|hours)$/u.test(unit)) return { scale: 1, unit: '1 h more' };
  if (unit === '' && /\b(hours?|duration|asleep|time)\b/u.test(item.identity)) {
    const longest = largestIn(item);
    return longest > 24 ? { scale: 60, unit: '1 h more' } : { scale: 1, unit: '1 h more' };
  }
  return { scale: 1, unit: '1 point more' };
};

export const weatherMeasure = (item: Item): Measure => {
  const largest = largestIn(item);
  if (/temp|dew/u.test(item.identity)) return { scale: 10, unit: '10 degrees warmer' };
  if (/humid|cloud/u.test(item.identity)) {
    return largest <= 1
      ? { scale: 0.1, unit: '10 percentage points more' }
      : { scale: 10, unit: '10 percentage points more' };
  }
  if (/pressure/u.test(item.identity)) return { scale: 10, unit: '10 hPa more' };
  if (/\buv\b/u.test(item.identity)) return { scale: 1, unit: '1 point more on the UV index' };
  const unit = item.rows[0]!.unit;
  return { scale: 1, unit: unit === '' ? '1 more' : `1 ${unit} more` };
};

/** One column per item of sleep, stress or weather that is known on enough days, the best known first. */
export const measured = (
  items: Items,
  group: 'sleep' | 'stress' | 'weather',
  measure: (item: Item) => Measure,
  warn: Warn,
): readonly Covariate[] => {
  const columns: { readonly known: number; readonly column: Covariate }[] = [];
  const sparse: string[] = [];
  for (const item of items.byCategory.get(group) ?? []) {
    const values = dailyMeans(item, items.days);
    const known = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
    if (known < MIN_KNOWN_SHARE * items.days) {
      sparse.push(item.name);
      continue;
    }
    const { scale, unit } = measure(item);
    for (let day = 0; day < items.days; day += 1) values[day]! /= scale;
    const filled = fillWithRunningMean(values, items.logged);
    columns.push({
      known,
      column: column(item.id, group, labelOf(group, item.name), unit, values, filled),
    });
  }
  if (sparse.length > 0) {
    warn(
      'covariate-sparse',
      `Known on too few days to be taken into account (${group}): ${listOf(sparse)}.`,
      sparse.length,
    );
  }
  return columns.sort((a, b) => b.known - a.known).map((entry) => entry.column);
};
