import {
  createStiffSolver,
  type Jump,
  type Root,
  type Solution,
  type StiffSolver,
} from '@zonula/numerics';
import type { Model } from './model.ts';
import { type Setting, settingsOf } from './settings.ts';

export interface RunRequest {
  /** Parameters and initial states that differ from the model's. */
  readonly set?: readonly Setting[];
  /** In the model's time unit; the model's own end by default. */
  readonly until?: number;
  /** Rising times within [0, until]; 0 and `until` alone by default. */
  readonly times?: ArrayLike<number>;
  /** Default 1e-8. */
  readonly relativeTolerance?: number;
  /** Default a millionth of `relativeTolerance`, in the units of the states. */
  readonly absoluteTolerance?: number;
  /** Beside the model's own schedule. */
  readonly jumps?: readonly Jump[];
  readonly roots?: readonly Root[];
}

export interface Run {
  readonly model: Model;
  readonly times: ArrayLike<number>;
  /** One row of states for each time. */
  readonly states: Float64Array;
  /** One row of observables for each time. */
  readonly observables: Float64Array;
  /** As the run began, in the order of the model's names. */
  readonly parameters: Float64Array;
  readonly solution: Solution;
}

/** The solver could not reach the end; the numbers asked for are too extreme. */
export class UnsolvableRun extends Error {
  constructor(model: string, { status, time }: Solution) {
    super(`the model ${model} cannot be solved beyond time ${time} (${status})`);
    this.name = 'UnsolvableRun';
  }
}

const solvers = new WeakMap<Model, StiffSolver>();

const solverOf = (model: Model): StiffSolver => {
  const known = solvers.get(model);
  if (known) return known;
  const solver = createStiffSolver(model.system);
  solvers.set(model, solver);
  return solver;
};

/** The planned changes of a model as jumps of its solver. */
export const jumpsOf = (model: Model, parameters: Float64Array): Jump[] => {
  const { schedule } = model.definition;
  const indexOf = new Map(model.parameterNames.map((name, index) => [name, index]));
  const changes = schedule?.((name) => parameters[indexOf.get(name)!]!) ?? [];
  return changes.map(({ time, parameter, value }) => {
    const index = indexOf.get(parameter);
    if (index === undefined) throw new RangeError(`the schedule changes "${parameter}"`);
    return {
      time,
      change: (_t, _y, p) => {
        p[index] = value;
      },
    };
  });
};

/**
 * Runs a model from time 0. Throws UnusableSetting for names and values that cannot be set and
 * UnsolvableRun where the solver gives up.
 */
export const runModel = (model: Model, request: RunRequest = {}): Run => {
  const { until = model.definition.until, relativeTolerance = 1e-8 } = request;
  const { initial, parameters } = settingsOf(model, request.set ?? []);
  const times = request.times ?? [0, until];
  const solution = solverOf(model).solve({
    start: 0,
    end: until,
    initial,
    parameters,
    relativeTolerance,
    absoluteTolerance: request.absoluteTolerance ?? relativeTolerance * 1e-6,
    nonNegative: true,
    outputTimes: times,
    jumps: [...jumpsOf(model, parameters), ...(request.jumps ?? [])],
    ...(request.roots ? { roots: request.roots } : {}),
  });
  if (solution.status !== 'done' && solution.status !== 'stopped')
    throw new UnsolvableRun(model.definition.name, solution);
  return {
    model,
    times,
    states: solution.output,
    observables: observe(model, times, solution, parameters),
    parameters,
    solution,
  };
};

/** Observables row by row; they may look at parameters that the schedule never changes. */
const observe = (
  { observe, stateNames, observableNames }: Model,
  times: ArrayLike<number>,
  { output, rows }: Solution,
  parameters: Float64Array,
): Float64Array => {
  const [n, m] = [stateNames.length, observableNames.length];
  const observables = new Float64Array(times.length * m);
  for (let row = 0; row < rows; row++)
    observe(
      times[row]!,
      output.subarray(row * n, row * n + n),
      parameters,
      observables.subarray(row * m, row * m + m),
    );
  return observables;
};

/** The course of one state or observable. Throws RangeError for a name that is neither. */
export const courseOf = (
  { model, times, states, observables }: Run,
  name: string,
): Float64Array => {
  const take = (values: Float64Array, names: readonly string[]) =>
    Float64Array.from(
      { length: times.length },
      (_, row) => values[row * names.length + names.indexOf(name)]!,
    );
  if (model.stateNames.includes(name)) return take(states, model.stateNames);
  if (model.observableNames.includes(name)) return take(observables, model.observableNames);
  throw new RangeError(`the model ${model.definition.name} has no "${name}"`);
};

/** The last value of one state or observable. */
export const endOf = (run: Run, name: string): number => courseOf(run, name).at(-1)!;
