import { complaintOf, parseJson, quoted, unusable } from '@zonula/diary';
import type { Json } from '../commitment/canonical-json.ts';
import { changedFields } from '../commitment/commitment.ts';
import { periodsOf, trialDays } from '../design.ts';
import { designProblems } from '../designs/rules.ts';
import { applyEvents, eventSchema, type TrialEvent } from '../during/events.ts';
import { daysBetween } from '../schedule/dates.ts';
import { describeDesign } from './describe.ts';
import { planSchema, type TrialPlan } from './document.ts';
import { drawnAssignment, drawnSchedule } from './plan-trial.ts';

/** A plan and what has happened since. */
export interface RunningTrial {
  readonly plan: TrialPlan;
  readonly events: readonly TrialEvent[];
}

const fileSchema = planSchema.extend({ events: eventSchema.array().optional() });

/** The first day in the calendar that is covered twice or not at all, by the field that says so. */
const calendarProblem = ({ schedule, start, design }: TrialPlan): string | null => {
  let day = 0;
  for (const [k, { from, to }] of schedule.entries()) {
    const begins = daysBetween(start, from);
    const field = `schedule[${k + 1}]`;
    if (begins < 0 || daysBetween(start, to) >= trialDays(design))
      return `${field}: ${begins < 0 ? from : to} lies outside the trial, which starts on ${start} and has ${trialDays(design)} days`;
    if (begins < day) return `${field}.from: ${from} overlaps the period before`;
    if (begins > day) return `${field}.from: ${from} leaves a gap after the period before`;
    const ends = daysBetween(start, to);
    if (ends < begins) return `${field}.to: ${to} is before ${from}`;
    day = ends + 1;
  }
  return null;
};

/** The first entry that differs from what seed and design draw. */
const drawProblem = (plan: TrialPlan): string | null => {
  const drawn = drawnSchedule(plan);
  const k = plan.schedule.findIndex((entry, index) => {
    const other = drawn[index];
    return (
      !other ||
      (Object.keys(other) as (keyof typeof other)[]).some((key) => entry[key] !== other[key])
    );
  });
  const at = k < 0 && plan.schedule.length < drawn.length ? plan.schedule.length : k;
  return at < 0 ? null : `schedule[${at + 1}]: is not what seed ${plan.seed} draws for this design`;
};

const designProblem = ({ design, food }: TrialPlan): string | null => {
  const [problem] = designProblems(design, { food });
  if (problem) return `design.${problem.field}: ${problem.text}`;
  const described = describeDesign(design);
  for (const key of ['days', 'assignments', 'smallestPossibleP'] as const)
    if (described[key] !== design[key])
      return `design.${key}: expected ${described[key]}, found ${design[key]}`;
  return null;
};

const eventProblem = (plan: TrialPlan, events: readonly TrialEvent[]): string | null => {
  const planned = periodsOf(plan.design, drawnAssignment(plan));
  for (const k of events.keys())
    try {
      applyEvents(planned, plan.start, events.slice(0, k + 1));
    } catch (error) {
      if (error instanceof RangeError) return `events[${k + 1}].on: ${error.message}`;
      throw error;
    }
  return null;
};

/** Fields in which more can be told than that they were changed, and the hash, which is looked at last. */
const told: ReadonlySet<string> = new Set(['design', 'schedule', 'hash']);

const changedProblem = ([field]: readonly string[]): string | null => {
  if (field === undefined) return null;
  return field === 'hash'
    ? 'hash: it does not belong to these digests; the plan was changed after it was fixed'
    : `${quoted(field).slice(1, -1)}: it was changed after the plan was fixed; its hash no longer fits`;
};

/**
 * Reads TRIAL.json. Throws `UnusableInput` with one line that names the field: not a plan, a trial that was blocked, periods that overlap
 * or lie outside, a design that may not run, an order that the seed does not draw, or a field that is no longer what the hash was made from.
 */
export const readPlan = (text: string, file: string): RunningTrial => {
  const value = parseJson(text, { file }, 'expected JSON as `zonula trial plan --json` writes it');
  const allowed = (value as { readonly allowed?: unknown } | null)?.allowed;
  if (allowed === false)
    throw unusable({ file }, 'allowed: this trial was blocked, so there is nothing to go on with');
  if ((value as { readonly status?: unknown } | null)?.status === 'no-bearable-design')
    throw unusable({ file }, 'status: no bearable design was found, so there is no trial');
  const read = fileSchema.safeParse(value);
  if (!read.success)
    throw unusable(
      { file },
      complaintOf(read.error.issues[0]!, value, 'the fields of a trial plan'),
    );
  const { events = [], ...plan } = read.data;
  const { digests, hash, ...fields } = plan;
  const changed = changedFields(fields as Readonly<Record<string, Json>>, { digests, hash });
  const problem =
    changedProblem(changed.filter((field) => !told.has(field))) ??
    designProblem(plan) ??
    calendarProblem(plan) ??
    drawProblem(plan) ??
    changedProblem(changed);
  if (problem !== null) throw unusable({ file }, problem);
  const wrong = eventProblem(plan, events);
  if (wrong !== null) throw unusable({ file }, wrong);
  return { plan, events };
};
