import type { Suspects } from '@zonula/discovery';

/** How large an effect could still hide in what was judged, in outcome points. */
export interface Hidden {
  /** Things that could be judged: the identifiable ones. */
  readonly judged: number;
  /**
   * How many of them have an interval of their effect. The others were in the model too rarely for one:
   * that is no bound, however small their probability.
   */
  readonly bounded: number;
  /**
   * The furthest end of any interval of a peak among the bounded ones, as if that thing did act, and
   * never less than the smallest worthwhile effect. Null when there is no interval.
   */
  readonly largest: number | null;
  /** How many of the bounded ones hide at most the smallest worthwhile effect. */
  readonly small: number;
}

export const largestHidden = (suspects: Suspects): Hidden => {
  const worthwhile = suspects.worthwhile ?? 0;
  let [judged, bounded, small] = [0, 0, 0];
  let largest: number | null = null;
  for (const { identifiable, effect } of suspects.exposures) {
    if (!identifiable) continue;
    judged++;
    if (!effect) continue;
    bounded++;
    const furthest = Math.max(...effect.peakInterval.map(Math.abs));
    if (furthest <= worthwhile) small++;
    largest = Math.max(largest ?? worthwhile, furthest);
  }
  return { judged, bounded, largest, small };
};
