import type { Random } from '@zonula/numerics';
import type { ModelDefinition, Parameter } from '../model.ts';
import type { Setting } from '../settings.ts';
import type { Step } from './jumps.ts';
import { axisModel } from './models.ts';
import type { AxisPerson, Condition, Trigger } from './person.ts';

/** One draw from the prior of a parameter, within its range; its value where it has no prior. */
export const drawParameter = ({ value, range, prior }: Parameter, random: Random): number => {
  if (!prior) return value;
  const [chance, size] = [random.uniform(), random.normal()];
  const [least, most] = range;
  const drawn =
    prior.kind === 'log-normal'
      ? (prior.median ?? value) * Math.exp(prior.spread * size)
      : chance < prior.zero
        ? 0
        : Math.abs(size) * prior.scale;
  return Math.min(most, Math.max(least, drawn));
};

/** Draws every parameter that has a prior; each has its own stream, so a new one changes no other. */
export const drawPriors = ({ parameters }: ModelDefinition, random: Random): readonly Setting[] =>
  Object.entries(parameters).flatMap(([name, parameter]): Setting[] =>
    parameter.prior ? [[name, drawParameter(parameter, random.fork(labelOf(name)))]] : [],
  );

/** Draws a person from the priors of the coupled axis. */
export const drawPerson = (condition: Condition, random: Random): AxisPerson => ({
  condition,
  settings: drawPriors(axisModel(condition).definition, random),
});

/** A number from a name (FNV-1a, 32 bits). */
const labelOf = (name: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++)
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
};

/**
 * Draws how a person reacts to these classes. Each is a trigger with probability `share`; of the
 * triggers, three in ten act through the gut, five past it, two in both ways. All of it is assumed.
 */
export const drawTriggers = (
  classes: readonly string[],
  random: Random,
  share = 0.1,
): readonly Trigger[] =>
  classes.flatMap((name) => {
    const own = random.fork(labelOf(name));
    const [isTrigger, route] = [own.uniform() < share, own.uniform()];
    const [gut, direct] = [Math.abs(own.normal()) * 3, Math.abs(own.normal())];
    if (!isTrigger) return [];
    const trigger = {
      class: name,
      gut: route < 0.5 ? Math.min(10, gut) : 0,
      direct: route >= 0.3 ? Math.min(10, direct) : 0,
    };
    return [trigger];
  });

/** How the skin goes up and down by itself. */
export interface Noise {
  /** Standard deviation of the logarithm of `flare`. */
  readonly spread: number;
  /** Days after which the memory of it has fallen to 1/e. */
  readonly memoryDays: number;
}

/**
 * The skin's own ups and downs: an Ornstein-Uhlenbeck process of the logarithm, exact on the grid of whole
 * days and held between them; its mean is 1. This is what regresses to the mean.
 */
export const noiseOf = (
  days: number,
  { spread, memoryDays }: Noise,
  random: Random,
): readonly Step[] => {
  const kept = Math.exp(-1 / memoryDays);
  const fresh = spread * Math.sqrt(1 - kept * kept);
  let x = spread * random.normal();
  return Array.from({ length: Math.ceil(days) }, (_, day) => {
    if (day > 0) x = kept * x + fresh * random.normal();
    const value = Math.min(10, Math.max(0.1, Math.exp(x - (spread * spread) / 2)));
    return { day, parameter: 'flare', value };
  });
};
