import type { Outcome, Timeline } from '@zonula/timeline';
import { monthOf } from '../numbers.ts';
import type { Vocabulary } from '../wording/vocabulary.ts';
import type { BeadRow } from './days.ts';
import { type Html, table } from './html.ts';

/** Text equivalent of the days chart: one row a month. */
export const monthTable = (
  outcome: Outcome,
  timeline: Timeline,
  rows: readonly BeadRow[],
  { figure }: Vocabulary,
): Html => {
  const months = new Map<string, number[]>();
  timeline.dates.forEach((date, t) => {
    const days = months.get(date.slice(0, 7));
    if (days) days.push(t);
    else months.set(date.slice(0, 7), [t]);
  });
  return table({
    caption: 'Your days, month by month',
    head: [
      'Month',
      'Days with a score',
      'Mean',
      'Lowest',
      'Highest',
      ...rows.map(({ name }) => name),
    ],
    rows: [...months].map(([month, days]) => {
      const values = days.map((t) => outcome.values[t]!).filter((v) => !Number.isNaN(v));
      const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
      return [
        `${monthOf(month)} ${month.slice(0, 4)}`,
        `${values.length} of ${days.length}`,
        ...(values.length > 0
          ? [figure(mean), figure(Math.min(...values)), figure(Math.max(...values))]
          : ['unknown', 'unknown', 'unknown']),
        ...rows.map(({ exposure }) => {
          const known = days.filter((t) => !Number.isNaN(exposure.dose[t]!));
          return known.length === 0
            ? 'unknown'
            : `${known.filter((t) => exposure.dose[t]! > 0).length} of ${known.length} days`;
        }),
      ];
    }),
  });
};
