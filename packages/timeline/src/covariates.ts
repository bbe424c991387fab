import { breakColumns } from './breaks.ts';
import { cycleColumns, seasonColumns, weekdayColumns } from './calendar.ts';
import { column, MIN_VARYING_DAYS } from './column.ts';
import type { Items } from './items.ts';
import { measured, sleepMeasure, weatherMeasure } from './measured.ts';
import type { Warn } from './outcomes.ts';
import { centre } from './series.ts';
import { correlation } from './statistics.ts';
import type { Covariate } from './timeline.ts';
import { listOf } from './words.ts';

/** One always-in column needs about ten logged days before it costs more than it explains. */
export const LOGGED_DAYS_PER_COVARIATE = 10;
/** Two columns this alike are one. */
export const DUPLICATE_CORRELATION = 0.95;
/** A food log counts as patchy when it is missing on at least this share of the logged days. */
const MIN_MISSING_LOG_SHARE = 0.05;

const loggingColumns = (items: Items): readonly Covariate[] => {
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

/** Groups the person wrote down themselves; the calendar needs no excuse. */
const named: ReadonlySet<Covariate['group']> = new Set(['sleep', 'stress', 'weather']);
/** Groups whose columns mean something only together. */
const whole: ReadonlySet<Covariate['group']> = new Set(['cycle', 'weekday', 'season']);

/** Takes columns in their order while there is room, those of one wave or week all or none. */
const takeWhileRoom = (columns: readonly Covariate[], room: number): readonly Covariate[] => {
  const kept: Covariate[] = [];
  const seen = new Set<Covariate['group']>();
  for (const next of columns) {
    if (whole.has(next.group) && seen.has(next.group)) continue;
    seen.add(next.group);
    const block = whole.has(next.group)
      ? columns.filter((one) => one.group === next.group)
      : [next];
    if (kept.length + block.length <= room) kept.push(...block);
  }
  return kept;
};

/** The later of two near-duplicates goes; so does a column that hardly varies. */
const weedOut = (columns: readonly Covariate[], warn: Warn): readonly Covariate[] => {
  const kept: Covariate[] = [];
  for (const next of columns) {
    if (varyingDays(next.values) < MIN_VARYING_DAYS) {
      if (!named.has(next.group)) continue;
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
  const kept = takeWhileRoom(columns, most);
  const dropped = columns.filter((one) => !kept.includes(one));
  if (dropped.length > 0) {
    warn(
      'covariates-trimmed',
      `Your diary is too short to take these into account as well: ${listOf(dropped.map((one) => one.label))}.`,
      dropped.length,
    );
  }
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
