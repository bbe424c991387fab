import type { Jump, Root } from '@zonula/numerics';
import { differentiate } from '../expression/differentiate.ts';
import { evaluator, type Place } from '../expression/evaluate.ts';
import {
  apply,
  difference,
  type Expression,
  number,
  substitute,
  symbolsOf,
  timeName,
} from '../expression/expression.ts';
import type { SbmlEvent, SbmlModel } from './read.ts';
import { UnsupportedSbml } from './unsupported.ts';

const none = new Float64Array(0);

/** A condition as a number that rises through 0 when it becomes true. */
const asMargin = (condition: Expression): Expression => {
  if (condition.kind === 'apply') {
    const [a, b] = condition.operands;
    switch (condition.operator) {
      case 'gt':
      case 'geq':
        return difference(a!, b!);
      case 'lt':
      case 'leq':
        return difference(b!, a!);
      case 'and':
        return condition.operands.map(asMargin).reduce((x, y) => apply('min', x, y));
      case 'or':
        return condition.operands.map(asMargin).reduce((x, y) => apply('max', x, y));
      case 'not':
        return apply('minus', asMargin(a!));
      default:
        break;
    }
  }
  throw new UnsupportedSbml('a trigger that is not made of comparisons is not supported');
};

/** All values are taken before any is set. */
const changeOf = ({ name, assignments }: SbmlEvent, places: ReadonlyMap<string, Place>) => {
  const parts = assignments.map(({ variable, value }) => {
    const place = places.get(variable);
    if (!place) throw new UnsupportedSbml(`event ${name}: "${variable}" cannot be assigned`);
    return { ...place, value: evaluator(value, places) };
  });
  const values = new Float64Array(parts.length);
  return (t: number, y: Float64Array, parameters: Float64Array): void => {
    parts.forEach(({ value }, i) => {
      values[i] = value(t, y, parameters);
    });
    parts.forEach(({ from, index }, i) => {
      (from === 'state' ? y : parameters)[index] = values[i]!;
    });
  };
};

/**
 * The events of a model for the solver: jumps where the condition compares time with numbers that never
 * change, roots otherwise. `parameters` are the values at the start.
 */
export const eventsOf = (
  { model, events }: SbmlModel,
  parameters: Float64Array,
): { readonly jumps: readonly Jump[]; readonly roots: readonly Root[] } => {
  const assigned = new Set(
    events.flatMap(({ assignments }) => assignments.map(({ variable }) => variable)),
  );
  const fixed = new Map(
    model.parameterNames
      .map((name, i) => [name, number(parameters[i]!)] as const)
      .filter(([name]) => !assigned.has(name)),
  );
  const jumps: Jump[] = [];
  const roots: Root[] = [];
  for (const event of events) {
    const margin = substitute(asMargin(event.trigger), fixed);
    const change = changeOf(event, model.places);
    const operator = event.trigger.kind === 'apply' ? event.trigger.operator : '';
    const isComparison = ['gt', 'geq', 'lt', 'leq'].includes(operator);
    const usesTimeOnly = [...symbolsOf(margin)].every((name) => name === timeName);
    if (isComparison && usesTimeOnly) {
      const value = evaluator(margin, model.places);
      const slope = evaluator(differentiate(margin, timeName), model.places);
      const steepness = slope(0, none, none);
      const isLinear = [1, 10, 1000].every((t) => slope(t, none, none) === steepness);
      if (isLinear) {
        const start = value(0, none, none);
        const time = -start / steepness;
        const isStrict = operator === 'gt' || operator === 'lt';
        const trueBefore = event.trueBefore ?? (isStrict ? start > 0 : start >= 0);
        const atStart = start > 0 || (start === 0 && !isStrict);
        if (atStart && !trueBefore) jumps.push({ time: 0, change });
        else if (!atStart && steepness > 0 && time >= 0) jumps.push({ time, change });
        continue;
      }
    }
    if (event.trueBefore === false)
      throw new UnsupportedSbml(
        `event ${event.name}: a trigger with initialValue="false" that looks at the state is not supported`,
      );
    roots.push({ value: evaluator(margin, model.places), direction: 'rising', change });
  }
  return { jumps, roots };
};
