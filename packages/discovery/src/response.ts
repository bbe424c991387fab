import { normalCdf } from '@zonula/numerics';
import type { Outcome } from '@zonula/timeline';

/**
 * Expected recorded score given the latent mean: the floor, the ceiling and the rounding of a scale make a
 * change of the latent severity smaller in recorded points. Exact for normal noise on equally spaced cuts;
 * counts are exp of a latent log mean; scales with more than 24 steps are taken as continuous between their ends (censored normal mean).
 */
export const expectedScore = (outcome: Outcome, noiseSd: number): ((latent: number) => number) => {
  if (outcome.kind === 'count') return Math.exp;
  const { min, max } = outcome.scale;
  const steps = Math.round((max - min) / outcome.step);
  if (steps <= 24) {
    return (latent) => {
      let sum = min;
      for (let i = 0; i < steps; i++)
        sum += outcome.step * normalCdf((latent - min - (i + 0.5) * outcome.step) / noiseSd);
      return sum;
    };
  }
  return (latent) => {
    const a = (min - latent) / noiseSd;
    const b = (max - latent) / noiseSd;
    const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    const inside = normalCdf(b) - normalCdf(a);
    return (
      min * normalCdf(a) +
      max * (1 - normalCdf(b)) +
      latent * inside +
      noiseSd * (density(a) - density(b))
    );
  };
};

/** Share of recorded days at either end of the scale. */
export const shareAtEnds = (outcome: Outcome): number => {
  let ends = 0;
  let count = 0;
  for (const value of outcome.values) {
    if (Number.isNaN(value)) continue;
    count++;
    if (value <= outcome.scale.min || value >= outcome.scale.max) ends++;
  }
  return count > 0 ? ends / count : 0;
};
