import type { Model } from '../model.ts';
import { type Setting, UnusableSetting } from '../settings.ts';

/** A parameter or an initial state that is varied between two values. */
export interface Factor {
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

const partsOf = ({ definition }: Model) =>
  new Map([
    ...Object.entries(definition.states).map(
      ([name, { range, initial }]) => [name, { range, value: initial }] as const,
    ),
    ...Object.entries(definition.parameters).map(
      ([name, { range, value }]) => [name, { range, value }] as const,
    ),
  ]);

/** Throws UnusableSetting where a factor does not exist or leaves its range. */
export const checkFactors = (model: Model, factors: readonly Factor[]): void => {
  const parts = partsOf(model);
  for (const { name, low, high } of factors) {
    const part = parts.get(name);
    if (!part)
      throw new UnusableSetting(
        `the model ${model.definition.name} has no "${name}"; it has ${[...parts.keys()].join(' ')}`,
      );
    const [least, most] = part.range;
    if (!(low >= least && high <= most && low < high))
      throw new UnusableSetting(
        `${name} must go from a lower to a higher value within ${least} and ${most}, not from ${low} to ${high}`,
      );
  }
};

/**
 * Every parameter from half to twice its value, as far as its range allows. Parameters that are 0 until
 * an event changes them have no half and no double, and are left out, as are those that `set` fixes.
 */
export const usualFactors = (model: Model, set: readonly Setting[]): readonly Factor[] => {
  const fixed = new Map(set);
  return Object.entries(model.definition.parameters).flatMap(([name, { value, range }]) => {
    const [low, high] = [Math.max(range[0], value / 2), Math.min(range[1], value * 2)];
    return value > 0 && low < high && !fixed.has(name) ? [{ name, low, high }] : [];
  });
};

/** Settings at a point of the unit cube. */
export const settingsAt = (factors: readonly Factor[], point: ArrayLike<number>): Setting[] =>
  factors.map(({ name, low, high }, i) => [
    name,
    Math.min(high, Math.max(low, low + point[i]! * (high - low))),
  ]);
