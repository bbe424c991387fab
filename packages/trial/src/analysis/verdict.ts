import type { Estimate } from './estimate.ts';

export interface VerdictInput {
  /** Change of the score with the exposure, in points. */
  readonly effect: Estimate;
  readonly randomisationP: number;
  /** The smallest change that matters to the person, in points, declared before the start. */
  readonly worthwhile: number;
  /** A higher score is worse, as for itch; false for a score of well-being. */
  readonly higherIsWorse: boolean;
  /** Largest p that counts, declared before the start. */
  readonly significance: number;
  readonly smallestPossibleP: number;
}

export type VerdictCode = 'worsens' | 'improves' | 'no-difference' | 'inconclusive';

export interface Verdict {
  readonly code: VerdictCode;
  /** As in the contract: `no difference larger than X` names X. */
  readonly verdict: string;
  /** Why, in one or two sentences for the person. */
  readonly reason: string;
}

/**
 * The rule that is written down before the start. A difference is spoken of when the randomisation
 * test rejects; its absence when the whole interval lies within the smallest worthwhile change.
 */
export function verdictOf(input: VerdictInput): Verdict {
  const { effect, randomisationP, worthwhile, higherIsWorse, significance } = input;
  const [low, high] = effect.interval;
  const rejects = randomisationP <= significance;
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (largest <= worthwhile) {
    const small = rejects
      ? ' A small difference is there, but it is less than what matters to you.'
      : '';
    return {
      code: 'no-difference',
      verdict: `no difference larger than ${points(Math.min(worthwhile, roundedUp(largest)))}`,
      reason: `The difference lies between ${points(low)} and ${points(high)} points.${small}`,
    };
  }
  if (rejects && effect.mean !== 0) {
    const worse = effect.mean > 0 === higherIsWorse;
    return {
      code: worse ? 'worsens' : 'improves',
      verdict: worse ? 'worsens' : 'improves',
      reason: `So large a difference would come up by chance alone in at most ${percent(randomisationP)} of trials like this one.`,
    };
  }
  if (input.smallestPossibleP > significance)
    return inconclusive(
      `With so few periods no result could have decided: the smallest p possible is ${input.smallestPossibleP.toFixed(3)}.`,
    );
  return inconclusive(
    `The difference may lie anywhere between ${points(low)} and ${points(high)} points. That holds both none and one that matters to you (${points(worthwhile)}).`,
  );
}

export const inconclusive = (reason: string): Verdict => ({
  code: 'inconclusive',
  verdict: 'inconclusive',
  reason,
});

const roundedUp = (value: number): number => Math.ceil(value * 100 - 1e-9) / 100;

/** At most two decimals. */
export const points = (value: number): string =>
  (Math.round(value * 100) / 100 || 0).toString().replace('-', '−');

const percent = (share: number): string =>
  `${share < 0.001 ? '0.1' : Number((100 * share).toPrecision(2))} %`;
