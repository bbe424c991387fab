import { createStiffSolver, type StiffSolver } from '@zonula/numerics';
import type { Model } from '../model.ts';
import { UnsolvableRun } from '../run.ts';
import { settingsOf } from '../settings.ts';
import { type AxisEvent, checkEvents } from './events.ts';
import { jumpsOfEvents, type Step } from './jumps.ts';
import { axisModel } from './models.ts';
import type { AxisPerson } from './person.ts';

export interface AxisRequest extends AxisPerson {
  /** In any order. */
  readonly events?: readonly AxisEvent[];
  /** Length of the run in days, above 0. */
  readonly days: number;
  /** Rising times in days within [0, days]; every midnight by default. */
  readonly times?: ArrayLike<number>;
  /** Planned values of parameters in time, such as the noise of `noiseOf`. */
  readonly steps?: readonly Step[];
  /**
   * Error allowed in a step, as a share of the state. By default 3e-3, which leaves the severity of the skin
   * within a few thousandths.
   */
  readonly relativeTolerance?: number;
}

/** What happened: every state and observable at every time asked for. */
export interface AxisCourse {
  readonly model: Model;
  readonly times: Float64Array;
  /** One row of states for each time, in the order of `model.stateNames`. */
  readonly states: Float64Array;
  /** One row of observables for each time, in the order of `model.observableNames`; seen of the states. */
  readonly observables: Float64Array;
  /** The person's parameters before any event, in the order of `model.parameterNames`. */
  readonly parameters: Float64Array;
  /** Course of one state or observable. Throws RangeError for a name that is neither. */
  readonly course: (name: string) => Float64Array;
  readonly steps: number;
}

const settlingDays = 400;
const solvers = { rodas3: new WeakMap<Model, StiffSolver>(), rodas5p: new WeakMap() };

/** The method that is faster at this tolerance with a jump every few hours. */
const solverOf = (model: Model, relativeTolerance: number): StiffSolver => {
  const method = relativeTolerance >= 1e-3 ? 'rodas3' : 'rodas5p';
  const solver = solvers[method].get(model) ?? createStiffSolver(model.system, method);
  solvers[method].set(model, solver);
  return solver;
};

/** Size of a state near which its error is weighed absolutely: a tenth of where people live. */
const scalesOf = (model: Model): Float64Array =>
  Float64Array.from(Object.values(model.definition.states), ({ initial, range }) =>
    Math.max(initial, range[1] / 10),
  );

/**
 * Runs one virtual person. The run begins where that person comes to rest without events; `events` then
 * happen at their exact times. Throws UnusableSetting, UnusableEvent and UnsolvableRun.
 */
export const simulateAxis = (request: AxisRequest): AxisCourse => {
  const { condition, settings = [], events = [], days } = request;
  const { relativeTolerance = 3e-3 } = request;
  if (!(days > 0 && days <= 1e6))
    throw new RangeError(`days must be within 0 and 1000000: ${days}`);
  checkEvents(events);
  const model = axisModel(condition);
  const { initial, parameters } = settingsOf(model, settings);
  const solver = solverOf(model, relativeTolerance);
  const tolerances = {
    relativeTolerance,
    absoluteTolerance: scalesOf(model).map((scale) => scale * relativeTolerance),
    nonNegative: true,
    keepStep: true,
  };
  const settled = solver.solve({
    start: -settlingDays,
    end: 0,
    initial,
    parameters,
    ...tolerances,
  });
  if (settled.status !== 'done') throw new UnsolvableRun(model.definition.name, settled);
  const start = settled.state;
  for (const [name] of settings) {
    const i = model.stateNames.indexOf(name);
    if (i >= 0) start[i] = initial[i]!;
  }
  const times = request.times
    ? Float64Array.from(request.times)
    : Float64Array.from({ length: Math.floor(days) + 1 }, (_, day) => day);
  const jumps = jumpsOfEvents(model, parameters, request);
  const solution = solver.solve({
    start: 0,
    end: days,
    initial: start,
    parameters,
    outputTimes: times,
    jumps,
    ...tolerances,
  });
  if (solution.status !== 'done') throw new UnsolvableRun(model.definition.name, solution);
  return courseOf(model, times, solution.output, parameters, solution.statistics.steps);
};

const courseOf = (
  model: Model,
  times: Float64Array,
  states: Float64Array,
  parameters: Float64Array,
  steps: number,
): AxisCourse => {
  const { stateNames, observableNames } = model;
  const [n, m] = [stateNames.length, observableNames.length];
  const observables = new Float64Array(times.length * m);
  for (let row = 0; row < times.length; row++)
    model.observe(
      times[row]!,
      states.subarray(row * n, row * n + n),
      parameters,
      observables.subarray(row * m, row * m + m),
    );
  const take = (values: Float64Array, width: number, i: number) =>
    Float64Array.from(times, (_, row) => values[row * width + i]!);
  const course = (name: string): Float64Array => {
    const state = stateNames.indexOf(name);
    if (state >= 0) return take(states, n, state);
    const observable = observableNames.indexOf(name);
    if (observable >= 0) return take(observables, m, observable);
    throw new RangeError(`the model ${model.definition.name} has no "${name}"`);
  };
  return { model, times, states, observables, parameters, course, steps };
};
