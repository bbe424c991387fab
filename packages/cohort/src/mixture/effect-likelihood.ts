/**
 * What one person's data say about the size of an effect: its likelihood relative to that of no effect,
 *
 *   L(effect) / L(0) = height N(effect | estimate, error^2),   and 1 at an effect of exactly none.
 *
 * With a known normal likelihood the height is 1 / N(0 | estimate, error^2). An analysis that had to search for the delay gives
 * less than that: the search has its price, and the height holds it.
 */
export interface EffectLikelihood {
  /** Points, as a share of the scale's range. */
  readonly estimate: number;
  readonly error: number;
  readonly logHeight: number;
}

const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);

const logDensity = (x: number, variance: number): number =>
  -0.5 * (Math.log(variance) + (x * x) / variance) - logRootTwoPi;

/** From an estimate with its standard error, as of a trial; throws RangeError unless both are finite and the error above 0. */
export const normalLikelihood = (estimate: number, error: number): EffectLikelihood => {
  if (!(Number.isFinite(estimate) && Number.isFinite(error) && error > 0))
    throw new RangeError('an effect needs an estimate and a standard error above 0');
  return { estimate, error, logHeight: -logDensity(estimate, error * error) };
};

/** ln of the Bayes factor of effects that are N(mean, spread^2) against no effect at all. */
export const logBayesFactor = (
  { estimate, error, logHeight }: EffectLikelihood,
  mean: number,
  spread: number,
): number => logHeight + logDensity(estimate - mean, error * error + spread * spread);

/** What a Bayesian analysis says of one exposure of one person, and the prior that it was made under. */
export interface SlabPosterior {
  /** ln of posterior over prior odds of acting at all. */
  readonly logBayesFactor: number;
  /** Standard deviation of the prior of the effect, given that there is one; normal around 0. */
  readonly slab: number;
  /** Mean and standard deviation of the effect's posterior, given that there is one; null where not described. */
  readonly effect: { readonly mean: number; readonly sd: number } | null;
}

/** Above this share of the prior's width a posterior says too little of the size to be divided by it. */
const widest = 0.8;
/** No single diary is worth more: the normal form does not reach that far into the tails. */
const mostEvidence = Math.log(1e6);

/**
 * The likelihood that is left when the slab N(0, slab^2) is divided out of the posterior, both taken for normal; its height
 * is such that the Bayes factor against the slab stays what the analysis said, and never so that an effect of next to nothing were better
 * than none: over many people such crumbs would add up to certainty. Where the posterior is hardly narrower than the slab, or
 * was not described, the size is unknown and only the Bayes factor speaks: the estimate is then 0, with the error at which a known
 * normal likelihood would have that Bayes factor.
 * Null where there is no evidence on either side (a Bayes factor of 1 or more, size unknown).
 */
export const withoutSlab = ({
  logBayesFactor: evidence,
  slab,
  effect,
}: SlabPosterior): EffectLikelihood | null => {
  if (!(slab > 0) || !Number.isFinite(evidence))
    throw new RangeError(
      'an effect needs the width of its prior, above 0, and a finite Bayes factor',
    );
  const log = Math.min(mostEvidence, evidence);
  if (effect !== null && effect.sd > 0 && effect.sd <= widest * slab) {
    const precision = 1 / effect.sd ** 2 - 1 / slab ** 2;
    const estimate = effect.mean / effect.sd ** 2 / precision;
    const variance = 1 / precision;
    const height = log - logDensity(estimate, variance + slab ** 2);
    return {
      estimate,
      error: Math.sqrt(variance),
      logHeight: Math.min(height, -logDensity(estimate, variance)),
    };
  }
  // Bayes factor of an estimate of 0: error / sqrt(error^2 + slab^2).
  const square = Math.exp(2 * log);
  if (square >= 1) return null;
  return normalLikelihood(0, slab * Math.sqrt(square / (1 - square)));
};
