import { type Category, identityOf } from '@zonula/diary';
import type { Random } from '@zonula/numerics';
import { foodName, otherName } from './names.ts';
import type { Scenario } from './scenario.ts';

/** A habit of eating: a two-state Markov chain that weekends, skin and stress push in the logit. */
interface Habit {
  /** Long-run share of days. */
  readonly prevalence: number;
  /** Lag-1 autocorrelation of the chain. */
  readonly persistence: number;
  readonly weekendLogit: number;
  /** Logit per standard deviation of severity: negative avoids, positive craves. */
  readonly severityLogit: number;
  readonly stressLogit: number;
  /** First and last day of the habit as shares of the diary; most are always there. */
  readonly from: number;
  readonly to: number;
}

/** One thing on the menu: what it is called, and which habit brings it to the table. */
export interface MenuItem {
  readonly id: string;
  readonly category: Category;
  readonly name: string;
  readonly habit: number;
  /** P(eaten | its habit) and P(eaten without it). */
  readonly share: number;
  readonly extra: number;
  readonly doses: 'one' | 'varied';
  readonly prevalence: number;
}

export interface Menu {
  readonly habits: readonly Habit[];
  readonly items: readonly MenuItem[];
}

const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random.uniform();
const logUniform = (random: Random, low: number, high: number): number =>
  low * (high / low) ** random.uniform();
const logit = (p: number): number => Math.log(p / (1 - p));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

function drawHabit(random: Random, scenario: Scenario, food: boolean): Habit {
  const prevalence = food ? logUniform(random, 0.03, 0.7) : between(random, 0.1, 0.7);
  const persistence = food ? between(random, 0, 0.6) : between(random, 0.3, 0.95);
  const weekendLogit = random.uniform() < 0.3 ? between(random, -2, 2) : 0;
  const severityLogit =
    random.uniform() < 0.12 ? -Math.sign(random.uniform() - 0.3) * between(random, 0.5, 1.5) : 0;
  const stressLogit = random.uniform() < 0.06 ? between(random, 0.4, 1) : 0;
  const passing = random.uniform() < 0.08;
  const edge = between(random, 0.2, 0.8);
  const starts = random.uniform() < 0.5;
  return {
    prevalence,
    persistence: scenario.autocorrelatedMenus ? persistence : 0,
    weekendLogit: scenario.weekendMenus ? weekendLogit : 0,
    severityLogit: scenario.reverseCausation === 'none' ? 0 : severityLogit,
    stressLogit: scenario.confounding === 'none' ? 0 : stressLogit,
    from: passing && starts ? edge : 0,
    to: passing && !starts ? edge : 1,
  };
}

/** Draws what this person eats and does. One exposure in nine is no food. */
export function drawMenu(random: Random, scenario: Scenario): Menu {
  const habits: Habit[] = [];
  const items: MenuItem[] = [];
  const otherCount = Math.floor(scenario.exposures / 9);
  const foodCount = scenario.exposures - otherCount;
  let names = 0;
  const addFood = (habit: number, share: number, extra: number, doses: MenuItem['doses']): void => {
    const name = foodName(names++);
    const p = habits[habit]!.prevalence;
    const prevalence = p * share + (1 - p * share) * extra;
    items.push({
      id: identityOf('food', name),
      category: 'food',
      name,
      habit,
      share,
      extra,
      doses,
      prevalence,
    });
  };
  while (items.length < foodCount) {
    habits.push(drawHabit(random, scenario, true));
    const dish = scenario.coEaten && random.uniform() < 0.12;
    const members = Math.min(dish ? 2 + random.integer(2) : 1, foodCount - items.length);
    const identical = random.uniform() < 0.3;
    for (let m = 0; m < members; m++) {
      const varied = random.uniform() < 0.4;
      if (members === 1) addFood(habits.length - 1, 1, 0, varied ? 'varied' : 'one');
      else if (identical) addFood(habits.length - 1, 1, 0, 'one');
      else addFood(habits.length - 1, between(random, 0.8, 1), between(random, 0, 0.06), 'one');
    }
  }
  for (let i = 0; i < otherCount; i++) {
    const habit = drawHabit(random, scenario, false);
    habits.push(habit);
    const [category, name] = otherName(i);
    const id = identityOf(category, name);
    const { prevalence } = habit;
    items.push({
      id,
      category,
      name,
      habit: habits.length - 1,
      share: 1,
      extra: 0,
      doses: 'one',
      prevalence,
    });
  }
  return { habits, items };
}

/** What pushes a day's menu. */
export interface MenuDay {
  readonly weekend: boolean;
  /** Place in the diary, 0 at its first day and 1 at its last. */
  readonly progress: number;
  /** Standardised severity the person reacts to, and standardised stress. */
  readonly severity: number;
  readonly stress: number;
}

/** Advances the habits by one day in place and writes the day's dose of each item into `doses`. */
export function eat(
  random: Random,
  menu: Menu,
  day: MenuDay,
  active: Uint8Array,
  doses: Float64Array,
): void {
  menu.habits.forEach((habit, h) => {
    const { prevalence, persistence } = habit;
    const base = prevalence * (1 - persistence) + (active[h] ? persistence : 0);
    const push =
      (day.weekend ? habit.weekendLogit : 0) +
      habit.severityLogit * day.severity +
      habit.stressLogit * day.stress;
    const p = push === 0 ? base : logistic(logit(base) + push);
    const begun = habit.from === 0 || day.progress >= habit.from;
    const present = begun && (habit.to === 1 || day.progress <= habit.to);
    active[h] = random.uniform() < p && present ? 1 : 0;
  });
  menu.items.forEach((item, i) => {
    const u = random.uniform();
    const portion = random.uniform();
    const eaten = active[item.habit] ? u < item.share : u < item.extra;
    if (!eaten) doses[i] = 0;
    else if (item.doses === 'one') doses[i] = 1;
    else doses[i] = portion < 0.25 ? 0.5 : portion < 0.75 ? 1 : 2;
  });
}
