import type { Model, Tag } from './model.ts';
import { courseOf, type Run } from './run.ts';

type Numbers = Readonly<Record<string, number>>;
type Courses = Readonly<Record<string, readonly number[]>>;

/** The document of `axis --json`. */
export interface AxisDocument {
  readonly model: string;
  /** Which skin, where the model can have several. */
  readonly condition?: string;
  /** Of time, states, observables and parameters; '' for a plain number. */
  readonly units: Readonly<Record<string, string>>;
  readonly parameters: Numbers;
  /** How each parameter came about. */
  readonly tags: Readonly<Record<string, Tag>>;
  readonly time: readonly number[];
  readonly states: Courses;
  readonly observables: Courses;
  readonly final: { readonly states: Numbers; readonly observables: Numbers };
}

const mostPoints = 1000;

/** Evenly spaced times from 0 to `until`: round steps, at most about a thousand. */
export const evenTimes = (until: number): Float64Array => {
  if (until === 0) return Float64Array.of(0);
  const power = 10 ** Math.floor(Math.log10(until / mostPoints));
  const step = [1, 2, 5, 10]
    .map((m) => m * power)
    .find((s) => until / s <= mostPoints * 1.0000001)!;
  const whole = Math.floor((until / step) * (1 + 1e-12));
  const times = Array.from({ length: whole + 1 }, (_, i) => Math.min(until, i * step));
  if (until - times.at(-1)! > 1e-9 * until) times.push(until);
  else times[times.length - 1] = until;
  return Float64Array.from(times);
};

const record = <T>(names: readonly string[], value: (name: string, i: number) => T) =>
  Object.fromEntries(names.map((name, i) => [name, value(name, i)] as const));

/** Units of everything a model holds. */
const unitsOf = ({ definition }: Model): Record<string, string> => ({
  time: definition.timeUnit,
  ...Object.fromEntries(
    [definition.states, definition.observables, definition.parameters].flatMap((group) =>
      Object.entries(group).map(([name, { unit }]) => [name, unit] as const),
    ),
  ),
});

export const toDocument = (run: Run): AxisDocument => {
  const { model, times, parameters } = run;
  const { definition, stateNames, observableNames, parameterNames } = model;
  const course = (name: string) => [...courseOf(run, name)];
  const states = record(stateNames, course);
  const observables = record(observableNames, course);
  return {
    model: definition.name,
    units: unitsOf(model),
    parameters: record(parameterNames, (_, i) => parameters[i]!),
    tags: record(parameterNames, (name) => definition.parameters[name]!.tag),
    time: Array.from(times),
    states,
    observables,
    final: {
      states: record(stateNames, (name) => states[name]!.at(-1)!),
      observables: record(observableNames, (name) => observables[name]!.at(-1)!),
    },
  };
};

/** One row for each time: time, states, observables (RFC 4180; the names need no quotes). */
export const toCsv = ({ time, states, observables }: AxisDocument): string => {
  const columns = { ...states, ...observables };
  const rows = time.map((t, i) =>
    [t, ...Object.values(columns).map((course) => course[i]!)].join(','),
  );
  return [['time', ...Object.keys(columns)].join(','), ...rows, ''].join('\r\n');
};
