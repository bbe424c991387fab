import { i18n } from '../i18n/i18n.ts';

const locale = (): string => (i18n.locale === 'en' ? 'en-GB' : i18n.locale);

/** An instant on the person's own clock, such as `3 Mar 2026, 14:05`. */
export const momentInWords = (instant: string): string =>
  new Date(instant).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });

export const dayOfInstant = (instant: string): string =>
  new Date(instant).toLocaleDateString(locale(), { dateStyle: 'medium' });
