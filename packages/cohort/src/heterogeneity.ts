/**
 * Classical heterogeneity of people's estimates: Cochran's Q, I^2 (Higgins & Thompson 2002) and the moment estimate of the
 * spread (DerSimonian & Laird 1986). Same figures as metafor's rma(method = "DL").
 */
import { chiSquareSurvival } from '@zonula/numerics';
import type { EffectLikelihood } from './mixture/effect-likelihood.ts';

export interface Heterogeneity {
  readonly q: number;
  /** Of Q under no difference between people. */
  readonly p: number;
  /** Share of the estimates' variation that is more than chance, 0 to 1. */
  readonly i2: number;
  /** Standard deviation of the effects between people, shares of the range. */
  readonly spread: number;
}

/** Null for fewer than two people. */
export function heterogeneityOf(
  people: readonly Pick<EffectLikelihood, 'estimate' | 'error'>[],
): Heterogeneity | null {
  if (people.length < 2) return null;
  let [sum, squares, weighted] = [0, 0, 0];
  for (const { estimate, error } of people) {
    const weight = 1 / error ** 2;
    sum += weight;
    squares += weight ** 2;
    weighted += weight * estimate;
  }
  const mean = weighted / sum;
  const q = people.reduce(
    (total, { estimate, error }) => total + ((estimate - mean) / error) ** 2,
    0,
  );
  const degrees = people.length - 1;
  const variance = Math.max(0, (q - degrees) / (sum - squares / sum));
  return {
    q,
    p: chiSquareSurvival(q, degrees),
    i2: Math.max(0, (q - degrees) / q),
    spread: Math.sqrt(variance),
  };
}
