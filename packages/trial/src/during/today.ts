import type { AllowedTrial } from '@zonula/safety';
import { requireLeave } from '../plan/permission.ts';
import type { RunningTrial } from '../plan/read-plan.ts';
import { addDays, daysBetween } from '../schedule/dates.ts';
import { daysLived, livedPeriods } from './record.ts';

/** What one day of a trial asks for. */
export interface TrialToday {
  readonly date: string;
  /** Day of the trial from 1; null before its first and after its last day. */
  readonly day: number | null;
  readonly days: number;
  readonly state: 'not-started' | 'running' | 'off' | 'over' | 'stopped';
  /** What to do; null where nothing is asked, and for the person in a trial whose order somebody else keeps. */
  readonly arm: 'with' | 'without' | 'usual' | null;
  /** Number of the box, where somebody else keeps the order. */
  readonly box: number | null;
  readonly counts: boolean;
  /** Last day of the period. */
  readonly until: string | null;
  readonly text: string;
  readonly checks: readonly string[];
}

/** Said for each day, in fixed words. */
const nothing: Readonly<Record<'not-started' | 'off' | 'over' | 'stopped', string>> = {
  'not-started': 'The trial has not begun. Live as you always do, and write down the score.',
  off: 'A day off. Do as is good for you; write down the score if you like.',
  over: 'The trial is over. Its result can be told.',
  stopped: 'The trial was stopped. What was written down until then can be told.',
};

/** What a day asks for. Throws `NotAllowed` without leave: a shut gate stops a trial that has begun. */
export const todayOf = (leave: AllowedTrial, trial: RunningTrial, date: string): TrialToday => {
  const { plan, events } = trial;
  requireLeave(leave, plan.exposure, plan.design);
  const periods = livedPeriods(trial);
  const days = daysLived(periods);
  const day = daysBetween(plan.start, date);
  const stopped = events.some(({ kind, on }) => kind === 'stopped' && on <= date);
  const base = { date, days, counts: false, box: null, arm: null, until: null, checks: [] };
  const idle = (state: keyof typeof nothing): TrialToday => ({
    ...base,
    day: state === 'off' ? day + 1 : null,
    state,
    text: nothing[state],
  });
  if (day < 0) return idle('not-started');
  if (stopped) return idle('stopped');
  if (day >= days) return idle('over');
  const index = periods.findIndex(
    ({ start, days: length }) => day >= start && day < start + length,
  );
  const period = periods[index];
  if (period === undefined) return idle('off');
  const hidden = plan.blinding === 'helper' && period.block !== null;
  const box = hidden
    ? periods.slice(0, index + 1).filter(({ block }) => block !== null).length
    : null;
  const left = period.start + period.days - 1 - day;
  return {
    date,
    day: day + 1,
    days,
    state: 'running',
    arm: hidden ? null : period.arm,
    box,
    counts: period.block !== null && day >= period.start + period.washout,
    until: addDays(date, left),
    text: hidden ? `Take what is in box ${box}.` : plan.instructions[period.arm],
    checks: plan.checks.filter(({ on }) => on === date).map(({ text }) => text),
  };
};
