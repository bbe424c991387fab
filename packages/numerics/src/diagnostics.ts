/**
 * Convergence diagnostics of Markov chains after Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021
 * ("Rank-normalization, folding, and localization: an improved R-hat", Bayesian Analysis 16:667):
 * rank-normalised split R-hat (the larger of bulk and folded), bulk and tail effective sample size
 * with Geyer's initial monotone sequence. Agrees with the R package posterior 1.4.0 to 1e-9
 * relative (fixtures/diagnostics.R).
 *
 * Chains are equally long arrays of draws, at least four each. A quantity that never moves, or that
 * is not finite, gives NaN, as in posterior.
 */
import { normalQuantile } from './normal.ts';

export type Chains = readonly Float64Array[];

/** Rank-normalised split R-hat; 1 is perfect, the paper asks for less than 1.01. */
export function rHat(chains: Chains): number {
  const split = splitChains(chains);
  if (!moves(split)) return Number.NaN;
  const middle = quantile(pool(split), 0.5);
  const folded = split.map((chain) => chain.map((x) => Math.abs(x - middle)));
  return Math.max(basicRHat(rankNormalise(split)), basicRHat(rankNormalise(folded)));
}

/** Effective number of independent draws for the centre of the distribution. */
export function bulkEffectiveSampleSize(chains: Chains): number {
  const split = splitChains(chains);
  return moves(split) ? effectiveSampleSize(rankNormalise(split)) : Number.NaN;
}

/** The smaller of the effective sample sizes of the 5 % and the 95 % quantile. */
export function tailEffectiveSampleSize(chains: Chains): number {
  const split = splitChains(chains);
  if (!moves(split)) return Number.NaN;
  const all = pool(split);
  const sizes = [0.05, 0.95].map((p) => {
    const limit = quantile(all, p);
    return effectiveSampleSize(split.map((chain) => chain.map((x) => (x <= limit ? 1 : 0))));
  });
  return Math.min(...sizes);
}

/** Monte Carlo standard error of the mean. */
export function monteCarloError(chains: Chains): number {
  const split = splitChains(chains);
  if (!moves(split)) return Number.NaN;
  return Math.sqrt(variance(pool(chains)) / effectiveSampleSize(split));
}

/** Sample quantile of the draws, linear between order statistics (type 7 of R). p in [0, 1]. */
export function quantile(values: Float64Array, p: number): number {
  if (values.length === 0 || !(p >= 0 && p <= 1)) return Number.NaN;
  const sorted = values.slice().sort();
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (position - below) * (high - low);
}

function splitChains(chains: Chains): Float64Array[] {
  const length = chains[0]?.length ?? 0;
  if (length < 4 || chains.some((chain) => chain.length !== length)) {
    throw new RangeError('diagnostics need equally long chains of at least four draws');
  }
  const half = Math.floor(length / 2);
  return chains.flatMap((chain) => [chain.slice(0, half), chain.slice(length - half)]);
}

function moves(chains: Chains): boolean {
  const first = chains[0]![0]!;
  let moved = false;
  for (const chain of chains)
    for (const x of chain) {
      if (!Number.isFinite(x)) return false;
      if (x !== first) moved = true;
    }
  return moved;
}

function pool(chains: Chains): Float64Array {
  const all = new Float64Array(chains.length * chains[0]!.length);
  chains.forEach((chain, i) => {
    all.set(chain, i * chain.length);
  });
  return all;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const x of values) sum += x;
  return sum / values.length;
}

function variance(values: Float64Array): number {
  const centre = mean(values);
  let sum = 0;
  for (const x of values) sum += (x - centre) ** 2;
  return sum / (values.length - 1);
}

/** Normal scores of the average ranks over all chains (Blom's offset 3/8). */
function rankNormalise(chains: Chains): Float64Array[] {
  const all = pool(chains);
  const order = Uint32Array.from(all, (_, i) => i).sort((a, b) => all[a]! - all[b]!);
  const scores = new Float64Array(all.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end + 1 < order.length && all[order[end + 1]!] === all[order[start]!]) end++;
    const rank = (start + end) / 2 + 1;
    const score = normalQuantile((rank - 0.375) / (all.length + 0.25));
    for (let i = start; i <= end; i++) scores[order[i]!] = score;
    start = end + 1;
  }
  const length = chains[0]!.length;
  return chains.map((_, i) => scores.slice(i * length, (i + 1) * length));
}

function basicRHat(chains: Chains): number {
  const n = chains[0]!.length;
  const between = n * variance(Float64Array.from(chains, mean));
  const within = mean(Float64Array.from(chains, variance));
  return Math.sqrt((between / within + n - 1) / n);
}

function effectiveSampleSize(chains: Chains): number {
  const n = chains[0]!.length;
  const means = chains.map(mean);
  const centred = chains.map((chain, c) => chain.map((x) => x - means[c]!));
  /** Autocovariance at this lag, averaged over the chains, divisor n. */
  const autocovariance = (lag: number): number => {
    let sum = 0;
    for (const chain of centred) for (let t = lag; t < n; t++) sum += chain[t]! * chain[t - lag]!;
    return sum / (n * chains.length);
  };
  const within = (autocovariance(0) * n) / (n - 1);
  const total =
    (within * (n - 1)) / n + (chains.length > 1 ? variance(Float64Array.from(means)) : 0);
  if (!(total > 0)) return Number.NaN;
  const correlation = (lag: number) => 1 - (within - autocovariance(lag)) / total;
  const rho = [1, correlation(1)];
  let even = 1;
  let odd = rho[1]!;
  let last = 0;
  while (last < n - 5 && even + odd > 0) {
    last += 2;
    even = correlation(last);
    odd = correlation(last + 1);
    if (even + odd >= 0) rho.push(even, odd);
  }
  if (even > 0) rho[last] = even;
  for (let t = 2; t <= last - 2; t += 2) {
    const before = rho[t - 2]! + rho[t - 1]!;
    if (rho[t]! + rho[t + 1]! > before) rho[t] = rho[t + 1] = before / 2;
  }
  const size = n * chains.length;
  let time = -1 + (rho[last] ?? 0);
  for (let t = 0; t < last; t++) time += 2 * rho[t]!;
  return size / Math.max(time, 1 / Math.log10(size));
}
