import { findOutcome, type Timeline } from '@zonula/timeline';
import { type Period, periodsOf } from '../design.ts';
import { drawnAssignment } from '../plan/plan-trial.ts';
import type { RunningTrial } from '../plan/read-plan.ts';
import { addDays, daysBetween } from '../schedule/dates.ts';
import { applyEvents } from './events.ts';

/** A trial as it was lived, on regular days; index 0 is its first day. */
export interface TrialRecord {
  readonly start: string;
  readonly periods: readonly Period[];
  /** Score per day; NaN where unknown. */
  readonly outcome: Float64Array;
  /** Share of a usual portion per day, 0 to 1; NaN where unknown. Null where the diary never speaks of it. */
  readonly exposure: Float64Array | null;
  /** Last day of the trial on which anything was written down; null where nothing was. */
  readonly lastLogged: string | null;
}

/** The periods of a trial after all that has happened. */
export const livedPeriods = ({ plan, events }: RunningTrial): readonly Period[] =>
  applyEvents(periodsOf(plan.design, drawnAssignment(plan)), plan.start, events);

/** First day after the trial, counted from its start. */
export const daysLived = (periods: readonly Period[]): number =>
  periods.reduce((end, { start, days }) => Math.max(end, start + days), 0);

/** Takes what a trial needs out of a diary laid on regular days. Null where the diary has no such score. */
export const recordOf = (trial: RunningTrial, timeline: Timeline): TrialRecord | null => {
  const { start, outcome: wanted, exposure: id } = trial.plan;
  const outcome = findOutcome(timeline.outcomes, wanted.id);
  if (outcome === undefined || timeline.days === 0) return null;
  const periods = livedPeriods(trial);
  const days = daysLived(periods);
  const offset = daysBetween(timeline.from, start);
  const exposure = timeline.exposures.find((one) => one.id === id);
  const take = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: days }, (_, day) => values[day + offset] ?? Number.NaN);
  let last = -1;
  for (let day = 0; day < days; day += 1) if (timeline.logged[day + offset] === 1) last = day;
  return {
    start,
    periods,
    outcome: take(outcome.values),
    exposure: exposure === undefined ? null : take(exposure.dose).map((dose) => Math.min(dose, 1)),
    lastLogged: last < 0 ? null : addDays(start, last),
  };
};

/** One day as a person would tell it. */
export interface TrialDay {
  readonly date: string;
  readonly arm: 'with' | 'without' | 'usual' | 'off';
  /** It is compared with the other arm. */
  readonly counts: boolean;
  readonly block: number | null;
  /** Null: unknown. */
  readonly outcome: number | null;
  readonly exposure: number | null;
  /** Null: unknown, or nothing was asked of that day. */
  readonly kept: boolean | null;
}

const known = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** Every day of a trial, days off included. A day on which one did otherwise is kept: it is data. */
export const daysOf = (record: TrialRecord): readonly TrialDay[] =>
  Array.from({ length: daysLived(record.periods) }, (_, day) => {
    const period = record.periods.find(({ start, days }) => day >= start && day < start + days);
    const exposure = known(record.exposure?.[day]);
    const arm = period?.arm ?? 'off';
    return {
      date: addDays(record.start, day),
      arm,
      counts: period !== undefined && period.block !== null && day >= period.start + period.washout,
      block: period?.block ?? null,
      outcome: known(record.outcome[day]),
      exposure,
      kept:
        exposure === null || arm === 'usual' || arm === 'off'
          ? null
          : exposure > 0 === (arm === 'with'),
    };
  });
