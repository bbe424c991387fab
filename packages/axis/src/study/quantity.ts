import type { Model } from '../model.ts';
import { courseOf, runModel } from '../run.ts';
import { type Setting, UnusableSetting } from '../settings.ts';
import type { View } from './view.ts';

/** One number of a run, as a function of what is set beside the base. */
export type Quantity = (settings: readonly Setting[]) => number;

/** One number of a course at rising times; the mean is over time, by trapezoids. */
export const viewOf = (course: ArrayLike<number>, times: ArrayLike<number>, view: View): number => {
  const values = Array.from(course);
  if (view === 'end') return values.at(-1)!;
  if (view === 'highest') return values.reduce((most, value) => Math.max(most, value));
  if (view === 'lowest') return values.reduce((least, value) => Math.min(least, value));
  if (values.length === 1) return values[0]!;
  let area = 0;
  for (let i = 1; i < values.length; i++)
    area += ((values[i]! + values[i - 1]!) / 2) * (times[i]! - times[i - 1]!);
  return area / (times[values.length - 1]! - times[0]!);
};

export interface QuantityRequest {
  readonly set: readonly Setting[];
  /** In the model's time unit. */
  readonly until: number;
  /** A state or an observable. */
  readonly of: string;
  readonly view: View;
}

const points = 200;
const relativeTolerance = 1e-6;

/** Throws UnusableSetting for a name that is neither a state nor an observable of the model. */
export const checkOutput = (model: Model, name: string): void => {
  const { stateNames, observableNames, definition } = model;
  if (!stateNames.includes(name) && !observableNames.includes(name))
    throw new UnusableSetting(
      `the model ${definition.name} shows no "${name}"; it shows ${[...observableNames, ...stateNames].join(' ')}`,
    );
};

/** One number of a run of this model. Throws UnusableSetting for unknown names. */
export const quantityOf = (model: Model, { set, until, of, view }: QuantityRequest): Quantity => {
  checkOutput(model, of);
  const times =
    view === 'end'
      ? [0, until]
      : Float64Array.from({ length: points + 1 }, (_, i) => (until * i) / points);
  return (settings) =>
    viewOf(
      courseOf(
        runModel(model, { set: [...set, ...settings], until, times, relativeTolerance }),
        of,
      ),
      times,
      view,
    );
};
