import type { Suspects } from '@zonula/discovery';

/** How large an effect could still hide in what was judged, in outcome points. */
export interface Hidden {
  /** Things that could be judged. */
  readonly judged: number;
  /**
   * The largest end of any interval of a peak, as if that thing did act, and never less than the smallest
   * worthwhile effect: it does not lean on the prior belief that most things do nothing. Null when no
   * effect was stated.
   */
  readonly largest: number | null;
  /** How many of them hardly hide more than the smallest worthwhile effect. */
  readonly small: number;
}

/** An exposure without a stated effect was so rarely included that no interval could be given. */
const hardlyIncluded = 0.05;

export const largestHidden = (suspects: Suspects): Hidden => {
  const worthwhile = suspects.worthwhile ?? 0;
  let [judged, small] = [0, 0];
  let largest: number | null = null;
  for (const { identifiable, probability, effect } of suspects.exposures) {
    if (!identifiable || probability === null) continue;
    judged++;
    const bound = effect && Math.max(...effect.peakInterval.map(Math.abs));
    if (bound === null ? probability < hardlyIncluded : bound <= worthwhile) small++;
    if (bound !== null) largest = Math.max(largest ?? worthwhile, bound);
  }
  return { judged, largest, small };
};
