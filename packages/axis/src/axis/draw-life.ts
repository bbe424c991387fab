import type { Random } from '@zonula/numerics';
import { drawSettings } from '../draw.ts';
import { eventKinds } from './event-kinds.ts';
import type { AxisEvent } from './events.ts';
import { axisModel } from './models.ts';
import { noiseOf } from './people.ts';
import type { Condition } from './person.ts';
import type { AxisRequest } from './simulate-axis.ts';

const classes = ['dairy', 'high-glycaemic', 'spicy', 'fibre', 'wheat'];

const drawEvent = (days: number, random: Random): AxisEvent => {
  const kind = eventKinds[random.integer(eventKinds.length)]!;
  const between = ([least, most]: readonly [number, number]) =>
    least + random.uniform() * (most - least);
  return {
    day: random.uniform() * days,
    kind: kind.name,
    amount: between(kind.amount),
    ...(kind.days ? { days: between(kind.days) } : {}),
    ...(kind.name === 'meal'
      ? { doses: classes.map((name) => ({ class: name, portions: 4 * random.uniform() })) }
      : {}),
  };
};

/**
 * A run in which everything is drawn evenly within its range, however unlikely: all numbers and initial
 * states, reactions, five events a day, noise. For tests of the solver, not of people.
 */
export const drawLife = (condition: Condition, days: number, random: Random): AxisRequest => ({
  condition,
  settings: drawSettings(axisModel(condition), random.fork(1)),
  triggers: classes.map((name) => ({
    class: name,
    gut: 10 * random.uniform(),
    direct: 10 * random.uniform(),
  })),
  events: Array.from({ length: Math.ceil(5 * days) }, () => drawEvent(days, random)),
  steps: noiseOf(days, { spread: 1, memoryDays: 5 }, random.fork(2)),
  days,
});
