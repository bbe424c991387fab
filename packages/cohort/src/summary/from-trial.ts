import { asTrialEstimate, type Estimate } from '@zonula/trial';
import { normalLikelihood } from '../mixture/effect-likelihood.ts';
import type { EffectSummary } from './effect-summary.ts';

export interface TrialOfPerson {
  readonly person: string;
  readonly exposure: string;
  readonly outcome: string;
  /** Of the outcome's scale, in points. */
  readonly range: number;
  /** Of the analysis of the trial, in points; null where it could not tell. */
  readonly effect: Estimate | null;
  /** Days with a score in either arm. */
  readonly daysWith: number;
  readonly daysWithout: number;
}

/**
 * A trial's effect is estimated under a flat prior, so its posterior, taken for normal, is its likelihood. Null where the trial has no
 * estimate. Throws RangeError when the range is not above 0.
 */
export function summariseTrial({ range, effect, ...trial }: TrialOfPerson): EffectSummary | null {
  if (!(range > 0)) throw new RangeError('the range of the scale must be above 0');
  if (effect === null) return null;
  const { effect: estimate, standardError } = asTrialEstimate(effect);
  return {
    ...trial,
    measure: 'lasting',
    likelihood: normalLikelihood(estimate / range, standardError / range),
    delay: null,
  };
}
