import type { AgreedFood } from './answers.ts';

/** Classes of foods by what they belong to; the keys are those of the foods tables. */
const groups: ReadonlyMap<string, AgreedFood> = new Map<string, AgreedFood>([
  ...['dairy', 'milk', 'skim-milk', 'whey', 'cheese', 'yogurt', 'lactose'].map(
    (key) => [key, 'milk'] as const,
  ),
  ['egg', 'egg'],
  ['peanut', 'peanut'],
  ['tree-nut', 'nuts'],
  ['fish', 'fish'],
  ['shellfish', 'shellfish'],
  ['wheat', 'wheat'],
  ['gluten', 'wheat'],
]);

/**
 * What goes along when a kind of food is left out: classes of which more than half, by weight over the everyday names of the foods
 * tables, is eaten in dishes that hold that kind. A test of the command holds it against the tables. Allergens that count from a trace, such
 * as soy, are not kinds of food in this sense.
 */
const takenAlong: ReadonlyMap<string, readonly string[]> = new Map([
  ['added-sugar', ['dairy', 'peanut']],
  ['refined-grain', ['wheat', 'gluten', 'egg']],
  ['high-glycaemic', ['wheat', 'gluten', 'egg', 'peanut']],
  ['fructan', ['wheat', 'gluten', 'egg', 'peanut', 'tree-nut', 'shellfish']],
  ['gos', ['tree-nut']],
  ['histamine', ['wheat', 'gluten', 'fish']],
  ['ultra-processed', ['wheat', 'gluten', 'dairy']],
  ['fibre', ['peanut', 'tree-nut']],
  ['omega-3', ['egg', 'fish', 'shellfish']],
]);

/** The classes that leaving out a whole class of foods takes along. */
export const classesTakenAlong = (key: string): readonly string[] => takenAlong.get(key) ?? [];

/** Which of the foods that need a clinician's word in eczema the classes hold, each once. */
export const agreedFoodsIn = (classes: readonly string[]): readonly AgreedFood[] => [
  ...new Set(classes.flatMap((key) => groups.get(key) ?? [])),
];

export const holdsGluten = (classes: readonly string[]): boolean =>
  classes.includes('gluten') || classes.includes('wheat');
