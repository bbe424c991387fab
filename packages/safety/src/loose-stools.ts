import { addDays, type Diary } from '@zonula/diary';
import type { Mention } from './entries.ts';

// When do stools raise the questions about the bowel? The limits are our own judgement, not from a study; they err towards asking.
/** Days that are looked at, up to the last one with a stool. */
export const looseWindow = 28;
/** The first and the last of the loose days are at least so far apart. */
export const looseSpan = 14;
/** Days with a stool that have to be there. */
export const leastStoolDays = 7;
/** Share of these days that were loose. */
export const looseShare = 2 / 3;
/** Type 6 is mushy and 7 watery, of seven types (Lewis & Heaton 1997). */
const loosest = 6;

const stoolForm = /^(?:stool (?:form|type|consistency)|bristol.*)$/iu;

/**
 * Loose stools for weeks, by what was scored: on most days of the last four weeks, over two weeks or more, written on or
 * after `since` (all days when null) and up to `today`. Null where the stools were not so, or are not known.
 */
export const looseStoolsOf = (
  diary: Pick<Diary, 'observations'>,
  { since, today }: { readonly since: string | null; readonly today: string },
): Mention | null => {
  const days = new Map<string, number>();
  for (const { category, name, value, date } of diary.observations) {
    if (category !== 'gut' || value === null || value < 1 || value > 7 || !stoolForm.test(name))
      continue;
    if (date > today || (since !== null && date < since)) continue;
    days.set(date, Math.max(value, days.get(date) ?? 0));
  }
  const last = [...days.keys()].sort().at(-1);
  if (last === undefined || last < addDays(today, 1 - looseWindow)) return null;
  const recent = [...days].filter(([date]) => date > addDays(last, -looseWindow));
  const loose = recent.flatMap(([date, value]) => (value >= loosest ? [date] : [])).sort();
  const [first, latest] = [loose[0], loose.at(-1)];
  if (first === undefined || latest === undefined || latest < addDays(first, looseSpan))
    return null;
  return recent.length >= leastStoolDays && loose.length >= looseShare * recent.length
    ? { label: 'loose stools', first, last: latest }
    : null;
};
