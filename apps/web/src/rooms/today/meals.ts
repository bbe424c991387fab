import type { StoredEntry } from '@zonula/journal';
import { minutesOf } from './entries.ts';

export interface Meal {
  /** Of its first food; null when it is not known. */
  readonly time: string | null;
  readonly foods: readonly StoredEntry[];
}

const oneMealMinutes = 60;

/** The foods of a day as meals: what was eaten within an hour of the one before. What has no time comes last, together. */
export const mealsOf = (entries: readonly StoredEntry[]): readonly Meal[] => {
  const foods = entries.filter(
    ({ entry: { category, value } }) => category === 'food' && value !== 0,
  );
  const timed = foods
    .filter(({ entry }) => entry.time !== undefined)
    .sort((a, b) => (a.entry.time! < b.entry.time! ? -1 : 1));
  const meals: { time: string | null; foods: StoredEntry[]; last: number }[] = [];
  for (const food of timed) {
    const time = food.entry.time!;
    const minute = minutesOf(time);
    const before = meals.at(-1);
    if (before !== undefined && minute - before.last <= oneMealMinutes) {
      before.foods.push(food);
      before.last = minute;
    } else meals.push({ time, foods: [food], last: minute });
  }
  const untimed = foods.filter(({ entry }) => entry.time === undefined);
  return [
    ...meals.map(({ time, foods: eaten }) => ({ time, foods: eaten })),
    ...(untimed.length > 0 ? [{ time: null, foods: untimed }] : []),
  ];
};
