import { z } from 'zod';
import { daySchema, instantOf, timeSchema, weekdayOf } from './zone.ts';

const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const fromTo = { from: timeSchema, to: timeSchema };
const endsLater = ({ from, to }: { from: string; to: string }): boolean => from < to;
const endsLaterMessage = '"to" must be later than "from" on the same day';

const hoursSchema = z.strictObject(fromTo).refine(endsLater, endsLaterMessage);

/** Hours that return every week, by the clinic's clock, from the day `since` to the day `until`, both included. */
const weeklyHoursSchema = z
  .strictObject({
    weekday: z.enum(weekdays),
    ...fromTo,
    since: daySchema.optional(),
    until: daySchema.optional(),
  })
  .refine(endsLater, endsLaterMessage);

/** One day that is unlike its week: its hours take the place of the weekly ones; none says away. */
const exceptionSchema = z.strictObject({ day: daySchema, hours: z.array(hoursSchema).max(12) });

export const availabilitySchema = z.strictObject({
  weekly: z.array(weeklyHoursSchema).max(100),
  exceptions: z.array(exceptionSchema).max(2000),
});
export type Availability = Readonly<z.infer<typeof availabilitySchema>>;

/** From `start` up to but without `end`, ms since 1970. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Spans in order of time; those that touch or overlap are one. */
export const joined = (spans: readonly Span[]): Span[] => {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
};

const hoursOn = ({ weekly, exceptions }: Availability, day: string) => {
  const exceptional = exceptions.filter((exception) => exception.day === day);
  if (exceptional.length > 0) return exceptional.flatMap(({ hours }) => hours);
  const weekday = weekdays[weekdayOf(day) - 1];
  return weekly.filter(
    (hours) =>
      hours.weekday === weekday &&
      (hours.since === undefined || hours.since <= day) &&
      (hours.until === undefined || day <= hours.until),
  );
};

/**
 * When somebody works on `day` (`YYYY-MM-DD`) in `zone`. On the two days a year on which the clock changes, hours
 * keep to the clock: a morning from 00:00 to 06:00 is five or seven hours long, and hours that the clock skips are none.
 */
export const workingSpans = (availability: Availability, day: string, zone: string): Span[] =>
  joined(
    hoursOn(availability, day)
      .map(({ from, to }) => ({ start: instantOf(day, from, zone), end: instantOf(day, to, zone) }))
      .filter(({ start, end }) => start < end),
  );
