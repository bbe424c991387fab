import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const parses = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};

/** A calendar day, `YYYY-MM-DD`, from 2000 to 2199. */
export const daySchema = z
  .string()
  .regex(/^2[01]\d\d-\d\d-\d\d$/u, { error: 'a day such as 2026-03-29 is needed', abort: true })
  .refine((day) => parses(() => Temporal.PlainDate.from(day, { overflow: 'reject' })), {
    error: 'there is no such day',
    // What looks at several days may then rely on each of them.
    abort: true,
  });

/** A time of day by the clinic's clock, `HH:MM`, to `24:00`. */
export const timeSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u, 'a time such as 09:30 is needed');

/** An IANA time zone such as `Europe/London`; offsets such as `+01:00` know no daylight saving and are refused. */
export const zoneSchema = z
  .string()
  .max(64)
  .regex(/^[A-Za-z]/u, { error: 'a time zone such as Europe/London is needed', abort: true })
  .refine(
    (zone) => parses(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)),
    'this time zone is not known',
  );

/**
 * The instant at which the clock of `zone` shows `time` on `day`, in ms since 1970. A time that the clock skips is
 * moved later by what it skips; of a time that comes twice it is the first.
 */
export const instantOf = (day: string, time: string, zone: string): number => {
  const midnight = time === '24:00';
  const date = Temporal.PlainDate.from(day).add({ days: midnight ? 1 : 0 });
  const clock = Temporal.PlainTime.from(midnight ? '00:00' : time);
  return date.toZonedDateTime({ timeZone: zone, plainTime: clock }).epochMilliseconds;
};

/** The day on which `instant` (ms) falls in `zone`. */
export const dayOf = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** What the clock of `zone` shows at `instant` (ms), with its offset: `2026-03-29T09:00:00+01:00`. */
export const localTimeOf = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** Whole days from `from` to `to`, below 0 when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
