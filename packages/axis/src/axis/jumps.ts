import type { Jump } from '@zonula/numerics';
import type { Model } from '../model.ts';
import { actsOfClass } from './class-acts.ts';
import { type Act, eventKindNamed } from './event-kinds.ts';
import type { AxisEvent } from './events.ts';
import type { Trigger } from './person.ts';

/** From `day` on the parameter has this value, until the next step of it. */
export interface Step {
  readonly day: number;
  readonly parameter: string;
  readonly value: number;
}

/** What befalls a person in a run of `days`. */
export interface Happenings {
  readonly triggers?: readonly Trigger[];
  readonly events?: readonly AxisEvent[];
  readonly steps?: readonly Step[];
  readonly days: number;
}

/** A parameter raised by `amount` from one time to another. */
interface Pulse {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

/** The values of one parameter under these pulses, which add up; sums are made anew at each change. */
const valuesUnder = (pulses: readonly Pulse[], base: number, most: number) => {
  const byStart = [...pulses].sort((a, b) => a.from - b.from);
  const days = [...new Set(pulses.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  let active: Pulse[] = [];
  let next = 0;
  return days.map((day) => {
    active = active.filter(({ to }) => day < to);
    for (; next < byStart.length && byStart[next]!.from <= day; next++)
      if (day < byStart[next]!.to) active.push(byStart[next]!);
    const sum = active.reduce((total, { amount }) => total + amount, base);
    return { day, value: Math.min(most, sum) };
  });
};

/**
 * Events as jumps at their exact times, in order; everything at one time is one jump. Pulses of one
 * parameter add up, to at most the end of its range. The jumps are good for one run: they share one function
 * that goes through them, which is faster than a thousand functions.
 */
export const jumpsOfEvents = (
  model: Model,
  parameters: Float64Array,
  { triggers = [], events = [], steps = [], days }: Happenings,
): Jump[] => {
  const stateAt = new Map(model.stateNames.map((name, i) => [name, i]));
  const parameterAt = new Map(model.parameterNames.map((name, i) => [name, i]));
  const triggerOf = new Map(triggers.map((trigger) => [trigger.class, trigger]));
  const pulses = new Map<string, Pulse[]>();
  const times: number[] = [];
  /** The place of a state that is added to, or -1 - the place of a parameter that is set. */
  const places: number[] = [];
  const values: number[] = [];
  const put = (day: number, place: number, value: number): void => {
    if (day > days) return;
    times.push(day);
    places.push(place);
    values.push(value);
  };
  const add = (day: number, state: string, amount: number): void => {
    const i = stateAt.get(state);
    if (i !== undefined && amount !== 0) put(day, i, amount);
  };

  const strengthOf = ({ per, gain }: Act): number => {
    const i = gain === undefined ? undefined : parameterAt.get(gain);
    return i === undefined ? per : per * parameters[i]!;
  };

  for (const { day, kind, amount, days: length, doses = [] } of events) {
    const { usual, usualDays, impulses, pulses: acts } = eventKindNamed(kind)!;
    const size = amount ?? usual;
    for (const act of impulses) add(day, act.target, strengthOf(act) * size);
    for (const act of acts) {
      const { target } = act;
      const all = pulses.get(target) ?? [];
      all.push({ from: day, to: day + (length ?? usualDays), amount: strengthOf(act) * size });
      pulses.set(target, all);
    }
    for (const dose of doses) {
      const portions = dose.portions * size;
      const trigger = triggerOf.get(dose.class);
      if (trigger) add(day, 'A', trigger.gut * portions);
      if (trigger) add(day, 'E', trigger.direct * portions);
      for (const act of actsOfClass(dose.class)) add(day, act.target, strengthOf(act) * portions);
    }
  }
  for (const [parameter, all] of pulses) {
    const i = parameterAt.get(parameter);
    if (i === undefined) continue;
    const [, most] = model.definition.parameters[parameter]!.range;
    for (const { day, value } of valuesUnder(all, parameters[i]!, most)) put(day, -1 - i, value);
  }
  for (const { day, parameter, value } of steps) {
    const i = parameterAt.get(parameter);
    if (i === undefined) throw new RangeError(`there is no parameter "${parameter}"`);
    put(day, -1 - i, value);
  }

  const order = Array.from(times.keys());
  if (times.some((time, k) => time < times[k - 1]!)) order.sort((a, b) => times[a]! - times[b]!);
  let next = 0;
  const change = (t: number, y: Float64Array, p: Float64Array): void => {
    for (; next < order.length && times[order[next]!]! <= t; next++) {
      const place = places[order[next]!]!;
      const value = values[order[next]!]!;
      if (place >= 0) y[place] = y[place]! + value;
      else p[-1 - place] = value;
    }
  };
  const jumps: Jump[] = [];
  let last = Number.NaN;
  for (const k of order) {
    const time = times[k]!;
    if (time !== last) jumps.push({ time, change });
    last = time;
  }
  return jumps;
};
