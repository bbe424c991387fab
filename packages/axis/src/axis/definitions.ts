import type { ModelDefinition } from '../model.ts';
import { classActs } from './class-acts.ts';
import { eventKinds } from './event-kinds.ts';
import { type Arrow, type AxisModule, compose } from './module.ts';
import { acne } from './modules/acne.ts';
import { eczema } from './modules/eczema.ts';
import { epithelium } from './modules/epithelium.ts';
import { immune } from './modules/immune.ts';
import { lumenWith } from './modules/lumen.ts';
import { mucus } from './modules/mucus.ts';
import { nutrients } from './modules/nutrients.ts';
import { psoriasis } from './modules/psoriasis.ts';
import { rosacea } from './modules/rosacea.ts';
import { skinBarrier } from './modules/skin-barrier.ts';
import { skinMicrobiome } from './modules/skin-microbiome.ts';
import { type Condition, conditions } from './person.ts';

/** Parodi 2008: small bowel overgrowth in 52 of 113 with rosacea and in 3 of 60 without. */
const [lumen, lumenInRosacea] = [lumenWith(3 / 60), lumenWith(52 / 113)];
const behindLumen = [mucus, epithelium, immune, nutrients];
const gut = [lumen, ...behindLumen];
const skin = [skinBarrier, skinMicrobiome];
const modules: Readonly<Record<Condition, readonly AxisModule[]>> = {
  acne: [...gut, ...skin, acne],
  eczema: [...gut, eczema],
  rosacea: [lumenInRosacea, ...behindLumen, ...skin, rosacea],
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

/** Arrows from what is eaten and done, by what events do. */
const arrowsOfEvents: readonly Arrow[] = [
  ...eventKinds.flatMap(({ name, impulses, pulses, tag, source, known, parameters }) =>
    [...impulses, ...pulses].map(
      ({ target, ...own }): Arrow => ({
        from: `event:${name}`,
        to: target,
        sign: 'more',
        tag: own.tag ?? tag,
        source: own.source ?? source,
        sentence: own.sentence ?? known,
        parameters,
      }),
    ),
  ),
  ...classActs.map(
    ({ class: name, target, gain, tag, source, sentence }): Arrow => ({
      from: `class:${name}`,
      to: target,
      sign: 'more',
      tag,
      source,
      sentence,
      parameters: gain === undefined ? [] : [gain],
    }),
  ),
  ...(['A', 'E'] as const).map(
    (to): Arrow => ({
      from: 'event:meal',
      to,
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption',
      sentence:
        to === 'A'
          ? 'Some food may irritate the gut wall of this person.'
          : 'Some food may reach the skin of this person past the gut wall.',
      parameters: [],
    }),
  ),
];

/**
 * Every arrow of the mechanism for this condition: between states, from parameters, and from events
 * (`event:NAME`) and food classes (`class:KEY`). Those that hold `gut_arrow` lead from gut to skin.
 */
export const arrowsOf = (condition: Condition): readonly Arrow[] => {
  const modules = modulesOf(condition);
  const known = new Set(
    modules.flatMap((m) => [...Object.keys(m.states), ...Object.keys(m.parameters)]),
  );
  return [
    ...arrowsOfEvents
      .filter(({ to }) => known.has(to))
      .map((arrow) => ({ ...arrow, parameters: arrow.parameters.filter((p) => known.has(p)) })),
    ...modules.flatMap(({ arrows }) => arrows),
  ];
};
