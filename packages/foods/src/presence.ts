import type { ClassKey } from './classes.ts';

/**
 * Grams of the class in what was eaten from which it is named. The allergens of EU law and their parts count
 * from the least trace; the others act by the amount, and a pinch of pepper is no spicy meal. Where the
 * class is a whole food (onion for fructan, apple for polyol) these are grams of that food. Our own
 * conventions.
 */
const leastGrams: Partial<Readonly<Record<ClassKey, number>>> = {
  'skim-milk': 50,
  whey: 1,
  lactose: 0.5,
  'added-sugar': 2.5,
  'refined-grain': 8,
  'high-glycaemic': 8,
  alcohol: 0.5,
  caffeine: 0.005,
  spicy: 0.3,
  nightshade: 2,
  fructan: 1,
  gos: 5,
  polyol: 10,
  'excess-fructose': 0.5,
  histamine: 4,
  fermented: 3,
  'ultra-processed': 3,
  'processed-meat': 5,
  'red-meat': 5,
  fibre: 2.2,
  'omega-3': 0.2,
  cocoa: 1,
  coconut: 2,
  collagen: 1,
  'bone-broth': 20,
  citrus: 2,
};

/** Is so much of a class worth naming? `grams` of it in what was eaten, above 0. */
export const isPresent = (key: ClassKey, grams: number): boolean => grams >= (leastGrams[key] ?? 0);
