// Lists of ticks (activities, factors, tags): each list is a checklist of one person's own items.
import { type Category, identityOf } from '../category.ts';
import { type At, cleanName, type Recorder } from './recorder.ts';

/** What is eaten, taken or applied: absent means "not taken" only within its own category. */
const takenCategories: ReadonlySet<Category> = new Set<Category>([
  'food',
  'supplement',
  'medication',
  'skincare',
]);

interface Item {
  readonly name: string;
  readonly category: Category;
  readonly days: Set<string>;
  readonly ats: At[];
}

/**
 * Ticks become rows with value 1 in the category that the table gives. The diary reads a missing
 * habit as "no" on a day with other habits. So that a tick such as `coffee` or `antihistamine` keeps
 * that meaning outside `habit`, the days with ticks between its first and its last tick get an
 * explicit 0. A category in which the same file records by other means (meals, doses) would be
 * confused by such zeros; its ticks stay in `habit`.
 */
export const createTicks = (recorder: Recorder) => {
  const items = new Map<string, Item>();
  const days = new Set<string>();
  return {
    add(name: string, at: At): void {
      const cleaned = cleanName(name);
      if (cleaned === '') return;
      days.add(at.date);
      const key = identityOf('habit', cleaned);
      let item = items.get(key);
      const category = recorder.categoryOf('factor', cleaned);
      if (item === undefined) {
        item = { name: cleaned, category, days: new Set(), ats: [] };
        items.set(key, item);
      }
      item.days.add(at.date);
      item.ats.push(at);
    },
    /** `recorded`: categories that the file also records by other means. */
    finish(
      recorded: ReadonlySet<Category>,
      rename: (identity: string) => string | null = () => null,
    ) {
      const allDays = [...days].sort();
      for (const item of items.values()) {
        const taken = takenCategories.has(item.category);
        const category = taken && recorded.has(item.category) ? 'habit' : item.category;
        const name = rename(identityOf(category, item.name)) ?? item.name;
        for (const at of item.ats) recorder.present(category, name, at);
        if (!takenCategories.has(category)) continue;
        const own = [...item.days].sort();
        for (const date of allDays) {
          if (date > own[0]! && date < own.at(-1)! && !item.days.has(date)) {
            recorder.put(category, name, 0, { date });
          }
        }
      }
    },
  };
};
