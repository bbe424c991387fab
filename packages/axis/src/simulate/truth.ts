import { classActs } from '../axis/class-acts.ts';
import type { AxisEvent, Dose } from '../axis/events.ts';
import type { Rater } from '../axis/measure.ts';
import { axisModel } from '../axis/models.ts';
import type { AxisPerson } from '../axis/person.ts';
import { simulateAxis } from '../axis/simulate-axis.ts';
import { statesBehind } from '../axis/states-behind.ts';
import type { Setting } from '../settings.ts';
import type { VirtualFood } from './foods.ts';
import { scoreHour } from './hours.ts';
import { eventsOf, type Life } from './life.ts';
import { expectedScore } from './score.ts';

/** What one thing truly does to the score, in points, after one usual portion or one day of it. */
export interface Effect {
  /** Change of the expected score on the evening of the same day, of the next, and so on. */
  readonly impulseResponse: readonly number[];
  /** The largest change, with its sign. */
  readonly peak: number;
  /** All changes together. */
  readonly total: number;
  /** Centre of mass of the size of the change, in days. */
  readonly delayDays: number;
  readonly throughGut: {
    /** The part of `total` that is gone when the leak is held at rest. */
    readonly indirect: number;
    /** `indirect` as a share of `total`; null where the total is nearly nothing. */
    readonly share: number | null;
    /** `total` without any arrow from the gut. */
    readonly withoutArrow: number;
  };
}

export interface TrueTrigger extends Effect {
  /** As in the diary, or class/NAME. */
  readonly id: string;
  readonly grain: 'dish' | 'class' | 'entry';
  /** The rows of the diary that hold it, for a class. */
  readonly rows?: readonly string[];
  /** The classes of a dish that act. */
  readonly classes?: readonly string[];
}

/** Practices that do nothing but to the gut. */
const gutOnly: ReadonlySet<string> = new Set([
  'probiotic',
  'fibre',
  'glutamine',
  'nsaid',
  'antibiotic',
]);

const horizon = 120;
/** Points below which a change is counted as none: a thousandth of the scale of ten. */
const least = 0.01;
/** Differences of two such runs are good to a thousandth of themselves. */
const relativeTolerance = 1e-3;

const arrowOf = ({ condition, settings = [] }: AxisPerson): number =>
  new Map(settings).get('gut_arrow') ?? axisModel(condition).definition.parameters.gut_arrow!.value;

/** What lies before the gut wall reaches the skin through the gut arrow only. */
const beforeTheWall: ReadonlySet<string> = new Set(['A', 'Fb', 'Lg']);

/** The states that a portion of a class moves in this person, of those that can reach the skin. */
const reached = (person: AxisPerson, name: string): readonly string[] => {
  const behind = statesBehind(axisModel(person.condition), 'severity');
  const own = (person.triggers ?? [])
    .filter((trigger) => trigger.class === name)
    .flatMap(({ gut, direct }) => [...(gut > 0 ? ['A'] : []), ...(direct > 0 ? ['E'] : [])]);
  const general = classActs.filter((act) => act.class === name).map(({ target }) => target);
  const open = arrowOf(person) > 0;
  return [...own, ...general].filter(
    (state) => behind.has(state) && (open || !beforeTheWall.has(state)),
  );
};

/** What a virtual person shows of themselves. */
const shown = ['severity', 'junctionOpening', 'CRP'] as const;

/** Whether a class does anything in this person that can be seen of them. */
export const actingIn = (person: AxisPerson): ((name: string) => boolean) => {
  const model = axisModel(person.condition);
  const seen = new Set(shown.flatMap((name) => [...statesBehind(model, name)]));
  const acting = new Set((person.triggers ?? []).map((trigger) => trigger.class));
  for (const act of classActs) if (seen.has(act.target)) acting.add(act.class);
  return (name) => acting.has(name);
};

/** The doses of a food that can reach the skin. */
const dosesThatReach = (person: AxisPerson): ((food: VirtualFood) => readonly Dose[]) => {
  const known = new Map<string, boolean>();
  return ({ doses }) =>
    doses.filter(({ class: name }) => {
      const reaches = known.get(name) ?? reached(person, name).length > 0;
      known.set(name, reaches);
      return reaches;
    });
};

const variants: readonly (readonly Setting[])[] = [[], [['junction_clamp', 1]], [['gut_arrow', 0]]];

/** The first 120 days of a life, again and again where it is shorter; only what can reach the skin. */
const backgroundOf = (person: AxisPerson, life: Life): readonly AxisEvent[] => {
  const events = eventsOf(life, (name) => reached(person, name).length > 0);
  return Array.from({ length: Math.ceil(horizon / life.days) }, (_, k) =>
    events.map((event) => ({ ...event, day: event.day + k * life.days })),
  )
    .flat()
    .filter(({ day }) => day < horizon);
};

/**
 * The effect of single events on the expected score, amid 120 days of this person's usual life, without the ups
 * and downs of chance. It begins in `start`, the state in which they live on average. The effect is the
 * difference between that life with one event more, on its first day, and without.
 */
const responder = (person: AxisPerson, life: Life, start: readonly Setting[], rater: Rater) => {
  const background = backgroundOf(person, life);
  const times = Float64Array.from({ length: horizon }, (_, day) => day + scoreHour);
  const run = (variant: readonly Setting[], events: readonly AxisEvent[]): Float64Array =>
    simulateAxis({
      ...person,
      settings: [...(person.settings ?? []), ...start, ...variant],
      events: [...events, ...background],
      days: horizon,
      times,
      relativeTolerance,
    })
      .course('severity')
      .map((severity) => expectedScore(severity, rater));
  const still = new Map<number, Float64Array>();
  const change = (variant: number, event: AxisEvent): Float64Array => {
    const without = still.get(variant) ?? run(variants[variant]!, []);
    still.set(variant, without);
    return run(variants[variant]!, [event]).map((score, t) => score - without[t]!);
  };
  const known = new Map<string, Effect>();
  return (event: AxisEvent, throughWall: boolean): Effect => {
    const key = JSON.stringify(event);
    const found = known.get(key);
    if (found) return found;
    const whole = change(0, event);
    const effect = throughWall
      ? effectOf(whole, sum(change(1, event)), sum(change(2, event)))
      : effectOf(whole, sum(whole), sum(whole));
    known.set(key, effect);
    return effect;
  };
};

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
/** To a hundred-thousandth of a point; what is smaller is the solver's. */
const rounded = (value: number): number => Number(value.toFixed(5)) + 0;

const effectOf = (response: Float64Array, clamped: number, cut: number): Effect => {
  const peak = response.reduce((most, x) => (Math.abs(x) > Math.abs(most) ? x : most), 0);
  const total = sum(response);
  const mass = response.reduce((all, x) => all + Math.abs(x), 0);
  const moment = response.reduce((all, x, t) => all + t * Math.abs(x), 0);
  let end = response.length;
  while (end > 1 && Math.abs(response[end - 1]!) < 0.01 * Math.abs(peak)) end--;
  return {
    impulseResponse: Array.from(response.subarray(0, end), rounded),
    peak: rounded(peak),
    total: rounded(total),
    delayDays: mass === 0 ? 0 : rounded(moment / mass),
    throughGut: {
      indirect: rounded(total - clamped),
      share: Math.abs(total) < least ? null : rounded((total - clamped) / total),
      withoutArrow: rounded(cut),
    },
  };
};

export interface Truth {
  /** What can be accused and truly acts: dishes, their classes, and entries of other kinds. */
  readonly triggers: readonly TrueTrigger[];
  /** What acts and is no suspect: sleep and stress. */
  readonly covariates: readonly TrueTrigger[];
}

/** What truly moves this person's score. `start` holds the states they live in on average. */
export const truthOf = (
  person: AxisPerson,
  life: Life,
  start: readonly Setting[],
  rater: Rater,
): Truth => {
  const respond = responder(person, life, start, rater);
  const dosesOf = dosesThatReach(person);
  const open = arrowOf(person) > 0;
  const { items } = life.menu;
  const eaten = items.filter((_, i) => {
    for (let t = life.burnIn; t < life.days; t++)
      if (life.servings[t * items.length + i]! > 0) return true;
    return false;
  });
  const meal = (doses: readonly Dose[]): Effect =>
    respond(
      { day: 0.5, kind: 'meal', doses },
      doses.some((dose) => reached(person, dose.class).some((state) => beforeTheWall.has(state))),
    );
  const dishes = eaten.flatMap(({ food, name }): TrueTrigger[] => {
    const doses = dosesOf(food);
    if (doses.length === 0) return [];
    const classes = doses.map((dose) => dose.class);
    return [{ id: `food/${name}`, grain: 'dish', classes, ...meal(doses) }];
  });
  const names = new Set(eaten.flatMap(({ food }) => dosesOf(food).map((dose) => dose.class)));
  const classes = [...names].map((name): TrueTrigger => {
    const rows = eaten
      .filter(({ food }) => food.doses.some((dose) => dose.class === name))
      .map((item) => `food/${item.name}`);
    return { id: `class/${name}`, grain: 'class', rows, ...meal([{ class: name, portions: 1 }]) };
  });
  const entries = life.practices
    .filter(({ kind }) => open || !gutOnly.has(kind))
    .map(({ category, name, kind, amount }): TrueTrigger => {
      const days = kind === 'nsaid' ? 0.5 : 1;
      const event = { day: 8 / 24, kind, amount, days };
      return { id: `${category}/${name}`, grain: 'entry', ...respond(event, gutOnly.has(kind)) };
    });
  const stress = { day: 13 / 24, kind: 'stress', amount: 1 };
  const sleep = { day: 8 / 24, kind: 'sleep-loss', amount: 1 };
  const covariates: readonly TrueTrigger[] = [
    { id: 'stress/level', grain: 'entry', ...respond(stress, open) },
    { id: 'sleep/hours', grain: 'entry', ...respond(sleep, open) },
  ];
  const real = ({ peak }: TrueTrigger): boolean => Math.abs(peak) >= least;
  return {
    triggers: [...dishes, ...classes, ...entries].filter(real),
    covariates: covariates.filter(real),
  };
};
