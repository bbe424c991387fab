import { type CompiledModel, createModel, type Model } from '../model.ts';
import { axis_acne } from '../models/compiled/axis-acne.ts';
import { axis_eczema } from '../models/compiled/axis-eczema.ts';
import { axis_psoriasis } from '../models/compiled/axis-psoriasis.ts';
import { axis_rosacea } from '../models/compiled/axis-rosacea.ts';
import { axisDefinition } from './definitions.ts';
import { type Condition, conditions } from './person.ts';

const compiled: Readonly<Record<Condition, CompiledModel>> = {
  acne: axis_acne,
  eczema: axis_eczema,
  rosacea: axis_rosacea,
  psoriasis: axis_psoriasis,
};

const models = new Map(
  conditions.map((condition): [Condition, Model] => [
    condition,
    createModel(axisDefinition(condition), compiled[condition]),
  ]),
);

/** The coupled models, one for each condition. */
export const axisModels: readonly Model[] = [...models.values()];

/** The coupled model for this condition. */
export const axisModel = (condition: Condition): Model => models.get(condition)!;
