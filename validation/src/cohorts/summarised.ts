import { fitMixture, normalLikelihood, referencePrior } from '@zonula/cohort';
import { createRandom, normalQuantile, type Random } from '@zonula/numerics';

/** Where the truth of a cohort comes from. */
export const origins = ['prior', 'elsewhere', 'nothing'] as const;
export type Origin = (typeof origins)[number];

/** A cohort whose people are summarised by the known likelihood of their own effect. */
export interface SummarisedTask {
  readonly part: Origin;
  readonly seed: number;
}

interface Held {
  readonly truth: number;
  readonly mean: number;
  readonly inside: boolean;
}

export interface SummarisedRow {
  readonly part: Origin;
  /** Whether anybody was made to respond, and how probable that was said to be. */
  readonly acts: boolean;
  readonly some: number;
  /** Null where nobody was made to respond. */
  readonly share: Held | null;
  readonly effect: Held | null;
  /** Share of people whose own 95 % interval leaves 0 out: the count that a reader of single diaries makes. */
  readonly counted: number;
  /** Of twenty people: said probability to respond, and whether they do. */
  readonly stated: readonly (readonly [number, boolean])[];
  /** Of the responders: own effect inside its 90 % interval given that they respond. */
  readonly held: number;
  readonly responders: number;
}

export const peoplePerCohort = 200;
const level = 0.9;

interface Truth {
  readonly acts: boolean;
  readonly share: number;
  readonly mean: number;
  readonly spread: number;
}

function drawTruth(origin: Origin, random: Random): Truth {
  if (origin === 'nothing') return { acts: false, share: 0, mean: 0, spread: 0 };
  if (origin === 'prior') {
    const { some, share, meanSd, spreadScale } = referencePrior;
    const acts = random.uniform() < some;
    const drawn = random.beta(...share);
    const mean = meanSd * random.normal();
    const spread = spreadScale * Math.abs(random.normal());
    return { acts, share: acts ? drawn : 0, mean, spread };
  }
  const side = random.uniform() < 0.7 ? 1 : -1;
  return {
    acts: true,
    share: 0.1 + 0.5 * random.uniform(),
    mean: side * (0.05 + 0.15 * random.uniform()),
    spread: 0.01 + 0.06 * random.uniform(),
  };
}

export function runSummarised({ part, seed }: SummarisedTask): SummarisedRow {
  const random = createRandom(seed);
  const truth = drawTruth(part, random);
  const people = Array.from({ length: peoplePerCohort }, () => {
    const responds = random.uniform() < truth.share;
    const effect = responds ? truth.mean + truth.spread * random.normal() : 0;
    // Diaries differ in length and in how restless the skin is.
    const error = 0.03 * Math.exp(0.5 * random.normal());
    const estimate = effect + error * random.normal();
    return { responds, effect, estimate, error };
  });
  const got = fitMixture(
    people.map(({ estimate, error }) => normalLikelihood(estimate, error)),
    { prior: referencePrior, level },
  );
  const held = (
    value: number,
    { mean, interval }: { mean: number; interval: readonly [number, number] },
  ): Held => ({ truth: value, mean, inside: interval[0] <= value && value <= interval[1] });
  const reach = normalQuantile((1 + level) / 2);
  const responders = got.persons
    .map(({ effect }, i) => ({ effect, truth: people[i]! }))
    .filter(({ truth }) => truth.responds);
  return {
    part,
    acts: truth.acts,
    some: got.some,
    share: truth.acts ? held(truth.share, got.share) : null,
    effect: truth.acts ? held(truth.mean, got.mean) : null,
    counted:
      people.filter(({ estimate, error }) => Math.abs(estimate / error) > 1.96).length /
      people.length,
    stated: got.persons
      .slice(0, 20)
      .map(({ probability }, i) => [got.some * probability, people[i]!.responds] as const),
    held: responders.filter(
      ({ effect: { mean, sd }, truth }) => Math.abs(truth.effect - mean) <= reach * sd,
    ).length,
    responders: responders.length,
  };
}
