import { type Condition, conditions, modelNames as ownModels, type Setting } from '@zonula/axis';
import { InvalidArgumentError } from 'commander';

/** The only thing to set that is a word: which skin the coupled model has. */
export interface ChosenCondition {
  readonly condition: Condition;
}

export const coupled = 'axis';
export const modelNames: readonly string[] = [...ownModels, coupled];

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
