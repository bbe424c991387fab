import type { Setting } from '../settings.ts';

export const conditions = ['acne', 'eczema', 'rosacea', 'psoriasis'] as const;
export type Condition = (typeof conditions)[number];

/** How one person reacts to one food class, per usual portion. */
export interface Trigger {
  /** A class key of the foods room. */
  readonly class: string;
  /** How strongly it opens the gut wall, 0 to 10; it reaches the skin only where `gut_arrow` is 1. */
  readonly gut: number;
  /** How strongly it moves the skin without the gut wall, 0 to 10. */
  readonly direct: number;
}

/** A virtual person: what sets them apart from the values of the model. */
export interface AxisPerson {
  readonly condition: Condition;
  /** Parameters, and states at the start. A state that is set is not left to come to rest. */
  readonly settings?: readonly Setting[];
  readonly triggers?: readonly Trigger[];
}
