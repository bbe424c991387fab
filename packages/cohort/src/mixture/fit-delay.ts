/**
 * The delay in those who respond, pooled: delay_i ~ N(mean, spread^2) in ln(1 + days). A person counts with the probability
 * of responding at all; in one who does not, the delay that was found is chance and spread like the dictionary of delays it came from. Mean and spread are integrated
 * over a grid.
 */
import { describePoints, type Estimate } from './describe.ts';

export interface DelayOfPerson {
  /** ln(1 + days). */
  readonly estimate: number;
  readonly error: number;
  /** Probability that the person responds. */
  readonly responds: number;
}

export interface PooledDelay {
  /** People with a delay to speak of, weighted by their probability to respond. */
  readonly responders: number;
  /** Median delay over people who respond, days. */
  readonly typical: Estimate;
  /** Nine of ten people who respond lie between these, days. */
  readonly people: readonly [number, number];
}

/** Typical delay about three days, from the same day to two weeks; people differ by a factor of less than three. */
const prior = { mean: Math.log1p(3), sd: 0.8, spread: 0.5 } as const;
const [meanPoints, spreadPoints] = [160, 40];
const longest = Math.log1p(45);
const widestSpread = 2;

/** Null where hardly anybody responds with a known delay: fewer than three expected. */
export function fitDelay(people: readonly DelayOfPerson[], level = 0.9): PooledDelay | null {
  const told = people.filter(({ responds }) => responds > 0.01);
  const responders = told.reduce((sum, { responds }) => sum + responds, 0);
  if (responders < 3) return null;
  const means = Float64Array.from(
    { length: meanPoints },
    (_, i) => ((i + 0.5) / meanPoints) * longest,
  );
  const spreads = Float64Array.from(
    { length: spreadPoints },
    (_, i) => ((i + 0.5) / spreadPoints) * widestSpread,
  );
  const chance = told.map(({ estimate, error }) =>
    density(estimate - prior.mean, error ** 2 + prior.sd ** 2),
  );
  const logs = new Float64Array(meanPoints * spreadPoints);
  let top = Number.NEGATIVE_INFINITY;
  means.forEach((mean, i) => {
    spreads.forEach((spread, j) => {
      let log = -0.5 * (((mean - prior.mean) / prior.sd) ** 2 + (spread / prior.spread) ** 2);
      told.forEach(({ estimate, error, responds }, n) => {
        const own = density(estimate - mean, error ** 2 + spread ** 2);
        log += Math.log((1 - responds) * chance[n]! + responds * own);
      });
      logs[i * spreadPoints + j] = log;
      if (log > top) top = log;
    });
  });
  const raw = logs.map((log) => Math.exp(log - top));
  const total = raw.reduce((a, b) => a + b, 0);
  const meanWeights = new Float64Array(meanPoints);
  let [centre, squares] = [0, 0];
  raw.forEach((weight, at) => {
    const i = Math.floor(at / spreadPoints);
    const w = weight / total;
    meanWeights[i] = meanWeights[i]! + w;
    centre += w * means[i]!;
    squares += w * (means[i]! ** 2 + spreads[at % spreadPoints]! ** 2);
  });
  const { mean, interval } = describePoints(means, meanWeights, level);
  const reach = 1.6449 * Math.sqrt(squares - centre ** 2);
  return {
    responders,
    typical: { mean: Math.expm1(mean), interval: [days(interval[0]), days(interval[1])], level },
    people: [days(centre - reach), days(centre + reach)],
  };
}

const days = (log: number): number => Math.max(0, Math.expm1(log));

/** Normal density up to the constant that all share; never 0, so that its logarithm exists. */
const density = (difference: number, variance: number): number =>
  Math.exp(-0.5 * (difference ** 2 / variance + Math.log(variance))) + 1e-300;
