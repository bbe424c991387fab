import type { Tag } from '../model.ts';
import type { Setting } from '../settings.ts';
import type { Condition } from './person.ts';

/** A place of the body with this condition, and what that sets in the model. */
export interface Site {
  readonly condition: Condition;
  readonly name: string;
  readonly settings: readonly Setting[];
  readonly tag: Tag;
  readonly source: string;
}

const density =
  (condition: Condition) =>
  ([name, value]: readonly [string, number]): Site => ({
    condition,
    name,
    settings: [['site_density', value]],
    tag: 'assumed',
    source: 'our assumption',
  });

const area =
  (condition: Condition) =>
  ([name, value]: readonly [string, number]): Site => ({
    condition,
    name,
    settings: [['site_share', value]],
    tag: 'measured',
    source: 'share of the body surface, as SCORAD counts it',
  });

const bodyParts = [
  ['head', 0.09],
  ['arm', 0.09],
  ['front of the trunk', 0.18],
  ['back', 0.18],
  ['leg', 0.18],
  ['whole body', 1],
] as const;

/** Places the skin modules know. */
export const sites: readonly Site[] = [
  ...(
    [
      ['face', 1],
      ['shoulders', 0.6],
      ['chest', 0.5],
      ['back', 0.8],
      ['buttocks', 0.3],
    ] as const
  ).map(density('acne')),
  ...(
    [
      ['cheeks', 1],
      ['nose', 0.6],
      ['forehead', 0.4],
      ['chin', 0.4],
    ] as const
  ).map(density('rosacea')),
  ...bodyParts.map(area('eczema')),
  ...bodyParts.map(area('psoriasis')),
];

/** The settings for a place. Throws RangeError for a place this condition does not know. */
export const settingsOfSite = (condition: Condition, name: string): readonly Setting[] => {
  const own = sites.filter((site) => site.condition === condition);
  const site = own.find((candidate) => candidate.name === name);
  if (site) return site.settings;
  throw new RangeError(
    `${condition} has no place "${name}"; it has ${own.map((s) => s.name).join(', ')}`,
  );
};
