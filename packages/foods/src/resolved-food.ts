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
  readonly notes: readonly string[];
}

export const tooLong = 'The text is very long. Only its beginning was read.';
