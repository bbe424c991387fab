import { onOff, regularUse } from './breaks.ts';
import { cyclePhase, periodStarts } from './cycle.ts';
import { dateOf, weekdayOf } from './days.ts';
import { MIN_SPELLS } from './identify.ts';
import type { Item, Items } from './items.ts';
import type { Warn } from './outcomes.ts';
import { centre, dailyMeans, fillWithRunningMean } from './series.ts';
import { correlation } from './statistics.ts';
import type { Covariate } from './timeline.ts';
import { listOf } from './words.ts';

/** One always-in column needs about ten logged days before it costs more than it explains. */
export const LOGGED_DAYS_PER_COVARIATE = 10;
/** A measurement known on fewer of the days would be mostly filling. */
export const MIN_KNOWN_SHARE = 0.3;
/** A column that differs from its commonest value on fewer days is as good as constant. */
export const MIN_VARYING_DAYS = 5;
/** Two columns this alike are one. */
export const DUPLICATE_CORRELATION = 0.95;
/** A year's wave can be told from a trend only in a diary that covers most of a year. */
export const MIN_DAYS_FOR_SEASON = 300;
/** Six weekday columns need about half a year; before, weekend against weekday is all that shows. */
export const MIN_DAYS_FOR_WEEKDAYS = 180;
/** A start needs two recorded periods to tell this person's cycle from a guess. */
const MIN_PERIODS = 2;
/** A food log counts as patchy when it is missing on at least this share of the logged days. */
const MIN_MISSING_LOG_SHARE = 0.05;

type Column = Covariate;

const column = (
  id: string,
  group: Covariate['group'],
  label: string,
  unit: string,
  values: Float64Array,
  filledDays = 0,
): Column => ({ id, group, label, unit, values, lag: 0, filledDays });

interface Measure {
  readonly scale: number;
  readonly unit: string;
}

const largestIn = (item: Item): number =>
  item.rows.reduce((most, row) => Math.max(most, Math.abs(row.value)), 0);

const sleepMeasure = (item: Item): Measure => {
  const unit = item.rows[0]!.unit;
  if (/^(min|mins|minute|minutes)$/u.test(unit)) return { scale: 60, unit: '1 h more' };
  if (/^(h|hr|hrs|hour|hours)$/u.test(unit)) return { scale: 1, unit: '1 h more' };
  if (unit === '' && /\b(hours?|duration|asleep|time)\b/u.test(item.identity)) {
    const longest = largestIn(item);
    return longest > 24 ? { scale: 60, unit: '1 h more' } : { scale: 1, unit: '1 h more' };
  }
  return { scale: 1, unit: '1 point more' };
};

const weatherMeasure = (item: Item): Measure => {
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

const measured = (
  items: Items,
  group: 'sleep' | 'stress' | 'weather',
  measure: (item: Item) => Measure,
  warn: Warn,
): readonly Column[] => {
  const columns: { readonly known: number; readonly column: Column }[] = [];
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
    const filled = fillWithRunningMean(values);
    columns.push({ known, column: column(item.id, group, item.name, unit, values, filled) });
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

/** First two waves of a phase in 0 to 1; days of unknown phase stand at the mean. */
const waves = (
  id: string,
  group: 'cycle' | 'season',
  label: string,
  phase: Float64Array,
  pairs: number,
): readonly Column[] =>
  Array.from({ length: pairs }, (_, k) => k + 1).flatMap((k) =>
    (['sin', 'cos'] as const).map((kind) => {
      const values = phase.map((p) => Math[kind](2 * Math.PI * k * p));
      const known = values.filter((value) => !Number.isNaN(value));
      const mean = known.reduce((sum, value) => sum + value / known.length, 0);
      let filled = 0;
      for (let day = 0; day < values.length; day += 1) {
        if (!Number.isNaN(values[day]!)) continue;
        values[day] = mean;
        filled += 1;
      }
      const name = pairs === 1 ? label : `${label}, ${k === 1 ? 'one wave' : 'two waves'}`;
      return column(
        `${id}/${kind}${k}`,
        group,
        name,
        'from the middle to the top of the wave',
        values,
        filled,
      );
    }),
  );

const cycleColumns = (items: Items, warn: Warn): readonly Column[] => {
  const rows = items.byCategory.get('cycle') ?? [];
  if (rows.length === 0) return [];
  const starts = periodStarts(rows);
  if (starts.length < MIN_PERIODS) {
    warn(
      'cycle-not-used',
      'Your diary has fewer than two starts of a period, so the day of your cycle is not taken into account.',
    );
    return [];
  }
  return waves('cycle', 'cycle', 'Menstrual cycle', cyclePhase(starts, items.days), 2);
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const weekdayColumns = (items: Items): readonly Column[] => {
  const of = (test: (weekday: number) => boolean): Float64Array =>
    Float64Array.from({ length: items.days }, (_, day) =>
      test(weekdayOf(items.first + day)) ? 1 : 0,
    );
  if (items.days < MIN_DAYS_FOR_WEEKDAYS) {
    return [
      column(
        'weekday/weekend',
        'weekday',
        'Weekend',
        'Saturday or Sunday instead of another day',
        of((weekday) => weekday >= 5),
      ),
    ];
  }
  return weekdays.map((name, index) =>
    column(
      `weekday/${name.toLowerCase()}`,
      'weekday',
      name,
      `${name} instead of Sunday`,
      of((weekday) => weekday === index),
    ),
  );
};

const seasonColumns = (items: Items): readonly Column[] => {
  if (items.days < MIN_DAYS_FOR_SEASON) return [];
  const phase = Float64Array.from(
    { length: items.days },
    (_, day) => (items.first + day) / 365.2425,
  );
  return waves('season', 'season', 'Time of year', phase, 1);
};

const breakColumns = (items: Items, warn: Warn): readonly Column[] => {
  const columns: Column[] = [];
  for (const category of ['medication', 'skincare'] as const) {
    for (const item of items.byCategory.get(category) ?? []) {
      const regimes = regularUse(item, items.logged);
      if (regimes.length === 0 || regimes.length >= MIN_SPELLS) continue;
      const values = onOff(regimes, items.days);
      const on = values.reduce((sum, value) => sum + value, 0);
      if (Math.min(on, items.days - on) < MIN_VARYING_DAYS) continue;
      const date = (day: number) => dateOf(items.first + day);
      const changes = regimes.map(({ from, to }) =>
        to >= items.days - MIN_VARYING_DAYS
          ? `from ${date(from)}`
          : from < MIN_VARYING_DAYS
            ? `until ${date(to)}`
            : `from ${date(from)} to ${date(to)}`,
      );
      columns.push(
        column(
          `break/${item.identity}`,
          'break',
          `${item.name}, ${listOf(changes)}`,
          `regular use of ${item.name} instead of none`,
          values,
        ),
      );
    }
  }
  if (columns.length > 0) {
    warn(
      'break-points',
      'You started or stopped these for two weeks or more. What changed then is kept apart from food and habits.',
      columns.length,
    );
  }
  return columns;
};

const loggingColumns = (items: Items): readonly Column[] => {
  if ((items.byCategory.get('food') ?? []).length === 0) return [];
  const known = items.known('food');
  const values = Float64Array.from(known, (day) => 1 - day);
  let logged = 0;
  let missing = 0;
  for (let day = 0; day < items.days; day += 1) {
    if (items.logged[day] === 0) continue;
    logged += 1;
    missing += 1 - known[day]!;
  }
  if (missing < MIN_MISSING_LOG_SHARE * logged) return [];
  return [
    column('logging/food', 'logging', 'No food written down', 'a day without a food log', values),
  ];
};

const varyingDays = (values: Float64Array): number => {
  const counts = new Map<number, number>();
  let commonest = 0;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    commonest = Math.max(commonest, count);
  }
  return values.length - commonest;
};

/** The later of two near-duplicates goes; so does a column that hardly varies. */
const weedOut = (columns: readonly Column[], warn: Warn): readonly Column[] => {
  const kept: Column[] = [];
  for (const next of columns) {
    if (varyingDays(next.values) < MIN_VARYING_DAYS) {
      warn(
        'covariate-constant',
        `${next.label} hardly ever changes, so it is not taken into account.`,
      );
      continue;
    }
    const twin = kept.find(
      (one) => Math.abs(correlation(one.values, next.values)) >= DUPLICATE_CORRELATION,
    );
    if (twin === undefined) kept.push(next);
    else {
      warn(
        'covariate-duplicate',
        `${next.label} goes up and down together with ${twin.label}, so only ${twin.label} is taken into account.`,
      );
    }
  }
  return kept;
};

/**
 * The always-in columns a diary supports, most telling first: sleep, stress, cycle, break points,
 * weekday, logging, season, weather. At most one for every ten logged days, so that a short diary
 * keeps something to say about food.
 */
export const covariatesOf = (items: Items, warn: Warn): readonly Covariate[] => {
  if (items.days === 0) return [];
  const columns = weedOut(
    [
      ...measured(items, 'sleep', sleepMeasure, warn),
      ...measured(items, 'stress', () => ({ scale: 1, unit: '1 point more' }), warn),
      ...cycleColumns(items, warn),
      ...breakColumns(items, warn),
      ...weekdayColumns(items),
      ...loggingColumns(items),
      ...seasonColumns(items),
      ...measured(items, 'weather', weatherMeasure, warn),
    ],
    warn,
  );
  const logged = items.logged.reduce((sum, day) => sum + day, 0);
  const most = Math.floor(logged / LOGGED_DAYS_PER_COVARIATE);
  const dropped = columns.slice(most);
  if (dropped.length > 0) {
    warn(
      'covariates-trimmed',
      `Your diary is too short to take these into account as well: ${listOf(dropped.map((one) => one.label))}.`,
      dropped.length,
    );
  }
  const kept = columns.slice(0, most);
  const filled = kept.filter((one) => one.filledDays > 0);
  if (filled.length > 0) {
    warn(
      'covariate-filled',
      `Days without a value of their own were given your average of the weeks around them: ${listOf(filled.map((one) => `${one.label} (${one.filledDays})`))}.`,
      filled.reduce((sum, one) => sum + one.filledDays, 0),
    );
  }
  for (const one of kept) centre(one.values);
  return kept;
};
