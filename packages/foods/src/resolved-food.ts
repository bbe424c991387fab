import type { ClassKey, PreparationTag } from './classes.ts';
import type { ClassDose } from './compose.ts';
import type { How } from './find/resolve.ts';
import type { LabelReading } from './label/label.ts';

/** A food as it was understood, whole in itself: later data never rewrites it. */
export interface ResolvedFood {
  /** The person's words, folded. */
  readonly phrase: string;
  readonly food: string;
  readonly code: number;
  /** Codes of further foods in it, for a sum of parts. */
  readonly with: readonly number[];
  /** How sure it is that this food is meant, 0 to 1. */
  readonly identified: number;
  /**
   * How sure it is that nothing was missed, 0 to 1: `identified`, and at most 0.8 where other recipes of the name hold an
   * allergen that this one does not, or where the food was inferred.
   */
  readonly confidence: number;
  readonly how: How | 'label';
  readonly grams: number;
  /** `family`: the everyday name under which forms of one ingredient are one; null for what is not named. */
  readonly ingredients: readonly {
    readonly name: string;
    readonly family: string | null;
    readonly percent: number;
  }[];
  readonly classes: ReadonlyMap<ClassKey, ClassDose>;
  /** Allergens that other recipes of the name hold and this one does not, or less surely. */
  readonly variations: ReadonlyMap<ClassKey, ClassDose>;
  readonly preparations: readonly PreparationTag[];
  /** "without cheese", "vegan": what was taken out. */
  readonly without: readonly string[];
  readonly nutrients: ReadonlyMap<string, number> | null;
  readonly dataVersion: string;
  /** What the ingredient list says beyond the classes; null for a food by name. */
  readonly label: Pick<LabelReading, 'emphasised' | 'mayContain' | 'unknown'> | null;
}

export interface FoodReading {
  readonly items: readonly ResolvedFood[];
  readonly unknown: readonly string[];
  /** What of the text was not read; empty where all of it was. */
  readonly notes: readonly string[];
}

export const tooLong = 'The text is very long. Only its beginning was read.';
