import { bulkEffectiveSampleSize, rHat } from '@zonula/numerics';
import type { ChainResult } from './sampler.ts';

export interface Convergence {
  /** The chains agree in all that is looked at: no need to go on. */
  readonly passed: boolean;
  /** They agree on how the skin moves by itself too. Where not, only what each finds by itself is said. */
  readonly settled: boolean;
  /** Exposures with a notable probability on which the chains do not agree: nothing may be claimed of them. */
  readonly contested: readonly number[];
  /** Largest rank-normalised split R-hat over the monitored quantities; null with too few draws. */
  readonly rHat: number | null;
  /** Smallest bulk effective sample size over the monitored quantities. */
  readonly effectiveSampleSize: number | null;
  /** Largest disagreement of the chains on an inclusion probability. */
  readonly disagreement: number;
}

const goodRHat = 1.1;
/** Beyond this the chains live in different worlds: several shapes of one strong effect, say. */
const tolerableRHat = 1.3;
/** Chains that differ by more on a notable inclusion probability contest it. */
const tolerance = 0.2;
/** The same for chains in different worlds: what all of them say does not hang on the world. */
const strictTolerance = 0.1;
const notable = 0.3;

/**
 * Do the chains agree? Rank-normalised split R-hat (Vehtari et al. 2021) of persistence, shock and number of
 * effects, and the inclusion probabilities themselves.
 */
export const assessConvergence = (chains: readonly ChainResult[]): Convergence => {
  const monitored = [
    (c: ChainResult) => Float64Array.from(c.draws, (d) => d.dynamics.persistence),
    (c: ChainResult) => Float64Array.from(c.draws, (d) => Math.log(d.dynamics.shock)),
    (c: ChainResult) => Float64Array.from(c.draws, (d) => d.active.length),
  ].map((read) => chains.map(read));
  const finite = (values: readonly number[]): number[] => values.filter((v) => Number.isFinite(v));
  const hats = finite(monitored.map((series) => rHat(series)));
  const sizes = finite(monitored.map((series) => bulkEffectiveSampleSize(series)));
  const worst = hats.length > 0 ? Math.max(...hats) : null;
  const settled = worst !== null && worst <= tolerableRHat;
  const contested: number[] = [];
  let disagreement = 0;
  for (let j = 0; j < chains[0].inclusion.length; j++) {
    const p = chains.map((chain) => chain.inclusion[j]);
    const spread = Math.max(...p) - Math.min(...p);
    disagreement = Math.max(disagreement, spread);
    const mean = p.reduce((a, b) => a + b, 0) / p.length;
    if (mean >= notable && spread > (settled ? tolerance : strictTolerance)) contested.push(j);
  }
  return {
    passed: worst !== null && worst <= goodRHat && contested.length === 0,
    settled,
    contested,
    rHat: worst,
    effectiveSampleSize: sizes.length > 0 ? Math.min(...sizes) : null,
    disagreement,
  };
};
