import type { ExposurePosterior } from './posterior.ts';
import type { SuspectSet } from './sets.ts';

export interface Decision {
  readonly set: SuspectSet;
  readonly worthwhileProbability: number;
  readonly claimed: boolean;
  /** What stands in the way of a claim; null when claimed. */
  readonly why: 'unsure' | 'too-small' | 'vetoed' | 'rate' | null;
}

export interface DecisionRule {
  /** Largest expected share of wrong claims. */
  readonly falseDiscoveryRate: number;
  /** Least probability that the peak is larger than the smallest worthwhile effect. */
  readonly worthwhileProbability: number;
}

export const defaultRule: DecisionRule = { falseDiscoveryRate: 0.1, worthwhileProbability: 0.8 };

/**
 * Claims the most probable sets as long as the expected share of wrong claims stays below the rate
 * (Müller, Parmigiani & Rice 2006) and each is probably larger than the smallest worthwhile effect.
 * @param vetoed exposures about which nothing may be claimed
 */
export const decide = (
  sets: readonly SuspectSet[],
  posteriors: readonly ExposurePosterior[],
  worthwhile: number,
  vetoed: ReadonlySet<number>,
  rule: DecisionRule = defaultRule,
): Decision[] => {
  let wrong = 0;
  let claims = 0;
  return [...sets]
    .sort((a, b) => b.probability - a.probability)
    .map((set) => {
      const worthwhileProbability = probabilityWorthwhile(set, posteriors, worthwhile);
      const why = set.members.some((j) => vetoed.has(j))
        ? 'vetoed'
        : set.probability < rule.worthwhileProbability
          ? 'unsure'
          : worthwhileProbability < rule.worthwhileProbability
            ? worthwhileProbability < rule.worthwhileProbability * set.probability
              ? 'too-small'
              : 'unsure'
            : (wrong + 1 - set.probability) / (claims + 1) > rule.falseDiscoveryRate
              ? claims === 0
                ? 'unsure'
                : 'rate'
              : null;
      if (why === null) {
        wrong += 1 - set.probability;
        claims++;
      }
      return { set, worthwhileProbability, claimed: why === null, why };
    });
};

const probabilityWorthwhile = (
  set: SuspectSet,
  posteriors: readonly ExposurePosterior[],
  worthwhile: number,
): number => {
  const draws = posteriors[set.members[0]].peaks.length;
  let included = 0;
  let large = 0;
  for (let d = 0; d < draws; d++) {
    const peaks = set.members.map((j) => Math.abs(posteriors[j].peaks[d]));
    if (peaks.some((p) => p > 0)) included++;
    if (peaks.some((p) => p > worthwhile)) large++;
  }
  return included === 0 ? 0 : set.probability * (large / included);
};
