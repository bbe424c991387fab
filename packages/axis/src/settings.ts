import type { Model } from './model.ts';

/** A parameter or an initial state, by name, and its value. */
export type Setting = readonly [name: string, value: number];

/** A name or a value that cannot be set; the message names it and what is allowed. */
export class UnusableSetting extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableSetting';
  }
}

const withUnit = (value: number, unit: string): string =>
  unit === '' ? `${value}` : `${value} ${unit}`;

const check = (
  name: string,
  value: number,
  {
    range: [least, most],
    unit,
  }: { readonly range: readonly [number, number]; readonly unit: string },
): void => {
  if (!(value >= least && value <= most))
    throw new UnusableSetting(
      `${name} must be within ${least} and ${withUnit(most, unit)}, not ${value}`,
    );
};

/** Initial states and parameters with the settings made. Throws UnusableSetting. */
export const settingsOf = (model: Model, settings: readonly Setting[]) => {
  const { name: modelName, states, parameters } = model.definition;
  const initial = Float64Array.from(Object.values(states), (state) => state.initial);
  const values = Float64Array.from(Object.values(parameters), ({ value }) => value);
  const stateAt = new Map(Object.entries(states).map(([name, state], i) => [name, { state, i }]));
  const parameterAt = new Map(
    Object.entries(parameters).flatMap(([name, parameter], i) => {
      const entry = { parameter, i, name };
      const { alias } = parameter;
      return [name, ...(alias === undefined ? [] : [alias])].map((n) => [n, entry] as const);
    }),
  );
  for (const [name, value] of settings) {
    const state = stateAt.get(name);
    const parameter = parameterAt.get(name);
    if (state) {
      check(name, value, state.state);
      initial[state.i] = value;
    } else if (parameter) {
      check(parameter.name, value, parameter.parameter);
      values[parameter.i] = value;
    } else
      throw new UnusableSetting(
        `the model ${modelName} has no "${name}"; it has the states ${[...stateAt.keys()].join(' ')} and the parameters ${Object.keys(parameters).join(' ')}`,
      );
  }
  return { initial, parameters: values };
};
