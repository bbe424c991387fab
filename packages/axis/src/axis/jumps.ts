import type { Jump } from '@zonula/numerics';
import type { Model } from '../model.ts';
import { classActs, eventKindNamed } from './event-kinds.ts';
import type { AxisEvent } from './events.ts';
import type { Trigger } from './person.ts';

/** From `day` on the parameter has this value, until the next step of it. */
export interface Step {
  readonly day: number;
  readonly parameter: string;
  readonly value: number;
}

interface Moment {
  /** What is added to a state at once: index and amount. */
  readonly adds: [state: number, amount: number][];
  /** What a parameter is from now on. */
  readonly sets: [parameter: number, value: number][];
}

/** A parameter raised by `amount` from one time to another. */
interface Pulse {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

/**
 * Events as jumps at their exact times. Everything at one time is one jump. Pulses of one parameter add
 * up, to at most the end of its range; sums are made anew at each change, so that nothing is left over.
 */
export const jumpsOfEvents = (
  model: Model,
  parameters: Float64Array,
  triggers: readonly Trigger[],
  events: readonly AxisEvent[],
  steps: readonly Step[],
): Jump[] => {
  const stateAt = new Map(model.stateNames.map((name, i) => [name, i]));
  const parameterAt = new Map(model.parameterNames.map((name, i) => [name, i]));
  const triggerOf = new Map(triggers.map((trigger) => [trigger.class, trigger]));
  const moments = new Map<number, Moment>();
  const pulses = new Map<string, Pulse[]>();
  const at = (day: number): Moment => {
    const moment = moments.get(day) ?? { adds: [], sets: [] };
    moments.set(day, moment);
    return moment;
  };
  const add = (day: number, state: string, amount: number): void => {
    const i = stateAt.get(state);
    if (i !== undefined && amount !== 0) at(day).adds.push([i, amount]);
  };

  for (const { day, kind, amount, days, doses = [] } of events) {
    const { usual, usualDays, impulses, pulses: acts } = eventKindNamed(kind)!;
    const size = amount ?? usual;
    for (const { target, per } of impulses) add(day, target, per * size);
    for (const { target, per } of acts) {
      const all = pulses.get(target) ?? [];
      all.push({ from: day, to: day + (days ?? usualDays), amount: per * size });
      pulses.set(target, all);
    }
    for (const dose of doses) {
      const portions = dose.portions * size;
      const trigger = triggerOf.get(dose.class);
      if (trigger) add(day, 'A', trigger.gut * portions);
      if (trigger) add(day, 'E', trigger.direct * portions);
      for (const { target, per } of classActs.get(dose.class) ?? [])
        add(day, target, per * portions);
    }
  }
  for (const [parameter, all] of pulses) {
    const i = parameterAt.get(parameter);
    if (i === undefined) continue;
    const base = parameters[i]!;
    const [, most] = model.definition.parameters[parameter]!.range;
    for (const day of new Set(all.flatMap(({ from, to }) => [from, to]))) {
      const sum = all.reduce(
        (total, { from, to, amount }) => (from <= day && day < to ? total + amount : total),
        base,
      );
      at(day).sets.push([i, Math.min(most, sum)]);
    }
  }
  for (const { day, parameter, value } of steps) {
    const i = parameterAt.get(parameter);
    if (i === undefined) throw new RangeError(`there is no parameter "${parameter}"`);
    at(day).sets.push([i, value]);
  }
  return [...moments].map(([time, { adds, sets }]) => ({
    time,
    change: (_t, y, p) => {
      for (let k = 0; k < adds.length; k++) {
        const [i, amount] = adds[k]!;
        y[i] = y[i]! + amount;
      }
      for (let k = 0; k < sets.length; k++) {
        const [i, value] = sets[k]!;
        p[i] = value;
      }
    },
  }));
};
