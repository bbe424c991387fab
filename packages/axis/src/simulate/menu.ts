import type { Random } from '@zonula/numerics';
import { type Meal, meals, type VirtualFood, virtualFoods } from './foods.ts';

/** A food in one person's habits. */
export interface MenuItem {
  readonly food: VirtualFood;
  readonly name: string;
  readonly meal: Meal;
  /** Log odds of a weekday, and what a weekend adds. */
  readonly weekday: number;
  readonly weekend: number;
  /** How much more likely the day after it was eaten: leftovers, phases. */
  readonly again: number;
  /** Spread of the slow change of the habit, log odds over half a year. */
  readonly drift: number;
}

export interface Menu {
  readonly items: readonly MenuItem[];
  /** For each item, what comes with it, and how often. */
  readonly companions: readonly (readonly [item: number, chance: number] | null)[];
  /** Log odds that a bad day adds to comfort food. */
  readonly comfort: number;
}

const perMeal: Readonly<Record<Meal, number>> = {
  breakfast: 6,
  lunch: 6,
  snack: 7,
  dinner: 10,
  evening: 4,
};

const logit = (p: number): number => Math.log(p / (1 - p));

/** A person's habits: some two dozen foods, most of them now and then, some nearly daily. */
export const drawMenu = (random: Random, comfort: number): Menu => {
  const items: MenuItem[] = [];
  const taken = new Set<VirtualFood>();
  const add = (food: VirtualFood, meal: Meal): void => {
    if (taken.has(food)) return;
    taken.add(food);
    const often = 0.04 + 0.76 * random.beta(0.8, 2.4);
    items.push({
      food,
      name: food.words[random.integer(food.words.length)]!,
      meal,
      weekday: logit(often),
      weekend: 0.8 * random.normal(),
      again: 0.5 * random.normal(),
      drift: 0.6 * random.uniform(),
    });
  };
  for (const meal of meals) {
    const offered = virtualFoods.filter((food) => food.meals.includes(meal) && !taken.has(food));
    for (let k = 0; k < perMeal[meal] && offered.length > 0; k++) {
      const [food] = offered.splice(random.integer(offered.length), 1);
      add(food!, meal);
    }
  }
  for (const { food, meal } of [...items]) {
    const partner = virtualFoods.find(({ words }) => words[0] === food.with);
    if (partner) add(partner, meal);
  }
  const placeOf = new Map(items.map(({ food }, i) => [food.words[0]!, i]));
  return {
    items,
    comfort,
    companions: items.map(({ food }) => {
      const partner = food.with === undefined ? undefined : placeOf.get(food.with);
      return partner === undefined ? null : [partner, 0.3 + 0.65 * random.uniform()];
    }),
  };
};

/** Servings of every item on every day, row by row; 0 is not eaten. */
export const eat = (
  { items, companions, comfort }: Menu,
  days: number,
  firstWeekday: number,
  badness: ArrayLike<number>,
  random: Random,
): Float64Array => {
  const n = items.length;
  const servings = new Float64Array(days * n);
  const drift = new Float64Array(n);
  const pace = Math.exp(-7 / 60);
  const fresh = Math.sqrt(1 - pace * pace);
  /** By item, weekend and whether it was eaten the day before; NaN where not reckoned since the habit changed. */
  const chances = new Float64Array(4 * n).fill(Number.NaN);
  for (let i = 0; i < n; i++) drift[i] = items[i]!.drift * random.normal();
  for (let day = 0; day < days; day++) {
    const weekend = (firstWeekday + day) % 7 >= 5;
    for (let i = 0; i < n; i++) {
      const item = items[i]!;
      if (day % 7 === 6) {
        drift[i] = pace * drift[i]! + fresh * item.drift * random.normal();
        chances.fill(Number.NaN, 4 * i, 4 * i + 4);
      }
      const before = day > 0 && servings[(day - 1) * n + i]! > 0;
      const place = 4 * i + (weekend ? 2 : 0) + (before ? 1 : 0);
      let chance = chances[place]!;
      if (Number.isNaN(chance)) {
        const lean = item.food.comfort ? comfort * badness[day]! : 0;
        const usual = item.weekday + drift[i]!;
        const odds = usual + (weekend ? item.weekend : 0) + (before ? item.again : 0) + lean;
        chance = 1 / (1 + Math.exp(-odds));
        if (!item.food.comfort || comfort === 0) chances[place] = chance;
      }
      if (random.uniform() >= chance) continue;
      const size = random.uniform();
      servings[day * n + i] = size < 0.12 ? 0.5 : size > 0.9 ? 2 : 1;
    }
    companions.forEach((companion, i) => {
      if (companion === null || servings[day * n + i] === 0) return;
      const [partner, chance] = companion;
      if (servings[day * n + partner] === 0 && random.uniform() < chance)
        servings[day * n + partner] = 1;
    });
  }
  return servings;
};
