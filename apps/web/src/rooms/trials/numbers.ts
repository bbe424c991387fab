import { i18n } from '../../i18n/i18n.ts';

const locale = (): string => (i18n.locale === 'en' ? 'en-GB' : i18n.locale);

/** At most two decimals, with a true minus. */
export const points = (value: number): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(
    Number(value.toPrecision(value < 1 ? 2 : 3)),
  );

/** Two digits that count, for what is simulated. */
export const rough = (value: number): number => Number(value.toPrecision(2));
export const roughPoints = (value: number): string => points(rough(value));

export const signedPoints = (value: number): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 2, signDisplay: 'exceptZero' })
    .format(value)
    .replace('-', '−');

/** Out of a hundred, never 0 or 100: nothing is that sure. */
export const inHundred = (probability: number): string => {
  const whole = Math.round(100 * probability);
  if (whole >= 100) return '> 99';
  return whole <= 0 ? '< 1' : `${whole}`;
};

/** A small share out of a hundred, with two digits that count. */
export const percent = (share: number): string =>
  new Intl.NumberFormat(locale(), { maximumSignificantDigits: 2 }).format(
    100 * Math.max(share, 0.001),
  );
