import { allergenKeys, type ClassKey } from './classes.ts';
import type { ClassDose } from './compose.ts';
import type { Foods } from './foods.ts';
import type { ResolvedFood } from './resolved-food.ts';

/** What one serving of a diary's food holds, as the timeline takes it. */
export interface ServingOfFood {
  readonly ingredients: readonly {
    readonly name: string;
    /** Of the serving's weight, 0 to 1. */
    readonly share: number;
    readonly probability: number;
  }[];
  readonly classes: readonly {
    readonly key: string;
    /** Grams in a serving, if it is held. */
    readonly dose: number;
    readonly probability: number;
  }[];
  /** False when part of the words was not read or not understood: what is not named is then not absent. */
  readonly complete: boolean;
}

/** Counts from a trace: these act in grams, not in spoonfuls. */
const potent = new Set([
  'chilli',
  'chilli sauce',
  'garlic',
  'onion',
  'mustard',
  'celery',
  'sesame',
  'egg',
  'peanut',
  'coffee',
  'tea',
  'yeast extract',
  'soya',
]);

/** Share of a serving from which an ingredient is worth a look of its own, 0 to 1. */
const leastShare = (family: string): number => (potent.has(family) ? 0.003 : 0.05);

/** A mapping less sure than this shows what may be in it, and not what is absent. */
const sureOfAbsence = 0.6;

/**
 * Less of an allergen than a gram, expected in a serving that probably lacks it: no dose, and no reason to call the day
 * unknown.
 */
const isSlight = (key: ClassKey, grams: number, probability: number): boolean =>
  allergenKeys.has(key) && probability < 0.5 && grams < 1;

/** With what other recipes hold, where that is likelier. */
const mergedClasses = ({ classes, variations }: ResolvedFood): ReadonlyMap<ClassKey, ClassDose> =>
  new Map([...classes, ...variations]);

/** What the foods of a diary are made of; null for a name that is not understood. */
export const composeServing =
  (foods: Foods) =>
  (name: string): ServingOfFood | null => {
    const { items, unknown, notes } = foods.read(name);
    if (items.length === 0) return null;
    const total = items.reduce((sum, { grams }) => sum + grams, 0);
    const ingredients: { name: string; share: number; probability: number }[] = [];
    const classes: { key: string; dose: number; probability: number }[] = [];
    for (const item of items) {
      const shares = new Map<string, number>();
      for (const { family, percent } of item.ingredients) {
        if (family !== null) shares.set(family, (shares.get(family) ?? 0) + percent / 100);
      }
      for (const [family, within] of shares) {
        const share = (within * item.grams) / total;
        if (share >= leastShare(family))
          ingredients.push({ name: family, share, probability: item.identified });
      }
      for (const [key, { grams, probability }] of mergedClasses(item)) {
        if (grams > 0 && probability > 0 && !isSlight(key, grams, probability))
          classes.push({
            key,
            dose: grams / probability,
            probability: probability * item.identified,
          });
      }
    }
    const complete =
      unknown.length === 0 &&
      notes.length === 0 &&
      items.every(({ identified }) => identified >= sureOfAbsence);
    return { ingredients, classes, complete };
  };
