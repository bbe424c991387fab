import type { ModelDefinition } from '../model.ts';
import { type Arrow, type AxisModule, compose } from './module.ts';
import { acne } from './modules/acne.ts';
import { eczema } from './modules/eczema.ts';
import { epithelium } from './modules/epithelium.ts';
import { immune } from './modules/immune.ts';
import { lumen } from './modules/lumen.ts';
import { mucus } from './modules/mucus.ts';
import { nutrients } from './modules/nutrients.ts';
import { psoriasis } from './modules/psoriasis.ts';
import { rosacea } from './modules/rosacea.ts';
import { skinBarrier } from './modules/skin-barrier.ts';
import { skinMicrobiome } from './modules/skin-microbiome.ts';
import { type Condition, conditions } from './person.ts';

const gut = [lumen, mucus, epithelium, immune, nutrients];
const skin = [skinBarrier, skinMicrobiome];
const modules: Readonly<Record<Condition, readonly AxisModule[]>> = {
  acne: [...gut, ...skin, acne],
  eczema: [...gut, eczema],
  rosacea: [...gut, ...skin, rosacea],
  psoriasis: [...gut, ...skin, psoriasis],
};

/** The modules of the axis for a person with this condition, from the plate to the skin. */
export const modulesOf = (condition: Condition): readonly AxisModule[] => modules[condition];

export const axisDefinition = (condition: Condition): ModelDefinition =>
  compose(
    `axis_${condition}`,
    `The axis from gut to skin, with ${condition}`,
    modulesOf(condition),
  );

export const axisDefinitions: readonly ModelDefinition[] = conditions.map(axisDefinition);

/** Every arrow of the mechanism for this condition. Those that hold `gut_arrow` lead from gut to skin. */
export const arrowsOf = (condition: Condition): readonly Arrow[] =>
  modulesOf(condition).flatMap(({ arrows }) => arrows);
