import type { Practitioner } from '@zonula/clinic';
import { plusDays } from '../../days.ts';

export type Exception = Practitioner['availability']['exceptions'][number];
export type Hours = Exception['hours'];

/** Days in a row with the same hours; no hours say away. */
export interface ExceptionSpan {
  readonly from: string;
  readonly to: string;
  readonly hours: Hours;
}

const sameHours = (a: Hours, b: Hours): boolean =>
  a.length === b.length && a.every(({ from, to }, k) => from === b[k]!.from && to === b[k]!.to);

/** Days that are unlike their week, those in a row together, in order. */
export const spansOf = (exceptions: readonly Exception[]): readonly ExceptionSpan[] => {
  const spans: ExceptionSpan[] = [];
  for (const { day, hours } of exceptions.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = spans.at(-1);
    if (last !== undefined && plusDays(last.to, 1) === day && sameHours(last.hours, hours))
      spans[spans.length - 1] = { ...last, to: day };
    else spans.push({ from: day, to: day, hours });
  }
  return spans;
};

/** The most days that are said at once. */
export const mostDays = 366;

const daysOf = ({ from, to }: Pick<ExceptionSpan, 'from' | 'to'>): readonly string[] => {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < mostDays; day = plusDays(day, 1)) days.push(day);
  return days;
};

/** Puts days that are unlike their week in the place of what was said of them before. */
export const withSpan = (
  exceptions: readonly Exception[],
  span: ExceptionSpan,
): readonly Exception[] => [
  ...withoutSpan(exceptions, span),
  ...daysOf(span).map((day) => ({ day, hours: [...span.hours] })),
];

/** These days are like their week again. */
export const withoutSpan = (
  exceptions: readonly Exception[],
  { from, to }: Pick<ExceptionSpan, 'from' | 'to'>,
): readonly Exception[] => exceptions.filter(({ day }) => day < from || day > to);
