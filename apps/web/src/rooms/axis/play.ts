import { type AxisEvent, type Condition, simulateAxis } from '@zonula/axis';

/** What one can move while the mechanism runs. */
export interface Levers {
  /** Meals a day with a food this virtual person reacts to, 0 to 3. */
  readonly meals: number;
  /** Doses of an NSAID at work, 0 to 3. */
  readonly nsaid: number;
  /** 1 is a speech in public, all day; 0 to 2. */
  readonly stress: number;
  /** Hours of sleep lost each night, 0 to 5. */
  readonly sleepLoss: number;
  /** Fibre beyond the usual, 0 to 40 g a day. */
  readonly fibre: number;
  /** 0 or 1 course of an antibiotic. */
  readonly antibiotic: number;
  /** A prescribed cream on the skin, 0 to 1. */
  readonly treatment: number;
}

export type Lever = keyof Levers;

/** Least, most and step of each lever. */
export const leverRanges: Readonly<Record<Lever, readonly [number, number, number]>> = {
  meals: [0, 3, 1],
  nsaid: [0, 3, 1],
  stress: [0, 2, 0.5],
  sleepLoss: [0, 5, 1],
  fibre: [0, 40, 10],
  antibiotic: [0, 1, 1],
  treatment: [0, 1, 0.25],
};

export const levers = Object.keys(leverRanges) as readonly Lever[];

export const atRest: Levers = {
  meals: 0,
  nsaid: 0,
  stress: 0,
  sleepLoss: 0,
  fibre: 0,
  antibiotic: 0,
  treatment: 0,
};

/** From this day on the levers stand so. */
export interface Change {
  readonly day: number;
  readonly levers: Levers;
}

export interface PlayRequest {
  readonly condition: Condition;
  /** 1 lets the gut move the skin, 0 holds it: nobody has measured which is true. */
  readonly gutArrow: 0 | 1;
  /** In the order of their days; the first is on day 0. */
  readonly changes: readonly Change[];
  readonly days: number;
}

/** States and observables of the model that the pictures show. */
export const quantities = [
  'J',
  'leak',
  'villusCoverage',
  'mucusThickness',
  'L',
  'X',
  'CRP',
  'Bc',
  'Bp',
  'A',
  'severity',
  'skinBarrier',
] as const;
export type Quantity = (typeof quantities)[number];
export type Moment = Readonly<Record<Quantity, number>>;

export interface Play {
  readonly days: number;
  readonly perDay: number;
  /** For each quantity its values at every step of `1 / perDay`, from day 0 to the last. */
  readonly courses: Readonly<Record<Quantity, Float64Array>>;
  /** Severity of the same life with the gut arrow at 0. */
  readonly severityWithoutArrow: Float64Array;
}

export const perDay = 24;
export const longestPlay = 84;
const mealTimes = [8, 13, 19] as const;
const bedtime = 23;

const lasting = (kind: string, amount: number, day: number, days: number): readonly AxisEvent[] =>
  amount > 0 && days > 0.01 ? [{ day, kind, amount, days }] : [];

/** What happens between two changes. */
const eventsBetween = (from: number, to: number, now: Levers): AxisEvent[] => {
  const events: AxisEvent[] = [
    ...lasting('nsaid', now.nsaid, from, Math.min(60, to - from)),
    ...lasting('stress', now.stress, from, Math.min(60, to - from)),
    ...lasting('fibre', now.fibre, from, to - from),
    ...lasting('antibiotic', now.antibiotic, from, Math.min(60, to - from)),
    ...lasting('topical', now.treatment, from, to - from),
  ];
  for (let day = Math.floor(from); day < to; day++) {
    for (const hour of mealTimes.slice(0, Math.round(now.meals))) {
      const at = day + hour / 24;
      if (at >= from && at < to)
        events.push({ day: at, kind: 'meal', doses: [{ class: 'dairy', portions: 1 }] });
    }
    const night = day + bedtime / 24;
    if (now.sleepLoss > 0 && night >= from && night < to)
      events.push({ day: night, kind: 'sleep-loss', amount: now.sleepLoss });
  }
  return events;
};

/** The life that the changes describe, in the order of its days. */
export const eventsOf = (changes: readonly Change[], days: number): AxisEvent[] =>
  changes
    .flatMap(({ day, levers: now }, i) => eventsBetween(day, changes[i + 1]?.day ?? days, now))
    .filter(({ day }) => day < days)
    .sort((a, b) => a.day - b.day);

/** Runs the model twice, as asked and with the gut arrow at 0. Throws UnusableEvent and UnsolvableRun. */
export const play = ({ condition, gutArrow, changes, days }: PlayRequest): Play => {
  const times = Float64Array.from({ length: Math.round(days * perDay) + 1 }, (_, i) => i / perDay);
  const run = (arrow: 0 | 1) =>
    simulateAxis({
      condition,
      settings: [['gut_arrow', arrow]],
      triggers: [{ class: 'dairy', gut: 3, direct: 0 }],
      events: eventsOf(changes, days),
      days,
      times,
    });
  const shown = run(gutArrow);
  return {
    days,
    perDay,
    courses: Object.fromEntries(
      quantities.map((name) => [name, shown.course(name)]),
    ) as unknown as Record<Quantity, Float64Array>,
    severityWithoutArrow: (gutArrow === 0 ? shown : run(0)).course('severity'),
  };
};

/** The state at a day, between two steps by a straight line. */
export const momentAt = ({ courses, days }: Play, day: number): Moment => {
  const at = Math.min(Math.max(day, 0), days) * perDay;
  const low = Math.floor(at);
  const share = at - low;
  return Object.fromEntries(
    quantities.map((name) => {
      const course = courses[name];
      const a = course[low] ?? 0;
      return [name, a + share * ((course[low + 1] ?? a) - a)];
    }),
  ) as unknown as Moment;
};
