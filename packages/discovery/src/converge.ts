import { bulkEffectiveSampleSize, rHat } from '@zonula/numerics';
import type { ChainResult } from './sampler.ts';

export interface Convergence {
  readonly passed: boolean;
  /** Largest rank-normalised split R-hat over the monitored quantities; null with too few draws. */
  readonly rHat: number | null;
  /** Smallest bulk effective sample size over the monitored quantities. */
  readonly effectiveSampleSize: number | null;
  /** Largest disagreement of the chains on an inclusion probability. */
  readonly disagreement: number;
}

const largestRHat = 1.1;
/** Monte Carlo tolerance of an inclusion probability that matters. */
const tolerance = 0.12;

/**
 * Do the chains agree? Rank-normalised split R-hat (Vehtari et al. 2021) of log density, persistence, shock
 * and number of effects, and the inclusion probabilities themselves.
 */
export const assessConvergence = (chains: readonly ChainResult[]): Convergence => {
  const monitored = [
    (c: ChainResult) => Float64Array.from(c.draws, (d) => d.logDensity),
    (c: ChainResult) => Float64Array.from(c.draws, (d) => d.dynamics.persistence),
    (c: ChainResult) => Float64Array.from(c.draws, (d) => Math.log(d.dynamics.shock)),
    (c: ChainResult) => Float64Array.from(c.inclusions, (state) => state.length),
  ].map((read) => chains.map(read));
  const hats = monitored.map((series) => rHat(series)).filter((v) => Number.isFinite(v));
  const sizes = monitored
    .map((series) => bulkEffectiveSampleSize(series))
    .filter((v) => Number.isFinite(v));
  let disagreement = 0;
  const exposures = chains[0].inclusion.length;
  for (let j = 0; j < exposures; j++) {
    const p = chains.map((chain) => chain.inclusion[j]);
    disagreement = Math.max(disagreement, Math.max(...p) - Math.min(...p));
  }
  const worst = hats.length > 0 ? Math.max(...hats) : null;
  return {
    passed: worst !== null && worst <= largestRHat && disagreement <= 2 * tolerance,
    rHat: worst,
    effectiveSampleSize: sizes.length > 0 ? Math.min(...sizes) : null,
    disagreement,
  };
};
