const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date; local days need no time zone once they are dates. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;

export const dateOf = (day: number): string =>
  new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** 0 = Monday ... 6 = Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** `HH:MM` as minutes after local midnight; NaN without a time. */
export const minuteOf = (time: string | undefined): number =>
  time === undefined ? Number.NaN : Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** A diary longer than this is more likely to hold a mistyped year than thirty years of entries. */
export const MAX_DAYS = 10_958;
/** In such a diary, an empty stretch of more than a year separates the entries from the mistyped ones. */
const GAP_DAYS = 366;

/**
 * First and last logged day. When they lie more than 30 years apart, only the part with the most
 * logged days is kept, parts being divided by more than a year without any entry.
 */
export const spanOf = (
  loggedDays: Iterable<number>,
): { readonly first: number; readonly last: number } | null => {
  const sorted = [...loggedDays].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const whole = { first: sorted[0]!, last: sorted.at(-1)! };
  if (whole.last - whole.first < MAX_DAYS) return whole;
  let best = { first: whole.first, last: whole.first, count: 0 };
  let part = { first: whole.first, last: whole.first, count: 0 };
  for (const day of sorted) {
    if (day - part.last > GAP_DAYS) part = { first: day, last: day, count: 0 };
    part = { first: part.first, last: day, count: part.count + 1 };
    if (part.count > best.count) best = part;
  }
  return { first: best.first, last: best.last };
};
