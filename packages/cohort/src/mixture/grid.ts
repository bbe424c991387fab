/**
 * Posterior of share, mean and spread of responders by midpoint quadrature on a box that is drawn in around the
 * mass until it no longer shrinks: no random numbers, same input and same figures. With 40 points an axis,
 * means and interval ends agree with adaptive integration to 1 % of a posterior standard deviation (mixture.test.ts).
 */
import { logBeta } from '@zonula/numerics';
import type { EffectLikelihood } from './effect-likelihood.ts';
import type { MixturePrior } from './prior.ts';

export interface Axis {
  readonly values: Float64Array;
  readonly width: number;
}

export interface GridPosterior {
  readonly share: Axis;
  readonly mean: Axis;
  readonly spread: Axis;
  /** Weight of share i, mean j, spread k at (j * spreads + k) * shares + i; they sum to 1. */
  readonly weights: Float64Array;
  /** ln of the Bayes factor of some responders against none at all. */
  readonly logEvidence: number;
}

type Range = readonly [number, number];
type Box = readonly [share: Range, mean: Range, spread: Range];

const coarsePoints = 20;
const finePoints = 40;
/** What lies below this share of the highest marginal density is left out. */
const negligible = 1e-5;
const mostRounds = 12;

const axisOf = ([from, to]: Range, points: number): Axis => {
  const width = (to - from) / points;
  return {
    values: Float64Array.from({ length: points }, (_, i) => from + (i + 0.5) * width),
    width,
  };
};

export function gridPosterior(
  people: readonly EffectLikelihood[],
  prior: MixturePrior,
): GridPosterior {
  const reach = 6 * prior.meanSd;
  let box: Box = [
    [0, 1],
    [-reach, reach],
    [0, 6 * prior.spreadScale],
  ];
  for (let round = 0; round < mostRounds; round++) {
    const grid = evaluate(people, prior, box, coarsePoints);
    const next = drawnIn(grid, box);
    const shrunk = next.some(([from, to], i) => to - from < 0.8 * (box[i]![1] - box[i]![0]));
    box = next;
    if (!shrunk) break;
  }
  return evaluate(people, prior, box, finePoints);
}

/** The part of the box with any mass to speak of, and a cell more on either side. */
function drawnIn({ share, mean, spread, weights }: GridPosterior, box: Box): Box {
  const [shares, means, spreads] = [
    share.values.length,
    mean.values.length,
    spread.values.length,
  ] as const;
  const marginals = [
    new Float64Array(shares),
    new Float64Array(means),
    new Float64Array(spreads),
  ] as const;
  let at = 0;
  for (let j = 0; j < means; j++)
    for (let k = 0; k < spreads; k++)
      for (let i = 0; i < shares; i++) {
        const weight = weights[at++]!;
        marginals[0][i] = marginals[0][i]! + weight;
        marginals[1][j] = marginals[1][j]! + weight;
        marginals[2][k] = marginals[2][k]! + weight;
      }
  const partOf = ({ values, width }: Axis, axis: 0 | 1 | 2): Range => {
    const marginal = marginals[axis];
    const least = negligible * marginal.reduce((a, b) => Math.max(a, b));
    let first = 0;
    while (marginal[first]! < least) first++;
    let last = marginal.length - 1;
    while (marginal[last]! < least) last--;
    const [from, to] = box[axis];
    return [
      Math.max(from, values[first]! - 1.5 * width),
      Math.min(to, values[last]! + 1.5 * width),
    ];
  };
  return [partOf(share, 0), partOf(mean, 1), partOf(spread, 2)];
}

function evaluate(
  people: readonly EffectLikelihood[],
  prior: MixturePrior,
  [shareRange, meanRange, spreadRange]: Box,
  points: number,
): GridPosterior {
  const share = axisOf(shareRange, points);
  const mean = axisOf(meanRange, points);
  const spread = axisOf(spreadRange, points);
  const logs = new Float64Array(points ** 3);
  const factors = new Float64Array(people.length);
  const cell = share.width * mean.width * spread.width;
  const [a, b] = prior.share;
  const constant =
    Math.log(cell) -
    logBeta(a, b) +
    Math.log(2) -
    Math.log(2 * Math.PI * prior.meanSd * prior.spreadScale);
  const estimates = Float64Array.from(people, ({ estimate }) => estimate);
  const products = new Float64Array(points);
  const sums = new Float64Array(points);
  const logShares = share.values.map(Math.log);
  const sharePriors = share.values.map((p) => (a - 1) * Math.log(p) + (b - 1) * Math.log1p(-p));
  let top = Number.NEGATIVE_INFINITY;
  const heights = new Float64Array(people.length);
  const halfPrecisions = new Float64Array(people.length);
  spread.values.forEach((s, k) => {
    // logBayesFactor, with what does not depend on the mean worked out once.
    people.forEach(({ error, logHeight }, n) => {
      const variance = error * error + s * s;
      heights[n] = logHeight - 0.5 * Math.log(2 * Math.PI * variance);
      halfPrecisions[n] = 0.5 / variance;
    });
    mean.values.forEach((m, j) => {
      const outer = constant - 0.5 * ((m / prior.meanSd) ** 2 + (s / prior.spreadScale) ** 2);
      let certain = 0;
      let certainLog = 0;
      let uncertain = 0;
      for (let n = 0; n < people.length; n++) {
        const off = estimates[n]! - m;
        const log = heights[n]! - off * off * halfPrecisions[n]!;
        if (log > surely) {
          certain++;
          certainLog += log;
        } else factors[uncertain++] = Math.exp(log);
      }
      addLogProducts(factors, uncertain, share.values, products, sums);
      const at = (j * points + k) * points;
      for (let i = 0; i < points; i++) {
        const value = outer + sharePriors[i]! + certainLog + certain * logShares[i]! + sums[i]!;
        logs[at + i] = value;
        if (value > top) top = value;
      }
    });
  });
  let total = 0;
  for (let i = 0; i < logs.length; i++) total += logs[i] = Math.exp(logs[i]! - top);
  for (let i = 0; i < logs.length; i++) logs[i] = logs[i]! / total;
  return { share, mean, spread, weights: logs, logEvidence: top + Math.log(total) };
}

/** From here on 1 - share + share times the factor is share times the factor, to a part in 1e40. */
const surely = 100;

/** Products between these ends need no logarithm yet: four more factors of up to e^100 stay within the range of numbers. */
const [smallest, largest] = [1e-100, 1e100];

/**
 * For each share p, ln of the product of 1 - p + p factor over all factors, into `sums`. The shares are the inner loop: their products do not wait for
 * each other.
 */
function addLogProducts(
  factors: Float64Array,
  count: number,
  shares: Float64Array,
  products: Float64Array,
  sums: Float64Array,
): void {
  products.fill(1);
  sums.fill(0);
  const whole = count - (count % 4);
  for (let n = 0; n < whole; n += 4) {
    const [a, b, c, d] = [factors[n]!, factors[n + 1]!, factors[n + 2]!, factors[n + 3]!];
    for (let i = 0; i < shares.length; i++) {
      const p = shares[i]!;
      const rest = 1 - p;
      const product =
        products[i]! * ((rest + p * a) * (rest + p * b)) * ((rest + p * c) * (rest + p * d));
      if (product > largest || product < smallest) {
        sums[i] = sums[i]! + Math.log(product);
        products[i] = 1;
      } else products[i] = product;
    }
  }
  for (let i = 0; i < shares.length; i++) {
    const p = shares[i]!;
    let product = products[i]!;
    for (let n = whole; n < count; n++) product *= 1 - p + p * factors[n]!;
    sums[i] = sums[i]! + Math.log(product);
  }
}
