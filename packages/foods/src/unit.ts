/** A phrase and what reads it. */
import type { Match } from './find/resolve.ts';
import type { Tongue } from './text/language.ts';
import type { Removal } from './text/modifiers.ts';
import type { Amount } from './text/quantities.ts';

/** A phrase that is looked up as one food. */
export interface Unit {
  readonly phrase: string;
  readonly amount: Amount | null;
  readonly match: Match | null;
  readonly removals: readonly Removal[];
  /** Index of the plant drink that takes the place of the milk. */
  readonly plant: number | null;
  /** Index of the bread or pasta that takes the place of the wheat: "cheese sandwich on rye". */
  readonly grain: number | null;
}

export interface PhraseReader {
  /** Sets the language of the text that is read next. */
  readonly speak: (tongue: Tongue | null, isForeign?: boolean) => void;
  readonly lookUp: (text: string) => Match | null;
  /** A hand-kept name, whatever its word order, or what the person said it means. */
  readonly named: (text: string) => Match | null;
  readonly readUnit: (phrase: string) => Unit;
  /** Foods that stand side by side in one phrase without a word between; null where it is one food. */
  readonly apart: (phrase: string, unit: Unit) => readonly Unit[] | null;
  /** Several units as one food: a known compound, a drink with plant milk, or what the survey calls exactly so. */
  readonly readSpan: (text: string) => Unit | null;
  /** "yoghurt, greek" is Greek yoghurt. */
  readonly turned: (phrase: string, before: Unit) => Unit | null;
  /** "Pad thai with shrimp": what is named stands in place of the usual meat; null where the dish has no usual one. */
  readonly filledWith: (phrase: string, dish: Unit) => { unit: Unit; whole: boolean } | null;
  /**
   * "sandwich: turkey, lettuce": the heading with the first of its list as one food; null where no such food is known.
   * A container of which no more is known is taken as it is without a filling.
   */
  readonly listed: (heading: Unit, first: Unit) => { unit: Unit; whole: boolean } | null;
  /** Index of the plant drink that a unit is, and nothing else. */
  readonly plantDrink: (phrase: string, match: Match) => number | null;
  readonly holdsMilk: (match: Match) => boolean;
}
