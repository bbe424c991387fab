import { column } from './column.ts';
import { cyclePhase, periodStarts } from './cycle.ts';
import { weekdayOf } from './days.ts';
import type { Items } from './items.ts';
import type { Warn } from './outcomes.ts';
import type { Covariate } from './timeline.ts';

/** A year's wave can be told from a trend only in a diary that covers most of a year. */
export const MIN_DAYS_FOR_SEASON = 300;
/** Six weekday columns need about half a year of entries; before, weekend against weekday is all that shows. */
export const MIN_LOGGED_DAYS_FOR_WEEKDAYS = 180;
/** It needs two recorded periods to tell this person's cycle from a guess. */
const MIN_PERIODS = 2;

/** First two waves of a phase in 0 to 1; days of unknown phase stand at the mean. */
const waves = (
  id: string,
  group: 'cycle' | 'season',
  label: string,
  phase: Float64Array,
  logged: Uint8Array,
  pairs: number,
): readonly Covariate[] =>
  Array.from({ length: pairs }, (_, k) => k + 1).flatMap((k) =>
    (['sin', 'cos'] as const).map((kind) => {
      const values = phase.map((p) => Math[kind](2 * Math.PI * k * p));
      const known = values.filter((value) => !Number.isNaN(value));
      const mean = known.reduce((sum, value) => sum + value / known.length, 0);
      let filled = 0;
      for (let day = 0; day < values.length; day += 1) {
        if (!Number.isNaN(values[day]!)) continue;
        values[day] = mean;
        filled += logged[day]!;
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

/** Two Fourier pairs of the menstrual cycle, from recorded starts of periods. */
export const cycleColumns = (items: Items, warn: Warn): readonly Covariate[] => {
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
  return waves(
    'cycle',
    'cycle',
    'Menstrual cycle',
    cyclePhase(starts, items.days),
    items.logged,
    2,
  );
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Weekend against weekday, or six days against Sunday in a long diary. */
export const weekdayColumns = (items: Items): readonly Covariate[] => {
  const of = (test: (weekday: number) => boolean): Float64Array =>
    Float64Array.from({ length: items.days }, (_, day) =>
      test(weekdayOf(items.first + day)) ? 1 : 0,
    );
  const logged = items.logged.reduce((sum, day) => sum + day, 0);
  if (logged < MIN_LOGGED_DAYS_FOR_WEEKDAYS) {
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

/** One Fourier pair of the year. */
export const seasonColumns = (items: Items): readonly Covariate[] => {
  if (items.days < MIN_DAYS_FOR_SEASON) return [];
  const phase = Float64Array.from(
    { length: items.days },
    (_, day) => (items.first + day) / 365.2425,
  );
  return waves('season', 'season', 'Time of year', phase, items.logged, 1);
};
