/**
 * Random-effects meta-analysis, Bayesian, for several trials of one person or of several people:
 * estimate_i ~ N(effect_i, error_i²), effect_i ~ N(mean, spread²). The spread is integrated out on a
 * grid, everything else in closed form (the construction of Röver 2020, "Bayesian random-effects
 * meta-analysis using the bayesmeta R package", JSS 93:6). Agrees with direct integration in R to
 * 1e-4 of a standard error (fixtures/random-effects.R).
 */
import { normalCdf, normalQuantile } from '@zonula/numerics';
import type { Estimate } from '../analysis/estimate.ts';

export interface TrialEstimate {
  /** Points. */
  readonly effect: number;
  /** Points, above 0. */
  readonly standardError: number;
}

export interface PoolOptions {
  /** How much effects may differ from trial to trial: scale of the prior of the spread, points. */
  readonly spreadPrior: { readonly kind: 'half-normal' | 'half-cauchy'; readonly scale: number };
  /** Normal prior of the mean; null for a flat one. Default null. */
  readonly meanPrior?: { readonly mean: number; readonly sd: number } | null;
  /** Default 0.95. */
  readonly level?: number;
}

export interface PooledEffect {
  readonly mean: Estimate;
  /** Standard deviation of the true effects between trials. */
  readonly spread: Estimate;
  /** What the effect in one more trial may be. */
  readonly next: Estimate;
  /** The true effect of each trial, drawn towards the others. */
  readonly trials: readonly Estimate[];
  /** Posterior probability that the mean is above 0. */
  readonly probabilityPositive: number;
}

/** Mean and standard error when the spread is known: inverse-variance weights. */
export function pooledAt(
  trials: readonly TrialEstimate[],
  spread: number,
  prior: PoolOptions['meanPrior'] = null,
): { readonly mean: number; readonly standardError: number } {
  let weight = prior === null ? 0 : 1 / prior.sd ** 2;
  let sum = prior === null ? 0 : prior.mean * weight;
  for (const { effect, standardError } of trials) {
    const own = 1 / (standardError ** 2 + spread ** 2);
    weight += own;
    sum += own * effect;
  }
  return { mean: sum / weight, standardError: 1 / Math.sqrt(weight) };
}

/** A mixture of normals: what is left when the spread is integrated out. */
interface Mixture {
  readonly weights: Float64Array;
  readonly means: Float64Array;
  readonly sds: Float64Array;
}

const steps = 1200;

/** Throws RangeError without trials or with a standard error that is not above 0. */
export function poolEffects(trials: readonly TrialEstimate[], options: PoolOptions): PooledEffect {
  const { spreadPrior, meanPrior = null, level = 0.95 } = options;
  if (trials.length === 0) throw new RangeError('there is no trial to pool');
  if (trials.some(({ effect, standardError }) => !(Number.isFinite(effect) && standardError > 0)))
    throw new RangeError('every trial needs an effect and a standard error above 0');
  if (!(spreadPrior.scale > 0)) throw new RangeError('the scale of the spread must be above 0');
  const { spreads, weights } = spreadPosterior(trials, spreadPrior, meanPrior);
  const at = Array.from(spreads, (spread) => pooledAt(trials, spread, meanPrior));
  const mixtureOf = (of: (index: number) => readonly [number, number]): Mixture => {
    const parts = at.map((_, i) => of(i));
    return {
      weights,
      means: Float64Array.from(parts, ([mean]) => mean),
      sds: Float64Array.from(parts, ([, sd]) => sd),
    };
  };
  const mean = mixtureOf((i) => [at[i]!.mean, at[i]!.standardError]);
  return {
    mean: summarise(mean, level),
    spread: summariseGrid(spreads, weights, level),
    next: summarise(
      mixtureOf((i) => [at[i]!.mean, Math.hypot(at[i]!.standardError, spreads[i]!)]),
      level,
    ),
    trials: trials.map(({ effect, standardError }) =>
      summarise(
        mixtureOf((i) => {
          const spread = spreads[i]!;
          const own = spread ** 2 / (spread ** 2 + standardError ** 2);
          const sd = Math.sqrt(own * standardError ** 2 + ((1 - own) * at[i]!.standardError) ** 2);
          return [own * effect + (1 - own) * at[i]!.mean, sd];
        }),
        level,
      ),
    ),
    probabilityPositive: 1 - cdf(mean, 0),
  };
}

/** Weights on a grid of spreads, equally spaced in spread / (spread + scale). */
function spreadPosterior(
  trials: readonly TrialEstimate[],
  { kind, scale }: PoolOptions['spreadPrior'],
  meanPrior: PoolOptions['meanPrior'],
): { readonly spreads: Float64Array; readonly weights: Float64Array } {
  const spreads = Float64Array.from({ length: steps }, (_, i) => {
    const u = (i + 0.5) / steps;
    return (scale * u) / (1 - u);
  });
  const logs = spreads.map((spread) => {
    const ratio = spread / scale;
    const prior = kind === 'half-normal' ? -0.5 * ratio ** 2 : -Math.log1p(ratio ** 2);
    // Width of a step of the grid: d spread / d u.
    const width = 2 * Math.log1p(ratio);
    return prior + width + logMarginal(trials, spread, meanPrior);
  });
  const top = logs.reduce((a, b) => Math.max(a, b));
  const raw = logs.map((log) => Math.exp(log - top));
  const total = raw.reduce((a, b) => a + b, 0);
  return { spreads, weights: raw.map((weight) => weight / total) };
}

function logMarginal(
  trials: readonly TrialEstimate[],
  spread: number,
  prior: PoolOptions['meanPrior'],
): number {
  const { mean, standardError } = pooledAt(trials, spread, prior);
  const atMean = trials.reduce((sum, { effect, standardError: error }) => {
    const variance = error ** 2 + spread ** 2;
    return sum - 0.5 * (Math.log(variance) + (effect - mean) ** 2 / variance);
  }, Math.log(standardError));
  return prior === null || prior === undefined
    ? atMean
    : atMean - 0.5 * ((mean - prior.mean) / prior.sd) ** 2;
}

const cdf = ({ weights, means, sds }: Mixture, x: number): number =>
  weights.reduce((sum, weight, i) => sum + weight * normalCdf((x - means[i]!) / sds[i]!), 0);

function summarise(mixture: Mixture, level: number): Estimate {
  const { weights, means, sds } = mixture;
  const mean = weights.reduce((sum, weight, i) => sum + weight * means[i]!, 0);
  const variance = weights.reduce(
    (sum, weight, i) => sum + weight * (sds[i]! ** 2 + (means[i]! - mean) ** 2),
    0,
  );
  const quantileAt = (p: number): number => {
    let reach = 4 * Math.sqrt(variance);
    while (cdf(mixture, mean - reach) > p || cdf(mixture, mean + reach) < p) reach *= 2;
    let [low, high] = [mean - reach, mean + reach];
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (cdf(mixture, middle) < p) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return { mean, interval: [quantileAt((1 - level) / 2), quantileAt((1 + level) / 2)], level };
}

function summariseGrid(grid: Float64Array, weights: Float64Array, level: number): Estimate {
  const mean = weights.reduce((sum, weight, i) => sum + weight * grid[i]!, 0);
  const quantileAt = (p: number): number => {
    let sum = 0;
    for (let i = 0; i < grid.length; i++) {
      const next = sum + weights[i]!;
      if (next >= p) {
        const before = i === 0 ? 0 : (grid[i - 1]! + grid[i]!) / 2;
        const after = i + 1 < grid.length ? (grid[i]! + grid[i + 1]!) / 2 : grid[i]!;
        return before + ((after - before) * (p - sum)) / weights[i]!;
      }
      sum = next;
    }
    return grid.at(-1)!;
  };
  return { mean, interval: [quantileAt((1 - level) / 2), quantileAt((1 + level) / 2)], level };
}

/** An estimate with its interval as a trial to pool; the interval is taken for a normal one. */
export function asTrialEstimate({ mean, interval, level }: Estimate): TrialEstimate {
  const width = 2 * normalQuantile((1 + level) / 2);
  return { effect: mean, standardError: (interval[1] - interval[0]) / width };
}
