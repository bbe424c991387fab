import { normalCdf } from '@zonula/numerics';
import { describePoints, describeUnordered, type Estimate } from './describe.ts';
import { type EffectLikelihood, logBayesFactor } from './effect-likelihood.ts';
import { type GridPosterior, gridPosterior } from './grid.ts';
import { checkPrior, type MixturePrior } from './prior.ts';

/** What the others make of one person's own data. */
export interface PersonPosterior {
  /** Probability that this person responds, given that anybody may. */
  readonly probability: number;
  /** Effect if the person responds, drawn towards the others; shares of the range. */
  readonly effect: { readonly mean: number; readonly sd: number };
}

export interface MixturePosterior {
  readonly people: number;
  /** Probability that anybody responds at all. */
  readonly some: number;
  /** ln of the Bayes factor for it. */
  readonly logEvidence: number;
  /** The rest is given that somebody responds. Share of people who respond. */
  readonly share: Estimate;
  /** Mean effect among those who respond, shares of the range. */
  readonly mean: Estimate;
  /** Standard deviation of the effects among those who respond. */
  readonly spread: Estimate;
  /** Mean effect over all people: share times mean. */
  readonly average: Estimate;
  /** Effect in one more person who responds. */
  readonly next: { readonly mean: number; readonly sd: number };
  /** Probability that the mean effect among those who respond is above 0. */
  readonly probabilityPositive: number;
  /** In the order of the input. */
  readonly persons: readonly PersonPosterior[];
}

export interface MixtureOptions {
  readonly prior: MixturePrior;
  /** Of the intervals; default 0.9. */
  readonly level?: number;
}

/**
 * Pools what people's own data say of one exposure: some respond and others do not, and those who do differ (prior.ts, grid.ts).
 * Throws RangeError without people or with an impossible prior.
 */
export function fitMixture(
  people: readonly EffectLikelihood[],
  options: MixtureOptions,
): MixturePosterior {
  const grid = gridOf(people, options);
  return { ...describe(people.length, grid, options), persons: personsOf(people, grid) };
}

/** The population alone: `fitMixture` without its people, in less time. */
export const fitPopulation = (
  people: readonly EffectLikelihood[],
  options: MixtureOptions,
): Omit<MixturePosterior, 'persons'> => describe(people.length, gridOf(people, options), options);

const gridOf = (people: readonly EffectLikelihood[], { prior }: MixtureOptions): GridPosterior => {
  if (people.length === 0) throw new RangeError('there is nobody to pool');
  checkPrior(prior);
  return gridPosterior(people, prior);
};

function describe(
  people: number,
  grid: GridPosterior,
  { prior, level = 0.9 }: MixtureOptions,
): Omit<MixturePosterior, 'persons'> {
  const { share, mean, spread, logEvidence } = grid;
  const [shares, means, spreads] = [
    new Float64Array(share.values.length),
    new Float64Array(mean.values.length),
    new Float64Array(spread.values.length),
  ];
  const products = new Float64Array(shares.length * means.length);
  const productWeights = new Float64Array(products.length);
  let [nextMean, nextSquare, positive] = [0, 0, 0];
  visit(grid, (weight, i, j, k) => {
    shares[i] = shares[i]! + weight;
    means[j] = means[j]! + weight;
    spreads[k] = spreads[k]! + weight;
    const product = j * shares.length + i;
    products[product] = share.values[i]! * mean.values[j]!;
    productWeights[product] = productWeights[product]! + weight;
    const [m, s] = [mean.values[j]!, spread.values[k]!];
    nextMean += weight * m;
    nextSquare += weight * (m * m + s * s);
  });
  means.forEach((weight, j) => {
    // The cell around 0 counts in parts.
    const above = (mean.values[j]! + mean.width / 2) / mean.width;
    positive += weight * Math.min(1, Math.max(0, above));
  });
  const priorOdds = prior.some / (1 - prior.some);
  return {
    people,
    some: 1 / (1 + Math.exp(-logEvidence) / priorOdds),
    logEvidence,
    share: describePoints(share.values, shares, level),
    mean: describePoints(mean.values, means, level),
    spread: describePoints(spread.values, spreads, level),
    average: describeUnordered(products, productWeights, level),
    next: { mean: nextMean, sd: Math.sqrt(Math.max(0, nextSquare - nextMean ** 2)) },
    probabilityPositive: positive,
  };
}

function visit(
  { share, mean, spread, weights }: GridPosterior,
  see: (weight: number, i: number, j: number, k: number) => void,
): void {
  let at = 0;
  for (let j = 0; j < mean.values.length; j++)
    for (let k = 0; k < spread.values.length; k++)
      for (let i = 0; i < share.values.length; i++) see(weights[at++]!, i, j, k);
}

/** Grid points below this weight change no person's figures. */
const negligible = 1e-8;

/** Each person's chance to respond and effect, averaged over the posterior of the population. */
function personsOf(
  people: readonly EffectLikelihood[],
  { share, mean, spread, weights }: GridPosterior,
): PersonPosterior[] {
  const points = share.values.length;
  const responding = new Float64Array(people.length);
  const sums = new Float64Array(people.length);
  const squares = new Float64Array(people.length);
  const [odds, held] = [new Float64Array(points), new Float64Array(points)];
  let at = 0;
  for (const m of mean.values)
    for (const s of spread.values) {
      const from = at;
      at += points;
      let kept = 0;
      for (let i = from; i < at; i++) {
        if (weights[i]! < negligible / points) continue;
        const p = share.values[i - from]!;
        odds[kept] = (1 - p) / p;
        held[kept++] = weights[i]!;
      }
      if (kept === 0) continue;
      people.forEach((person, n) => {
        // Neither end of the range of numbers: whoever surely does not respond still has an effect if they did.
        const log = Math.max(-600, Math.min(600, logBayesFactor(person, m, s)));
        const against = Math.exp(-log);
        let responds = 0;
        for (let i = 0; i < kept; i++) responds += held[i]! / (1 + odds[i]! * against);
        const variance = person.error ** 2;
        const own = (s * s) / (s * s + variance);
        const centre = own * person.estimate + (1 - own) * m;
        responding[n] = responding[n]! + responds;
        sums[n] = sums[n]! + responds * centre;
        squares[n] = squares[n]! + responds * (centre * centre + own * variance);
      });
    }
  return people.map((_, n) => {
    const probability = Math.min(1, responding[n]!);
    const centre = sums[n]! / responding[n]!;
    return {
      probability,
      effect: {
        mean: centre,
        sd: Math.sqrt(Math.max(0, squares[n]! / responding[n]! - centre ** 2)),
      },
    };
  });
}

/** Probability that a person's effect is there and beyond `worthwhile`, in either direction. */
export const probabilityBeyond = (
  { probability, effect: { mean, sd } }: PersonPosterior,
  worthwhile: number,
): number =>
  sd > 0
    ? probability * (normalCdf((mean - worthwhile) / sd) + normalCdf((-worthwhile - mean) / sd))
    : Math.abs(mean) > worthwhile
      ? probability
      : 0;
