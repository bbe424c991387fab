import type { Suspects } from '@zonula/discovery';

/** How large an effect could still hide in what was judged, in outcome points. */
export interface Hidden {
  /** Things that could be judged. */
  readonly judged: number;
  /** Those of them with a stated effect. */
  readonly bounded: number;
  /**
   * The largest end of any interval of a peak, as if that thing did act; null when no effect was stated.
   * It does not lean on the prior belief that most things do nothing.
   */
  readonly largest: number | null;
  /** How many cannot move the outcome by more than the smallest worthwhile effect. */
  readonly small: number;
}

export const largestHidden = (suspects: Suspects): Hidden => {
  const worthwhile = suspects.worthwhile ?? 0;
  let [judged, bounded, small] = [0, 0, 0];
  let largest: number | null = null;
  for (const { identifiable, probability, effect } of suspects.exposures) {
    if (!identifiable || probability === null) continue;
    judged++;
    if (!effect) continue;
    bounded++;
    const bound = Math.max(...effect.peakInterval.map(Math.abs));
    if (bound <= worthwhile) small++;
    largest = Math.max(largest ?? 0, bound);
  }
  return { judged, bounded, largest, small };
};
