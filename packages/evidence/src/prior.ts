import type { Certainty, Claim, Verdict } from './claim.ts';

/** Where a verdict points: 1 for an effect, -1 against one. Absence of proof is only half a word against. */
const directions: Readonly<Record<Verdict, number>> = {
  supported: 1,
  partly: 0.5,
  'weak or mixed': 0,
  'needs rewording': 0,
  unsupported: -0.5,
  contradicted: -1,
};

const weights: Readonly<Record<Certainty, number>> = {
  high: 1,
  moderate: 0.75,
  low: 0.5,
  'very low': 0.25,
};

/** No claim moves the prior odds further than this factor, up or down. */
export const largestPriorOdds = 2;

/**
 * The factor on the prior odds that something acts, for a claim that says it does: 2 to the power of
 * direction times certainty, from 1/2 to 2. A convention of ours, see docs/evidence-prior.md.
 */
export const priorOddsOf = ({ verdict, certainty }: Pick<Claim, 'verdict' | 'certainty'>): number =>
  largestPriorOdds ** (directions[verdict] * weights[certainty]);
