import type { Derivative, EliminationCode, OdeSystem } from '@zonula/numerics';
import { differentiate } from './expression/differentiate.ts';
import { type Evaluate, evaluator, type Place } from './expression/evaluate.ts';
import { type Expression, substitute, symbolsOf } from './expression/expression.ts';
import { parseFormula } from './expression/parse.ts';

/** How a number came about: seen in people or animals, taken from a published model, or our guess. */
export type Tag = 'measured' | 'modelled' | 'assumed';

/**
 * How people differ in a parameter: by a factor around `median`, its value where there is none, with `spread` the
 * standard deviation of the logarithm; or not at all present in a share `zero` of them and half-normal in the others.
 */
export type Prior =
  | { readonly kind: 'log-normal'; readonly spread: number; readonly median?: number }
  | { readonly kind: 'zero-or-half-normal'; readonly zero: number; readonly scale: number };

export interface Parameter {
  readonly value: number;
  readonly unit: string;
  /** What may be asked for: least and most. */
  readonly range: readonly [least: number, most: number];
  readonly source: string;
  readonly tag: Tag;
  readonly about?: string;
  /** The sign of the paper, understood as well. */
  readonly alias?: string;
  /** Everybody has `value` where there is none. */
  readonly prior?: Prior;
}

/** Text (see parseFormula), or the tree it stands for. */
export type Formula = string | Expression;

export interface State {
  readonly initial: number;
  readonly unit: string;
  /** Of the initial value. */
  readonly range: readonly [least: number, most: number];
  /** dx/dt as a formula of states, parameters, intermediates and `time`. */
  readonly rate: Formula;
  readonly about?: string;
}

export interface Observable {
  readonly formula: Formula;
  readonly unit: string;
  readonly about?: string;
}

/** From `time` on the parameter has this value. */
export interface ParameterChange {
  readonly time: number;
  readonly parameter: string;
  readonly value: number;
}

/**
 * A module: what it holds, how that moves, with which numbers, and what is seen of it. All formulas are
 * text (see parseFormula), so that the same lines are computed, differentiated and exported.
 */
export interface ModelDefinition {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly timeUnit: string;
  /** Where a run ends when nobody says; in `timeUnit`. */
  readonly until: number;
  readonly states: Readonly<Record<string, State>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Shorthands, each of which may use those before it. */
  readonly intermediates?: Readonly<Record<string, Formula>>;
  readonly observables: Readonly<Record<string, Observable>>;
  /** Planned changes of parameters, which may depend on parameters. */
  readonly schedule?: (numberOf: (parameter: string) => number) => readonly ParameterChange[];
}

/** Functions written from the formulas beforehand (`fixtures/compile-models.ts`). */
export interface CompiledModel {
  readonly derivative: Derivative;
  readonly jacobian: Derivative;
  readonly observe: Derivative;
  /** Interpreted models do without. */
  readonly elimination?: EliminationCode;
  readonly pattern: readonly (readonly [row: number, column: number])[];
}

export interface Model {
  readonly definition: ModelDefinition;
  /** Names in the order of the numbers. */
  readonly stateNames: readonly string[];
  readonly parameterNames: readonly string[];
  readonly observableNames: readonly string[];
  readonly system: OdeSystem;
  /** Writes the observables at a state. */
  readonly observe: Derivative;
  /** The rate of each state and the formula of each observable, intermediates put in. */
  readonly rates: readonly Expression[];
  readonly observed: readonly Expression[];
  readonly places: ReadonlyMap<string, Place>;
}

interface Formulas {
  readonly rates: readonly Expression[];
  readonly observed: readonly Expression[];
  readonly places: ReadonlyMap<string, Place>;
}

const formulasOf = (definition: ModelDefinition): Formulas => {
  const shorthands = new Map<string, Expression>();
  const read = (formula: Formula): Expression =>
    substitute(typeof formula === 'string' ? parseFormula(formula) : formula, shorthands);
  for (const [name, formula] of Object.entries(definition.intermediates ?? {}))
    shorthands.set(name, read(formula));
  const places = new Map<string, Place>();
  const add = (name: string, place: Place) => {
    if (places.has(name) || shorthands.has(name) || name === 'time')
      throw new RangeError(`${definition.name}: two things are called "${name}"`);
    places.set(name, place);
  };
  for (const [index, name] of Object.keys(definition.states).entries())
    add(name, { from: 'state', index });
  for (const [index, name] of Object.keys(definition.parameters).entries())
    add(name, { from: 'parameter', index });
  return {
    rates: Object.values(definition.states).map(({ rate }) => read(rate)),
    observed: Object.values(definition.observables).map(({ formula }) => read(formula)),
    places,
  };
};

/** The entries of the Jacobian that can differ from zero, with their formulas. */
export const jacobianOf = (rates: readonly Expression[], stateNames: readonly string[]) =>
  rates.flatMap((rate, row) => {
    const used = symbolsOf(rate);
    return stateNames.flatMap((name, column) =>
      used.has(name) ? [{ row, column, value: differentiate(rate, name) }] : [],
    );
  });

const all =
  (values: readonly { readonly slot: number; readonly value: Evaluate }[]): Derivative =>
  (t, y, parameters, out) => {
    for (let i = 0; i < values.length; i++) {
      const { slot, value } = values[i]!;
      out[slot] = value(t, y, parameters);
    }
  };

const interpret = (
  { rates, observed, places }: Formulas,
  names: readonly string[],
): CompiledModel => {
  const entries = jacobianOf(rates, names);
  const compute = (value: Expression, slot: number) => ({ slot, value: evaluator(value, places) });
  return {
    derivative: all(rates.map(compute)),
    observe: all(observed.map(compute)),
    jacobian: all(
      entries.map(({ row, column, value }) => compute(value, row * names.length + column)),
    ),
    pattern: entries.map(({ row, column }) => [row, column]),
  };
};

/**
 * Makes a model of its definition. Without compiled functions the formulas are interpreted, which is
 * slower. Throws for formulas that cannot be read and for names that nothing defines.
 */
export const createModel = (definition: ModelDefinition, compiled?: CompiledModel): Model => {
  const formulas = formulasOf(definition);
  const stateNames = Object.keys(definition.states);
  const { derivative, jacobian, observe, pattern, elimination } =
    compiled ?? interpret(formulas, stateNames);
  const autonomous = formulas.rates.every((rate) => !symbolsOf(rate).has('time'));
  return {
    definition,
    stateNames,
    parameterNames: Object.keys(definition.parameters),
    observableNames: Object.keys(definition.observables),
    system: {
      size: stateNames.length,
      derivative,
      jacobian,
      pattern,
      autonomous,
      ...(elimination ? { elimination } : {}),
    },
    observe,
    ...formulas,
  };
};
