import {
  axisModel,
  type Condition,
  conditions,
  type Model,
  models,
  type Setting,
} from '@zonula/axis';
import { UnusableArguments } from '../failure.ts';
import { type ChosenCondition, coupled } from './model-choice.ts';

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
