/** Days are `YYYY-MM-DD` of the person who writes. */
const millisecondsOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayMs = 86_400_000;

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(millisecondsOf(text));

export const plusDays = (day: string, days: number): string =>
  new Date(millisecondsOf(day) + days * dayMs).toISOString().slice(0, 10);

/** Whole days from one day to another; negative when it lies before. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((millisecondsOf(to) - millisecondsOf(from)) / dayMs);

export const dayInWords = (
  day: string,
  language: string,
  options: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' },
): string => {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
    millisecondsOf(day),
  );
};
