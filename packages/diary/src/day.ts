// Which day does an entry belong to? The rule, in full:
//
// 1. A day that the person chose (a date without a time, or the page of a diary app) is theirs and
//    is never shifted. The `date` of a tidy diary is such a day, also when the row has a time.
// 2. A moment that a log stamped is read on the wall clock of the zone written in the record itself
//    (`+02:00`, or epoch and offset). The zone of the machine plays no part. A bare instant without
//    any zone is read in UTC, and the importer says so.
// 3. A person's day runs from 04:00 to 04:00 on that wall clock: a stamped entry at 01:00 after a
//    late night belongs to the day before. Its time is left out, because `01:00` beside the earlier
//    date would say that it came 23 hours before the evening it ended.
// 4. Sleep belongs to the day on which the person woke: whatever ends between 18:00 and 18:00.
//
// Clock changes need no special case, since days begin and end on the wall clock: such a day has 23
// or 25 hours. Lengths of time are taken between instants (`instantOf`), never between wall clocks.
// Whoever crosses the date line lives one day twice or skips one; each record keeps the day that
// its own zone gives.

/** A wall-clock reading; `offset` in minutes east of UTC, absent when the record names no zone. */
export interface Moment {
  /** `YYYY-MM-DD` on that wall clock. */
  readonly date: string;
  /** Minutes after midnight, 0 to below 1440, seconds as a fraction. */
  readonly minutes: number;
  readonly offset?: number;
}

export interface LocalDay {
  readonly date: string;
  /** `HH:MM`; absent for an entry that was put on the day before. */
  readonly time?: string;
  /** True when the entry came after midnight and was put on the day before. */
  readonly shifted: boolean;
}

export interface DayOptions {
  /** Wall-clock `HH:MM` at which a person's day begins; default `04:00`. */
  readonly dayStartsAt?: string;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
const nightEndsAt = 18 * 60;

const two = (value: number): string => String(value).padStart(2, '0');

/** `YYYY-MM-DD`, or null when there is no such day (years 0001 to 9999). */
export const dateOf = (year: number, month: number, day: number): string | null => {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > 31) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day > last ? null : `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
};

/** `HH:MM` as minutes after midnight, or null; seconds are allowed and ignored. */
export const minutesOf = (time: string): number | null => {
  const match = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?$/u.exec(time);
  const hour = Number(match?.[1]);
  return match === null || hour > 23 ? null : hour * 60 + Number(match[2]);
};

/** Minutes after midnight as `HH:MM`; a begun minute counts as the minute. */
export const timeOf = (minutes: number): string =>
  `${two(Math.floor(minutes / 60))}:${two(Math.floor(minutes % 60))}`;

const epochOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The date `days` later (earlier when negative). */
export const addDays = (date: string, days: number): string =>
  new Date(epochOf(date) + days * dayMs).toISOString().slice(0, 10);

/** The wall clock `offset` minutes east of UTC at an instant in milliseconds since 1970 UTC. */
export const momentAt = (epochMs: number, offset: number): Moment => {
  const wall = epochMs + offset * minuteMs;
  const start = Math.floor(wall / dayMs) * dayMs;
  const date = new Date(start).toISOString().slice(0, 10);
  return { date, minutes: (wall - start) / minuteMs, offset };
};

const timestamp =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))? ?(Z|[+-]\d{2}(?::?[0-5]\d)?)?$/iu;

/**
 * Reads `2026-10-05T07:12:03+02:00`, `2026-10-05 07:12:03 +0200` (Apple), `...Z`, or without a
 * zone. Null for anything else, also for a day or a time that does not exist.
 */
export const parseMoment = (text: string): Moment | null => {
  const match = timestamp.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, seconds, zone] = match;
  const date = dateOf(Number(year), Number(month), Number(day));
  if (date === null || Number(hour) > 23) return null;
  const minutes =
    Number(hour) * 60 + Number(minute) + Number((seconds ?? '0').replace(',', '.')) / 60;
  if (zone === undefined) return { date, minutes };
  const digits = zone.replace(/\D/gu, '').padEnd(4, '0');
  const size = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  if (size > 18 * 60) return null;
  return { date, minutes, offset: size === 0 ? 0 : zone.startsWith('-') ? -size : size };
};

/** Milliseconds since 1970 UTC; null when the moment has no zone. For lengths of time. */
export const instantOf = ({ date, minutes, offset }: Moment): number | null =>
  offset === undefined ? null : epochOf(date) + Math.round((minutes - offset) * minuteMs);

/** The person's day of a moment (rules 2 and 3 above). */
export const dayOf = ({ date, minutes }: Moment, options: DayOptions = {}): LocalDay => {
  const start = minutesOf(options.dayStartsAt ?? '04:00');
  if (start === null) throw new RangeError('dayStartsAt must be HH:MM');
  return minutes < start
    ? { date: addDays(date, -1), shifted: true }
    : { date, time: timeOf(minutes), shifted: false };
};

/**
 * The person's day of a stamped entry (rules 2 and 3 above); null when the text is no timestamp.
 * A number is an instant in milliseconds since 1970 UTC. `zoneOffset` (minutes east of UTC) places
 * bare instants: numbers and texts that end in `Z`. A written zone such as `+02:00` stands.
 */
export const localDay = (
  stamp: number | string,
  zoneOffset?: number,
  options: DayOptions = {},
): LocalDay | null => {
  if (typeof stamp === 'number') {
    return Number.isFinite(stamp) && Math.abs(stamp) < 8e15
      ? dayOf(momentAt(stamp, zoneOffset ?? 0), options)
      : null;
  }
  const moment = parseMoment(stamp);
  if (moment === null) return null;
  const instant = /z$/iu.test(stamp) && zoneOffset !== undefined ? instantOf(moment) : null;
  return dayOf(instant === null ? moment : momentAt(instant, zoneOffset ?? 0), options);
};

/** The day that a stretch of sleep belongs to, from the moment at which it ended (rule 4). */
export const sleepDay = ({ date, minutes }: Moment): string =>
  minutes < nightEndsAt ? date : addDays(date, 1);
