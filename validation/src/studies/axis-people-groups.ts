import { type Condition, conditions } from '@zonula/axis';

/** What is true of the people of a group. */
export const groups = [
  ...(['nothing', 'arrow-cut', 'past-gut', 'through-gut'] as const),
  ...(['quick-past-gut', 'quick-through-gut'] as const),
] as const;
export type Group = (typeof groups)[number];
const quickGroups: ReadonlySet<Group> = new Set(['quick-past-gut', 'quick-through-gut']);

/** One person. */
export interface AxisPersonTask {
  readonly seed: number;
  readonly group: Group;
  readonly condition: Condition;
}

export const peopleOf: Readonly<Record<Group, number>> = {
  nothing: 120,
  'arrow-cut': 60,
  'past-gut': 40,
  'through-gut': 40,
  'quick-past-gut': 90,
  'quick-through-gut': 90,
};
export const daysOf = (group: Group): number => (quickGroups.has(group) ? 365 : 180);
const classes = ['dairy', 'wheat', 'egg', 'added-sugar', 'nightshade', 'histamine'] as const;
/** Eaten now and then: what is eaten daily keeps the skin near its worst, and one portion more is little. */
const rareClasses = ['fish', 'egg', 'citrus', 'cocoa', 'spicy', 'soy', 'peanut'] as const;

/** Strong reactions on purpose: usual ones move these skins by less than a tenth of a point a portion. */
const strong = { uptake_to_T2: 4, direct_to_skin: 2.5 } as const;

/** Skins that answer within days, by the ends of their ranges; eczema has no such end. */
const quickSkins = {
  acne: {
    ...{ comedone_days: 5, inflamed_days: 3, microcomedone_days: 5 },
    ...{ direct_to_skin: 3, T2_to_skin: 1 },
  },
  rosacea: { papule_days: 5, papule_formation: 2, direct_to_skin: 3, T2_to_skin: 1 },
  psoriasis: { direct_to_skin: 3000, T2_to_skin: 1000 },
} as const;
const quickConditions = ['acne', 'rosacea', 'psoriasis'] as const;

const quickScenarioOf = ({ seed, group, condition }: AxisPersonTask) => {
  const name = rareClasses[seed % rareClasses.length]!;
  const isDirect = group === 'quick-past-gut';
  const skin = quickSkins[condition as keyof typeof quickSkins];
  return {
    condition,
    settings: { ...skin, uptake_to_T2: 5, gut_arrow: isDirect ? 0 : 1 },
    triggers: [{ class: name, gut: isDirect ? 0 : 10, direct: isDirect ? 10 : 0 }],
  };
};

/** What is settled of this person; everything else is drawn. */
export const scenarioOf = (task: AxisPersonTask) => {
  const { seed, group, condition } = task;
  if (quickGroups.has(group)) return quickScenarioOf(task);
  const name = classes[seed % classes.length]!;
  const gut = { class: name, gut: 8, direct: 0 };
  const direct = { class: name, gut: 0, direct: 8 };
  // Direct effects have another size in the plaque than the other skins; it keeps its own gains.
  const gains = condition === 'psoriasis' ? { uptake_to_T2: 4 } : strong;
  const T2_to_skin = condition === 'psoriasis' ? 400 : 1;
  if (group === 'nothing') return { condition, settings: {}, triggers: [] };
  if (group === 'past-gut') return { condition, settings: gains, triggers: [direct] };
  const gut_arrow = group === 'arrow-cut' ? 0 : 1;
  return { condition, settings: { ...gains, T2_to_skin, gut_arrow }, triggers: [gut] };
};

export const groupLabels: Readonly<Record<Group, string>> = {
  nothing: 'react to nothing',
  'arrow-cut': 'a food opens the gut wall, no arrow to the skin',
  'past-gut': 'a food acts past the gut',
  'through-gut': 'a food acts through the gut',
  'quick-past-gut': 'quick skin, a food acts past the gut',
  'quick-through-gut': 'quick skin, a food acts through the gut',
};

/** The conditions of a group, taken in turns. */
export const conditionsOf = (group: Group): readonly Condition[] =>
  quickGroups.has(group) ? quickConditions : conditions;
