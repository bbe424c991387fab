import { type Heterogeneity, heterogeneityOf } from './heterogeneity.ts';
import { fitDelay, type PooledDelay } from './mixture/fit-delay.ts';
import {
  fitMixture,
  fitPopulation,
  type MixturePosterior,
  probabilityBeyond,
} from './mixture/fit-mixture.ts';
import { type MixturePrior, threePriors } from './mixture/prior.ts';
import { claimsWithin } from './multiplicity.ts';
import type { EffectSummary } from './summary/effect-summary.ts';

export interface CohortOptions {
  /** The first is reported, the others stand beside it. Default: reference, sceptical, open. */
  readonly priors?: readonly MixturePrior[];
  /** Of the intervals; default 0.9. */
  readonly level?: number;
  /** Smallest change that matters, as a share of the scale's range; default 0.05. */
  readonly worthwhile?: number;
  /** Largest expected share of wrong claims; default 0.1. */
  readonly rate?: number;
  /** Exposures of fewer people are not pooled, since nothing of them may be published; default 1. */
  readonly fewest?: number;
}

export interface UnderPrior {
  readonly prior: MixturePrior;
  readonly posterior: Omit<MixturePosterior, 'persons'>;
}

/** One exposure and one outcome over all people whose data could say something. */
export interface PooledExposure {
  readonly exposure: string;
  readonly outcome: string;
  readonly measure: EffectSummary['measure'];
  readonly people: number;
  /** People whose data hold neither for nor against: not pooled. */
  readonly uninformative: number;
  readonly posterior: Omit<MixturePosterior, 'persons'>;
  /** The same under the other priors, and under the first. */
  readonly sensitivity: readonly UnderPrior[];
  readonly delay: PooledDelay | null;
  readonly heterogeneity: Heterogeneity | null;
  /** What drawing people towards each other does. */
  readonly drawn: Drawn;
  /** Said aloud: that somebody responds, within the false discovery rate over all exposures, under every prior. */
  readonly claimed: boolean;
}

/** Standard deviations over people, shares of the range. */
export interface Drawn {
  /** Of their own estimates. */
  readonly ownSpread: number;
  /** Of what is expected of them once the others are known too. */
  readonly drawnSpread: number;
  /** People who respond with probability 0.5 or more. */
  readonly likely: number;
}

const spreadOf = (values: readonly number[]): number => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
};

/** One person and one exposure, with what the others lend; for that person only, never for a report. */
export interface PersonalEffect {
  readonly person: string;
  readonly exposure: string;
  readonly outcome: string;
  readonly measure: EffectSummary['measure'];
  /** Probability that the person responds, all in all. */
  readonly probability: number;
  /** Given that the person responds, shares of the range. */
  readonly effect: { readonly mean: number; readonly sd: number };
  /** Probability of an effect beyond the smallest that matters. */
  readonly worthwhileProbability: number;
  /** Within the false discovery rate over all people and exposures. */
  readonly claimed: boolean;
}

export interface CohortAnalysis {
  readonly exposures: readonly PooledExposure[];
  readonly persons: readonly PersonalEffect[];
  readonly rare: number;
  readonly priors: readonly MixturePrior[];
  readonly worthwhile: number;
  readonly rate: number;
  readonly level: number;
}

/** Takes the exposures one after the other, so that a cohort of any size passes by; nothing of a person is kept but the probabilities to be claimed. */
export interface Pooling {
  /** All summaries of one exposure, outcome and measure. Returns what they mean for each of the people, not yet claimed. */
  readonly pool: (group: readonly EffectSummary[]) => Omit<PersonalEffect, 'claimed'>[];
  /** Decides over all exposures together. */
  readonly decide: () => PooledExposures;
}

export interface PooledExposures {
  readonly exposures: readonly PooledExposure[];
  /** A person's effect is claimed from this `worthwhileProbability` on: within the false discovery rate over all people and exposures. Null where none is. */
  readonly personalThreshold: number | null;
  /** Exposures that were not pooled because of too few people. */
  readonly rare: number;
  readonly priors: readonly MixturePrior[];
  readonly worthwhile: number;
  readonly rate: number;
  readonly level: number;
}

/** A personal effect below this is never claimed. */
const leastPersonal = 0.8;

/** Throws RangeError without any prior. */
export function createPooling({
  priors = threePriors,
  level = 0.9,
  worthwhile = 0.05,
  rate = 0.1,
  fewest = 1,
}: CohortOptions = {}): Pooling {
  if (priors.length === 0) throw new RangeError('at least one prior is needed');
  const pooled: Pick<ReturnType<typeof poolGroup>, 'exposure' | 'somes'>[] = [];
  const probabilities: number[] = [];
  let rare = 0;
  return {
    pool: (group) => {
      const told = group.filter(({ likelihood }) => likelihood !== null).length;
      if (told === 0) return [];
      if (told < fewest) {
        rare++;
        return [];
      }
      const { exposure, somes, persons } = poolGroup(group, priors, level, worthwhile);
      pooled.push({ exposure, somes });
      for (const { worthwhileProbability } of persons)
        if (worthwhileProbability >= leastPersonal) probabilities.push(worthwhileProbability);
      return persons;
    },
    decide: () => {
      // What only one of the priors bears out is not said aloud.
      const claimed = priors.map(
        (_, i) =>
          new Set(
            claimsWithin(
              pooled.map(({ somes }, key) => ({ key, probability: somes[i]! })),
              { rate },
            ),
          ),
      );
      const named = claimsWithin(
        probabilities.map((probability) => ({ key: probability, probability })),
        { rate, least: leastPersonal },
      );
      return {
        exposures: pooled.map(({ exposure }, key) => ({
          ...exposure,
          claimed: claimed.every((set) => set.has(key)),
        })),
        personalThreshold: named.at(-1) ?? null,
        rare,
        priors,
        worthwhile,
        rate,
        level,
      };
    },
  };
}

/** Pools every exposure, then decides over all of them together. Throws RangeError without any prior. */
export function analyseCohort(
  summaries: readonly EffectSummary[],
  options: CohortOptions = {},
): CohortAnalysis {
  const pooling = createPooling(options);
  const persons = groupsOf(summaries).flatMap(pooling.pool);
  const { personalThreshold, ...decided } = pooling.decide();
  return {
    ...decided,
    persons: persons.map((person) => ({
      ...person,
      claimed: personalThreshold !== null && person.worthwhileProbability >= personalThreshold,
    })),
  };
}

/** Summaries of one exposure, outcome and measure, in the order in which they first appear by name. */
function groupsOf(summaries: readonly EffectSummary[]): EffectSummary[][] {
  const groups = new Map<string, EffectSummary[]>();
  for (const summary of summaries) {
    const key = JSON.stringify([summary.outcome, summary.exposure, summary.measure]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [summary]);
    else group.push(summary);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function poolGroup(
  group: readonly EffectSummary[],
  priors: readonly MixturePrior[],
  level: number,
  worthwhile: number,
) {
  const told = group.filter(({ likelihood }) => likelihood !== null);
  const likelihoods = told.map(({ likelihood }) => likelihood!);
  const { persons: own, ...posterior } = fitMixture(likelihoods, { prior: priors[0]!, level });
  const fits = priors.map((prior, i) =>
    i === 0 ? posterior : fitPopulation(likelihoods, { prior, level }),
  );
  const { exposure, outcome, measure } = group[0]!;
  const responds = own.map(({ probability }) => posterior.some * probability);
  return {
    somes: fits.map(({ some }) => some),
    exposure: {
      exposure,
      outcome,
      measure,
      people: told.length,
      uninformative: group.length - told.length,
      posterior,
      sensitivity: fits.map((fit, i) => ({ prior: priors[i]!, posterior: fit })),
      delay: fitDelay(
        told.flatMap(({ delay }, i) =>
          delay === null ? [] : [{ ...delay, responds: responds[i]! }],
        ),
        level,
      ),
      heterogeneity: heterogeneityOf(likelihoods),
      drawn: {
        ownSpread: spreadOf(likelihoods.map(({ estimate }) => estimate)),
        drawnSpread: spreadOf(own.map(({ effect }, i) => responds[i]! * effect.mean)),
        likely: responds.filter((probability) => probability >= 0.5).length,
      },
    },
    persons: told.map(({ person }, i) => ({
      person,
      exposure,
      outcome,
      measure,
      probability: responds[i]!,
      effect: own[i]!.effect,
      worthwhileProbability: posterior.some * probabilityBeyond(own[i]!, worthwhile),
    })),
  };
}
