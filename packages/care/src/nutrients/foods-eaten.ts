import { addDays, type Diary, identityOf } from '@zonula/diary';
import type { FoodReading, ResolvedFood } from '@zonula/foods';

/** A food under the name that it has in the diary, read once. */
export interface EatenFood {
  readonly name: string;
  /** Empty when the words were not understood. */
  readonly items: readonly ResolvedFood[];
  /** Whether all of the words were understood. */
  readonly understood: boolean;
  /** Servings by day. */
  readonly servings: ReadonlyMap<string, number>;
}

export interface FoodsEaten {
  readonly from: string;
  readonly to: string;
  readonly foods: readonly EatenFood[];
  /** Days with some food, ascending. */
  readonly days: readonly string[];
  /** Those that seem to hold all that was eaten, ascending. */
  readonly wholeDays: readonly string[];
}

/** Days that count; older food says little of how somebody eats now. */
const windowDays = 56;
/** A day with less known energy than this misses something. Our own judgement; the figure is never shown. */
const leastEnergy = 800;
/** A day that was not marked complete needs so many entries. Our own judgement. */
const leastEntries = 3;

const energyOf = ({ items }: EatenFood): number | null => {
  let sum = 0;
  for (const { nutrients } of items) {
    const energy = nutrients?.get('energy_kcal');
    if (energy === undefined) return null;
    sum += energy;
  }
  return items.length === 0 ? null : sum;
};

/**
 * What a diary says was eaten in the 56 days up to `today`. A day counts as whole when it was marked complete or has at least three
 * foods, and when its known foods make a day's eating plausible; any other day is unknown, never empty.
 * @param read words to foods with nutrients
 */
export const foodsEaten = (
  diary: Pick<Diary, 'observations'>,
  read: (name: string) => Pick<FoodReading, 'items' | 'unknown'>,
  today: string,
): FoodsEaten => {
  const from = addDays(today, 1 - windowDays);
  const byName = new Map<string, { name: string; servings: Map<string, number> }>();
  const entries = new Map<string, number>();
  const complete = new Set<string>();
  for (const { category, name, value, date } of diary.observations) {
    if (date < from || date > today) continue;
    if (category === 'day' && name === 'complete' && value === 1) complete.add(date);
    if (category !== 'food' || value === null || value < 0) continue;
    entries.set(date, (entries.get(date) ?? 0) + (value > 0 ? 1 : 0));
    if (value === 0) continue;
    const identity = identityOf(category, name);
    const food = byName.get(identity) ?? { name, servings: new Map<string, number>() };
    food.servings.set(date, (food.servings.get(date) ?? 0) + value);
    byName.set(identity, food);
  }
  const foods = [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { name, servings }]): EatenFood => {
      const { items, unknown } = read(name);
      return { name, items, understood: items.length > 0 && unknown.length === 0, servings };
    });
  const energy = new Map<string, { known: number; of: number; all: number }>();
  for (const food of foods) {
    const each = energyOf(food);
    for (const [date, servings] of food.servings) {
      const day = energy.get(date) ?? { known: 0, of: 0, all: 0 };
      day.all++;
      if (each !== null) {
        day.known += each * servings;
        day.of++;
      }
      energy.set(date, day);
    }
  }
  const days = [...entries]
    .filter(([, count]) => count > 0)
    .map(([date]) => date)
    .sort();
  return {
    from,
    to: today,
    foods,
    days,
    wholeDays: days.filter((date) => {
      if (!complete.has(date) && entries.get(date)! < leastEntries) return false;
      const { known, of, all } = energy.get(date)!;
      // What is not known is taken to be like the rest of that day.
      return of > 0 && (known / of) * all >= leastEnergy;
    }),
  };
};
