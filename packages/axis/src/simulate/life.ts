import type { Random } from '@zonula/numerics';
import type { AxisEvent, Dose } from '../axis/events.ts';
import type { Step } from '../axis/jumps.ts';
import { noiseOf } from '../axis/people.ts';
import type { Meal } from './foods.ts';
import { drawMenu, eat, type Menu } from './menu.ts';
import type { Profile } from './profile.ts';

/** Something taken or done on some days, that acts as an event of this kind. */
export interface Practice {
  readonly category: 'medication' | 'supplement' | 'skincare';
  readonly name: string;
  readonly kind: string;
  readonly amount: number;
  /** 1 on days with it. */
  readonly done: Float64Array;
}

/** Everything that happens to a person, day by day; the first `burnIn` days come before the diary. */
export interface Life {
  readonly days: number;
  readonly burnIn: number;
  readonly firstWeekday: number;
  readonly menu: Menu;
  /** Servings of every item on every day, row by row. */
  readonly servings: Float64Array;
  readonly stress: Float64Array;
  readonly sleep: Float64Array;
  /** Day of the cycle from 1; 0 where there is none. */
  readonly cycleDay: Float64Array;
  readonly practices: readonly Practice[];
}

export const mealTimes: Readonly<Record<Meal, number>> = {
  breakfast: 8 / 24,
  lunch: 13 / 24,
  snack: 16 / 24,
  dinner: 19 / 24,
  evening: 21 / 24,
};

/** What a new day brings comes with breakfast: events at one time are one stop of the solver. */
const morning = mealTimes.breakfast;

const persistent = (days: number, mean: number, spread: number, memory: number, random: Random) => {
  const kept = Math.exp(-1 / memory);
  const fresh = spread * Math.sqrt(1 - kept * kept);
  let x = spread * random.normal();
  return Float64Array.from({ length: days }, () => {
    x = kept * x + fresh * random.normal();
    return mean + x;
  });
};

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

const kinds = [
  { category: 'skincare', name: 'moisturiser', kind: 'moisturiser', amount: 1, chance: 0.5 },
  { category: 'supplement', name: 'probiotic capsule', kind: 'probiotic', amount: 1, chance: 0.25 },
  { category: 'supplement', name: 'psyllium', kind: 'fibre', amount: 7, chance: 0.2 },
  { category: 'supplement', name: 'collagen powder', kind: 'collagen', amount: 1, chance: 0.15 },
  { category: 'supplement', name: 'glutamine', kind: 'glutamine', amount: 1, chance: 0.1 },
] as const;

/** Phases of a habit, kept as well as this person keeps things. */
const phases = (days: number, adherence: number, random: Random): Float64Array => {
  const length = 28 + random.integer(120);
  let on = random.uniform() < 0.5;
  return Float64Array.from({ length: days }, () => {
    if (random.uniform() < 1 / length) on = !on;
    return on && random.uniform() < adherence ? 1 : 0;
  });
};

const practicesOf = (
  days: number,
  { adherence }: Profile,
  stress: Float64Array,
  random: Random,
): readonly Practice[] => {
  const kept = kinds.flatMap(({ chance, ...practice }, i): Practice[] => {
    const own = random.fork(i);
    return own.uniform() < chance ? [{ ...practice, done: phases(days, adherence, own) }] : [];
  });
  const own = random.fork(100);
  const pain: Practice = {
    category: 'medication',
    name: 'ibuprofen',
    kind: 'nsaid',
    amount: 1,
    done: Float64Array.from({ length: days }, (_, t) =>
      own.uniform() < 0.01 + 0.006 * Math.max(0, stress[t]! - 4) ? 1 : 0,
    ),
  };
  const courses = random.fork(101);
  const antibiotic = new Float64Array(days);
  for (let t = 0; t < days; t++)
    if (courses.uniform() < 0.25 / 365) antibiotic.fill(1, t, Math.min(days, t + 7));
  return [
    ...kept,
    pain,
    ...(antibiotic.includes(1)
      ? [
          {
            category: 'medication',
            name: 'antibiotic',
            kind: 'antibiotic',
            amount: 1,
            done: antibiotic,
          } as const,
        ]
      : []),
  ];
};

/** Lives `burnIn + days` days. */
export const live = (
  profile: Profile,
  days: number,
  burnIn: number,
  firstWeekday: number,
  random: Random,
): Life => {
  const all = burnIn + days;
  const stress = persistent(all, profile.stress, 1.6, 3, random.fork(1)) //
    .map((x) => clamp(Math.round(x), 0, 10));
  const nights = random.fork(2);
  const sleep = stress.map((level) =>
    clamp(
      Math.round(2 * (profile.sleep - 0.15 * (level - profile.stress) + 0.8 * nights.normal())) / 2,
      3,
      10,
    ),
  );
  const { cycle } = profile;
  const cycleDay = Float64Array.from({ length: all }, (_, t) =>
    cycle ? 1 + ((cycle.first + t) % cycle.days) : 0,
  );
  const menu = drawMenu(random.fork(3), profile.comfort);
  const badness = stress.map((level) => (level - profile.stress) / 2);
  return {
    days: all,
    burnIn,
    firstWeekday,
    menu,
    servings: eat(menu, all, firstWeekday, badness, random.fork(4)),
    stress,
    sleep,
    cycleDay,
    practices: practicesOf(all, profile, stress, random.fork(5)),
  };
};

/** Days on which a person keeps to a plan for one food instead of their own ways. */
export interface ImposedFood {
  /** As this person calls it. */
  readonly name: string;
  /** Per day of the diary: had once, not had, or null for as they like. */
  readonly had: readonly (boolean | null)[];
}

/** The same life but for one food on some days; all else stays as it was drawn. `RangeError` where this person never has such a food. */
export const imposed = (life: Life, { name, had }: ImposedFood): Life => {
  const n = life.menu.items.length;
  const places = life.menu.items.flatMap((item, place) => (item.name === name ? [place] : []));
  if (places.length === 0) throw new RangeError(`this person never has ${name}`);
  const servings = life.servings.slice();
  for (const [day, has] of had.entries()) {
    if (has === null) continue;
    const row = (life.burnIn + day) * n;
    for (const place of places) servings[row + place] = 0;
    if (has) servings[row + places[0]!] = 1;
  }
  return { ...life, servings };
};

/** How much of a day's stress is an episode as strong as a speech, 0 to 3. */
const episode = (level: number): number => (level >= 7 ? (level - 5) / 3 : 0);

/** The life as events of the axis. Only classes that act on this person go into the doses. */
export const eventsOf = (
  { menu, servings, stress, sleep, practices, days }: Life,
  acts: (name: string) => boolean,
): readonly AxisEvent[] => {
  const n = menu.items.length;
  const doses = menu.items.map(({ food }) => food.doses.filter((dose) => acts(dose.class)));
  const events: AxisEvent[] = [];
  for (let t = 0; t < days; t++) {
    const plates = new Map<Meal, Dose[]>();
    for (let i = 0; i < n; i++) {
      const amount = servings[t * n + i]!;
      if (amount === 0 || doses[i]!.length === 0) continue;
      const { meal } = menu.items[i]!;
      const plate = plates.get(meal) ?? [];
      for (const dose of doses[i]!)
        plate.push({ class: dose.class, portions: dose.portions * amount });
      plates.set(meal, plate);
    }
    for (const [meal, plate] of plates)
      events.push({ day: t + mealTimes[meal], kind: 'meal', doses: plate });
    const speech = episode(stress[t]!);
    if (speech > 0) events.push({ day: t + mealTimes.lunch, kind: 'stress', amount: speech });
    const lost = 7 - sleep[t]!;
    if (lost > 0) events.push({ day: t + morning, kind: 'sleep-loss', amount: lost });
    for (const { kind, amount, done } of practices)
      if (done[t] === 1)
        events.push({ day: t + morning, kind, amount, days: kind === 'nsaid' ? 0.5 : 1 });
  }
  return events;
};

/** Ups and downs of the skin by chance, and with the cycle. */
export const flareOf = (profile: Profile, life: Life, random: Random): readonly Step[] => {
  const { cycle } = profile;
  return noiseOf(life.days, profile.noise, random).map(({ day, parameter, value }) => {
    const phase = cycle ? (2 * Math.PI * life.cycleDay[day]!) / cycle.days : 0;
    const swing = cycle ? Math.exp(cycle.strength * Math.cos(phase)) : 1;
    return { day: day + morning, parameter, value: clamp(value * swing, 0.1, 10) };
  });
};
