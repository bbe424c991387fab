import { dateOf } from '../day.ts';
import { monthOf } from './months.ts';

/** `8th Dec 2021`, `Dec 8, 2021` or, with `year`, `17. Februar`; null when it is no such day. */
export const wordDate = (text: string, year?: number): string | null => {
  const numbers = text.match(/\d+/gu)?.map(Number) ?? [];
  const month = (text.match(/[\p{L}\p{M}]+/gu) ?? [])
    .filter((word) => !/^(?:st|nd|rd|th)$/iu.test(word))
    .map(monthOf)
    .find((found) => found !== null);
  if (month === undefined || month === null || numbers.length !== (year === undefined ? 2 : 1)) {
    return null;
  }
  return dateOf(year ?? numbers[1]!, month, numbers[0]!);
};

/** `2021-12-08` when there is such a day, else null. */
export const isoDate = (text: string): string | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text.trim());
  return match === null ? null : dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
};

/** `22:00`, `10:00 pm`, `8:30 a.m.` as `HH:MM`; null otherwise. */
export const clockTime = (text: string): string | null => {
  const match = /^(\d{1,2})[:.]([0-5]\d)(?:[:.][0-5]\d)?\s*(?:([ap])\.?\s?m\.?)?$/iu.exec(
    text.normalize('NFKC').trim(),
  );
  if (match === null) return null;
  const half = match[3]?.toLowerCase();
  const hour = Number(match[1]);
  if (hour > 23 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  const whole = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(whole).padStart(2, '0')}:${match[2]}`;
};

export type DateOrder = 'month-day' | 'day-month';

const slashes = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u;

/** Days written `12/26/2017` do not say which number is the month: the whole file has to. */
export const createDateOrder = () => {
  let firstOver12 = false;
  let secondOver12 = false;
  let seen = false;
  return {
    see(text: string): void {
      const match = slashes.exec(text.trim());
      if (match === null) return;
      seen = true;
      if (Number(match[1]) > 12) firstOver12 = true;
      if (Number(match[2]) > 12) secondOver12 = true;
    },
    /** `ambiguous` when no day of the file decides, or when days contradict each other. */
    resolve: (): { readonly order: DateOrder; readonly ambiguous: boolean } => ({
      order: firstOver12 && !secondOver12 ? 'day-month' : 'month-day',
      ambiguous: seen && firstOver12 === secondOver12,
    }),
  };
};

/** `12/26/2017` in the given order, or an ISO day; null when it is no such day. */
export const slashDate = (text: string, order: DateOrder): string | null => {
  const match = slashes.exec(text.trim());
  if (match === null) return isoDate(text);
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return order === 'month-day' ? dateOf(year, first, second) : dateOf(year, second, first);
};
