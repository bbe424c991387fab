import { column, MIN_VARYING_DAYS } from './column.ts';
import { dateOf } from './days.ts';
import type { Item, Items } from './items.ts';
import type { Warn } from './outcomes.ts';
import type { Covariate } from './timeline.ts';
import { listOf } from './words.ts';

/** Regular use in three stretches or more varies enough to be judged as an exposure instead. */
const MAX_REGIMES = 2;

/** Regular use lasts at least two weeks ... */
export const MIN_REGULAR_DAYS = 14;
/** ... on at least half of the days written down, so that now-and-then use is not one ... */
const MIN_REGULAR_SHARE = 0.5;
/** ... and ends when this many written days in a row pass without it. */
const STOP_DAYS = 7;

export interface Regime {
  readonly from: number;
  /** Last day of use. */
  readonly to: number;
}

/**
 * Stretches of regular use of a medicine or skin product, for break points only: days that were
 * written down without it count against regular use even where the exposure itself is unknown.
 */
export const regularUse = (item: Item, logged: Uint8Array): readonly Regime[] => {
  const used = new Uint8Array(logged.length);
  for (const row of item.rows) if (row.value > 0) used[row.day] = 1;
  const regimes: Regime[] = [];
  let from = -1;
  let to = -1;
  let without = 0;
  let uses = 0;
  let written = 0;
  let writtenAtLastUse = 0;
  const close = (): void => {
    if (
      from >= 0 &&
      to - from + 1 >= MIN_REGULAR_DAYS &&
      uses >= MIN_REGULAR_SHARE * writtenAtLastUse
    ) {
      regimes.push({ from, to });
    }
    from = -1;
  };
  for (let day = 0; day < logged.length; day += 1) {
    if (logged[day] === 0) continue;
    if (used[day] === 1) {
      if (from < 0) {
        from = day;
        uses = 0;
        written = 0;
      }
      uses += 1;
      written += 1;
      writtenAtLastUse = written;
      to = day;
      without = 0;
    } else if (from >= 0) {
      written += 1;
      without += 1;
      if (without >= STOP_DAYS) close();
    }
  }
  close();
  return regimes;
};

/** 1 on the days of regular use. */
const onOff = (regimes: readonly Regime[], days: number): Float64Array => {
  const column = new Float64Array(days);
  for (const { from, to } of regimes) column.fill(1, from, to + 1);
  return column;
};

/** One on/off column per medicine or skin product that was started or stopped for two weeks or more. */
export const breakColumns = (items: Items, warn: Warn): readonly Covariate[] => {
  const columns: Covariate[] = [];
  for (const category of ['medication', 'skincare'] as const) {
    for (const item of items.byCategory.get(category) ?? []) {
      const regimes = regularUse(item, items.logged);
      if (regimes.length === 0 || regimes.length > MAX_REGIMES) continue;
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
