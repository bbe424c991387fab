import type { ClassKey, PreparationTag } from './classes.ts';

/** `share`: grams of the class in a gram, 0 to 1; `probability` that the class is held at all. */
export interface ClassShare {
  readonly key: ClassKey;
  readonly share: number;
  readonly probability: number;
}

/** A basic ingredient: FDD codes 0 to 985, own ones from 9001 up. */
export interface Ingredient {
  readonly code: number;
  readonly name: string;
  readonly classes: readonly ClassShare[];
  /** Everyday name under which its forms are one ("onion"); null for water, salt and additives. */
  readonly family: string | null;
  /** Share that is neither water nor ash, 0 to 1; 1 where it is not known. */
  readonly dry: number;
}

export interface Part {
  readonly ingredient: number;
  /** Per cent of the food's weight, 0 to 100. */
  readonly percent: number;
}

export interface Preparation {
  readonly tag: PreparationTag | 'histamine';
  readonly probability: number;
  readonly grade: 'good' | 'fair' | 'low';
}

/** How recipes of one name differ: a food with one of `words` in its name, and none of `unless`, may hold the classes. */
export interface Variation {
  readonly words: readonly string[];
  readonly unless: readonly string[];
  readonly classes: readonly ClassShare[];
}

export interface CommonName {
  /** Lower case, as people type it. */
  readonly name: string;
  readonly language: 'en' | 'en-GB' | 'en-US' | 'de' | 'fr' | 'es';
  readonly code: number;
  /** Usual portion, or one piece or slice where `unit` says so. */
  readonly grams: number;
  readonly unit?: 'piece' | 'slice';
}

export interface Portion {
  /** slice, cup, tablespoon ... in the singular. */
  readonly unit: string;
  /** Null: for any food without an entry of its own. */
  readonly code: number | null;
  readonly grams: number;
}

/** A word of ingredient lists, folded: "skimmed milk powder", "e322". Without classes it is known and harmless. */
export interface LabelWord {
  readonly name: string;
  readonly language: 'en' | 'de' | 'fr' | 'es';
  readonly classes: readonly ClassShare[];
}

/** The compiled tables, decoded. Foods are addressed by their index in `codes`. */
export interface FoodTables {
  /** Names the data and their release; kept in every resolved food. */
  readonly version: string;
  /** Ascending: own foods (six digits), then FDD foods (eight digits). */
  readonly codes: Int32Array;
  readonly names: readonly string[];
  /** Year in which the last survey with this food ended; 0 for own foods. */
  readonly surveys: Uint16Array;
  readonly ingredients: ReadonlyMap<number, Ingredient>;
  /** Largest part first; own foods are already taken apart into basic ingredients. */
  readonly partsAt: (index: number) => readonly Part[];
  /** What is known of the food as a whole and not through its ingredients (computed from SR28 and FPED). */
  readonly classesAt: (index: number) => readonly ClassShare[];
  readonly preparationsAt: (index: number) => readonly Preparation[];
  readonly variations: readonly Variation[];
  readonly commonNames: readonly CommonName[];
  /** Further names of survey foods, each of one food: brands and other words; less sure than a hand-kept name. */
  readonly synonyms: readonly { readonly name: string; readonly code: number }[];
  readonly portions: readonly Portion[];
  readonly labelWords: readonly LabelWord[];
}

/** Nutrients per 100 g by food code, e.g. `calcium_mg`; null where none are known. Loaded on demand. */
export type NutrientsOf = (code: number) => ReadonlyMap<string, number> | null;
