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

/** Which of the foods that need a clinician's word in eczema the classes hold, each once. */
export const agreedFoodsIn = (classes: readonly string[]): readonly AgreedFood[] => [
  ...new Set(classes.flatMap((key) => groups.get(key) ?? [])),
];

export const holdsGluten = (classes: readonly string[]): boolean =>
  classes.includes('gluten') || classes.includes('wheat');
