import { instantOf } from '@zonula/clinic';
import { Refusal } from './refusal.ts';

/** From `from` up to but without `until`, ms since 1970; either may be open. */
export interface InstantRange {
  readonly from: number;
  readonly until: number;
}

const pattern =
  /^(eq|ge|gt|le|lt)?(\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?)$/u;

/** Of other years there are no appointments, and some that the database has no date for. */
const isKnown = (year: number): boolean => year >= 2000 && year <= 2198;

/** What a date of FHIR covers: a year, a month, a day by the clinic's clock, a minute, or an instant. */
const covered = (text: string, zone: string): InstantRange | null => {
  if (text.includes('T')) {
    const from = Date.parse(text);
    const second = /T\d\d:\d\d:\d\d/u.test(text);
    const length = text.includes('.') ? 1 : second ? 1000 : 60_000;
    return isKnown(Number(text.slice(0, 4))) && !Number.isNaN(from)
      ? { from, until: from + length }
      : null;
  }
  const [year, month, day] = text.split('-').map(Number) as [number, number?, number?];
  const first = new Date(0);
  first.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  const written = first.toISOString().slice(0, text.length);
  if (written !== text || !isKnown(year)) return null;
  const next = new Date(first);
  if (day !== undefined) next.setUTCDate(next.getUTCDate() + 1);
  else if (month !== undefined) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCFullYear(year + 1);
  const midnight = (date: Date): number =>
    instantOf(date.toISOString().slice(0, 10), '00:00', zone);
  return { from: midnight(first), until: midnight(next) };
};

/** Of FHIR's search by date, several of which must all hold. Refuses what is no such date. */
export const rangeOf = (values: readonly string[], zone: string): InstantRange => {
  let [from, until] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const value of values) {
    const [, prefix = 'eq', text = ''] = pattern.exec(value) ?? [];
    const range = covered(text, zone);
    if (range === null) throw new Refusal('invalid', { detail: 'a date of FHIR is expected' });
    if (prefix === 'eq' || prefix === 'ge') from = Math.max(from, range.from);
    if (prefix === 'gt') from = Math.max(from, range.until);
    if (prefix === 'eq' || prefix === 'le') until = Math.min(until, range.until);
    if (prefix === 'lt') until = Math.min(until, range.from);
  }
  return { from, until };
};
