/** Days and times as a clinic's clock shows them: `2026-03-30T09:00:00+01:00` is taken as it is written. */
export const dayIn = (local: string): string => local.slice(0, 10);
export const timeIn = (local: string): string => local.slice(11, 16);

/** What the clock of `zone` shows at an instant, without its offset: `2026-03-30T09:00:00`. */
export const clockAt = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    .format(new Date(instant))
    .replace(' ', 'T');

/** An amount in the smallest unit of its currency, in words of the language. */
export const money = (amount: number, currency: string, language: string): string => {
  const locale = language === 'en' ? 'en-GB' : language;
  const whole = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = whole.resolvedOptions().maximumFractionDigits ?? 2;
  const value = amount / 10 ** digits;
  return Number.isInteger(value)
    ? new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        maximumFractionDigits: 0,
      }).format(value)
    : whole.format(value);
};
