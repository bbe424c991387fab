import { z } from 'zod';
import type { Assignment, Period, TrialDesign } from '../design.ts';
import { periodsOf } from '../design.ts';
import { addDays } from './dates.ts';

/** One period on the calendar, both days included. */
export const entrySchema = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  arm: z.enum(['with', 'without', 'usual']),
  /** First day that counts; null where none does (baseline, elimination). */
  countsFrom: z.iso.date().nullable(),
  /** Pair or block within which the order was drawn; null where it was not. */
  block: z.number().int().nonnegative().nullable(),
});
export type ScheduleEntry = Readonly<z.infer<typeof entrySchema>>;

const entryOf = (start: string, period: Period): ScheduleEntry => ({
  from: addDays(start, period.start),
  to: addDays(start, period.start + period.days - 1),
  arm: period.arm,
  countsFrom: period.block === null ? null : addDays(start, period.start + period.washout),
  block: period.block,
});

/** The calendar of a trial that starts on a day, `YYYY-MM-DD`. */
export const scheduleOf = (
  design: TrialDesign,
  assignment: Assignment,
  start: string,
): readonly ScheduleEntry[] =>
  periodsOf(design, assignment).map((period) => entryOf(start, period));

/** The calendar of periods that took place otherwise than planned. */
export const scheduleOfPeriods = (
  periods: readonly Period[],
  start: string,
): readonly ScheduleEntry[] => periods.map((period) => entryOf(start, period));
