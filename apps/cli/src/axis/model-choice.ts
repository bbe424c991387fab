import {
  axisModel,
  type Condition,
  conditions,
  type Model,
  models,
  type Setting,
} from '@zonula/axis';
import { InvalidArgumentError } from 'commander';
import { UnusableArguments } from '../failure.ts';

/** The only thing to set that is a word: which skin the coupled model has. */
export interface ChosenCondition {
  readonly condition: Condition;
}

export const coupled = 'axis';
export const modelNames: readonly string[] = [
  ...models.map(({ definition }) => definition.name),
  coupled,
];

const parseCondition = (text: string): ChosenCondition => {
  const condition = conditions.find((name) => name === text);
  if (condition) return { condition };
  throw new InvalidArgumentError(`condition must be one of ${conditions.join(', ')}.`);
};

/** `NAME=NUMBER`, or `condition=WORD`. */
export const parseSetting = (text: string): Setting | ChosenCondition => {
  const equals = text.indexOf('=');
  const name = text.slice(0, equals).trim();
  const value = text.slice(equals + 1).trim();
  if (name === 'condition') return parseCondition(value);
  if (equals < 0 || name === '' || value === '' || !Number.isFinite(Number(value)))
    throw new InvalidArgumentError('NAME=NUMBER is needed, for example dc_stim=6000.');
  return [name, Number(value)];
};

export interface ChosenModel {
  readonly model: Model;
  readonly settings: readonly Setting[];
  /** Where the model has one. */
  readonly condition?: Condition;
}

/** The model, what was set of it, and the condition where it has one. */
export const chosenModel = (
  name: string,
  set: readonly (Setting | ChosenCondition)[],
): ChosenModel => {
  const words = set.flatMap((entry) => ('condition' in entry ? [entry.condition] : []));
  const settings = set.flatMap((entry) => ('condition' in entry ? [] : [entry]));
  if (name !== coupled && words.length > 0)
    throw new UnusableArguments(`--set: only the model ${coupled} has a condition`);
  if (words.length > 1) throw new UnusableArguments('--set: give condition once');
  const [condition = conditions[0]] = words;
  return name === coupled
    ? { model: axisModel(condition), settings, condition }
    : { model: models.find(({ definition }) => definition.name === name)!, settings };
};
