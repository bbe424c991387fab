import { normalCdf } from '@zonula/numerics';
import type { Reference } from './reference-intakes.ts';

/** 97.5 % of the standard normal. */
const upperQuantile = 1.959963984540054;

/**
 * Probability that an intake is below what its eater needs: the probability approach (Institute of Medicine 2000, Dietary Reference
 * Intakes: Applications in Dietary Assessment, chapter 4), averaged over draws of the usual intake. The requirement is log-normal with the average requirement as its
 * median and the recommended intake as its 97.5 % point, which also holds the skewed requirement of iron.
 * Null without an average requirement.
 */
export const probabilityBelow = (
  draws: Float64Array,
  { average, recommended }: Reference,
): number | null => {
  if (average === null || recommended === null) return null;
  const spread = Math.log(recommended / average) / upperQuantile;
  let sum = 0;
  for (const intake of draws)
    sum += intake <= 0 ? 1 : 1 - normalCdf(Math.log(intake / average) / spread);
  return sum / draws.length;
};

/** Share of the draws that reach an amount. */
export const probabilityOf = (draws: Float64Array, amount: number): number => {
  let reached = 0;
  for (const intake of draws) if (intake >= amount) reached++;
  return reached / draws.length;
};

/** Linear interpolation between order statistics. */
export const quantile = (draws: Float64Array, share: number): number => {
  const sorted = Float64Array.from(draws).sort();
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
};

/** Lowest and highest over what is possible. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Null where nothing is known. */
export const rangeOf = (amounts: readonly (number | null)[]): Interval | null => {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) };
};

/** `probabilityBelow` over the references that are possible. */
export const belowOf = (draws: Float64Array, references: readonly Reference[]): Interval | null =>
  rangeOf(references.map((reference) => probabilityBelow(draws, reference)));
