import { logGamma, type Random } from '@zonula/numerics';
import type { Priors } from './model.ts';

/** Size of the negative binomial and the step of its random walk on the log scale. */
export interface SizeState {
  size: number;
  step: number;
}

/**
 * Metropolis step for the size given the log means, Pólya-Gamma weights integrated out.
 * @param logMean per recorded day
 */
export const drawSize = (
  counts: Float64Array,
  logMean: Float64Array,
  priors: Priors,
  state: SizeState,
  adapt: boolean,
  random: Random,
): void => {
  const [median, sd] = priors.size;
  const logDensity = (size: number): number => {
    let sum = -0.5 * (Math.log(size / median) / sd) ** 2;
    for (let i = 0; i < counts.length; i++) {
      const y = counts[i];
      sum +=
        logGamma(y + size) -
        logGamma(size) +
        size * Math.log(size) +
        y * logMean[i] -
        (y + size) * Math.log(size + Math.exp(logMean[i]));
    }
    return sum;
  };
  const proposal = state.size * Math.exp(state.step * random.normal());
  const inRange = proposal > 0.02 && proposal < 1000;
  const ratio = !inRange ? Number.NEGATIVE_INFINITY : logDensity(proposal) - logDensity(state.size);
  const accept = Math.log(random.uniform()) < ratio;
  if (accept) state.size = proposal;
  if (adapt) state.step *= accept ? 1.15 : 0.94;
};

/**
 * Pólya-Gamma draws given the log means, and the Gaussian observations they make of the counts.
 * @param latent in: log mean per recorded day; out: pseudo-observation of it
 * @param variance out: variance of the pseudo-observation
 */
export const drawPseudoObservations = (
  counts: Float64Array,
  size: number,
  random: Random,
  latent: Float64Array,
  variance: Float64Array,
): void => {
  const logSize = Math.log(size);
  for (let i = 0; i < counts.length; i++) {
    const omega = random.polyaGamma(counts[i] + size, latent[i] - logSize);
    variance[i] = 1 / omega;
    latent[i] = (counts[i] - size) / (2 * omega) + logSize;
  }
};
