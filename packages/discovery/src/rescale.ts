import type { Random } from '@zonula/numerics';
import type { Problem } from './model.ts';

/**
 * A score that crosses few cuts hardly says how large a step of the skin is, yet the filled-in latent
 * scores hold that scale fast, and it would move slowly. This move scales latent scores and shock
 * together around one cut (generalised Gibbs on the group of scalings, Liu & Sabatti 2000).
 */
export interface Rescaling {
  /**
   * Proposes scaled latent scores.
   * @param latent per recorded day, centred; not changed
   * @param out the scaled ones
   * @returns log of the factor by which the shock grows too, or null when a score would leave its interval
   */
  readonly propose: (latent: Float64Array, out: Float64Array, random: Random) => number | null;
}

/** Steps of the logarithm: large ones for scores with one cut, small ones for scores with several. */
const steps = [0.8, 0.2, 0.05];

export const createRescaling = ({ lower, upper, centre }: Problem): Rescaling => {
  const cuts = [...new Set([...lower, ...upper])]
    .filter((cut) => Number.isFinite(cut))
    .map((cut) => cut - centre);
  return {
    propose: (latent, out, random) => {
      const cut = cuts[random.integer(cuts.length)];
      const log = steps[random.integer(steps.length)] * random.normal();
      const factor = Math.exp(log);
      for (let i = 0; i < latent.length; i++) {
        const scaled = cut + factor * (latent[i] - cut);
        if (scaled < lower[i] - centre || scaled > upper[i] - centre) return null;
        out[i] = scaled;
      }
      return log;
    },
  };
};
