/**
 * Simultaneous band for the empirical distribution of ranks, for simulation-based calibration:
 * Säilynoja, Bürkner & Vehtari 2022 ("Graphical test for discrete uniformity and its applications",
 * Statistics and Computing 32:32), one sample, the exact method of their section 2.2: pointwise
 * binomial bands at one common level, chosen so that a uniform sample stays inside all of them at
 * once with at least the wanted probability (exact up to 1e-12, no simulation).
 */
import { logGamma } from './special.ts';

export interface CalibrationBand {
  /** Evaluation points z in (0, 1]: shares of the rank range. */
  readonly points: Float64Array;
  /** Smallest and largest allowed count of ranks at or below each point. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Probability that a uniform sample stays inside, at least the wanted one. */
  readonly coverage: number;
}

/**
 * Band for `sampleSize` ranks (1..30000) at `points` equally spaced points; `probability` in (0, 1). For ranks
 * 0..L take a number of points that divides L + 1.
 */
export function calibrationBand(
  sampleSize: number,
  points: number,
  probability = 0.95,
): CalibrationBand {
  if (
    !(sampleSize >= 1 && sampleSize <= 30_000 && points >= 2 && probability > 0 && probability < 1)
  ) {
    throw new RangeError('calibrationBand needs a sample, two points and a probability');
  }
  const z = Float64Array.from({ length: points }, (_, i) => (i + 1) / points);
  const factorials = Float64Array.from({ length: sampleSize + 1 }, (_, k) => logGamma(k + 1));
  const cdfs = [...z].map((p) => binomialCdf(factorials, p));
  let tooWide = 0;
  let tooNarrow = 1 - probability;
  let best = bandAt(cdfs, factorials, z, 0);
  // Coverage falls as the pointwise level grows: bisection for the narrowest band that suffices.
  for (let i = 0; i < 25; i++) {
    const level = 0.5 * (tooWide + tooNarrow);
    const band = bandAt(cdfs, factorials, z, level);
    if (band.coverage >= probability) {
      tooWide = level;
      best = band;
    } else tooNarrow = level;
  }
  return best;
}

/** Whether ranks in 0..maximum stay inside a band for their number. */
export function ranksInsideBand(
  ranks: ArrayLike<number>,
  maximum: number,
  band: CalibrationBand,
): boolean {
  const counts = new Float64Array(maximum + 1);
  for (let i = 0; i < ranks.length; i++) counts[ranks[i]!] = counts[ranks[i]!]! + 1;
  let rank = 0;
  let below = 0;
  for (let k = 0; k < band.points.length; k++) {
    const limit = Math.round(band.points[k]! * (maximum + 1));
    while (rank < limit) below += counts[rank++]!;
    if (below < band.lower[k]! || below > band.upper[k]!) return false;
  }
  return true;
}

/** P(X <= k) for k = 0..n. */
function binomialCdf(factorials: Float64Array, p: number): Float64Array {
  const n = factorials.length - 1;
  const cdf = new Float64Array(n + 1).fill(1);
  let sum = 0;
  for (let k = 0; k < n; k++) {
    sum += binomialProbability(factorials, k, n, p);
    cdf[k] = Math.min(1, sum);
  }
  return cdf;
}

function binomialProbability(factorials: Float64Array, k: number, n: number, p: number): number {
  if (p >= 1) return k === n ? 1 : 0;
  const choose = factorials[n]! - factorials[k]! - factorials[n - k]!;
  return Math.exp(choose + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

/** Smallest k with cdf(k) >= p. */
function binomialQuantile(cdf: Float64Array, p: number): number {
  let low = 0;
  let high = cdf.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cdf[middle]! >= p) high = middle;
    else low = middle + 1;
  }
  return low;
}

function bandAt(
  cdfs: readonly Float64Array[],
  factorials: Float64Array,
  points: Float64Array,
  level: number,
): CalibrationBand {
  const n = factorials.length - 1;
  const lower = Float64Array.from(cdfs, (cdf) => binomialQuantile(cdf, level / 2));
  // The mirror image of the lower limit at 1 - z, so that the band treats both ends alike.
  const last = points.length - 1;
  const upper = lower.map((_, i) => (i === last ? n : n - lower[last - 1 - i]!));
  return { points, lower, upper, coverage: interior(factorials, points, lower, upper) };
}

/** P(lower <= count <= upper at every point) by the Markov chain of counts. */
function interior(
  factorials: Float64Array,
  points: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
): number {
  const n = factorials.length - 1;
  let from = 0;
  let mass: Float64Array = Float64Array.of(1);
  let previous = 0;
  for (let i = 0; i < points.length; i++) {
    const share = (points[i]! - previous) / (1 - previous);
    const start = lower[i]!;
    const next = new Float64Array(upper[i]! - start + 1);
    const odds = share / (1 - share);
    for (let a = 0; a < mass.length; a++) {
      const reached = from + a;
      const rest = n - reached;
      const begin = Math.max(start, reached);
      let moved = mass[a]! * binomialProbability(factorials, begin - reached, rest, share);
      for (let x = begin; x <= upper[i]!; x++) {
        next[x - start] = next[x - start]! + moved;
        moved *= ((n - x) / (x - reached + 1)) * odds;
      }
    }
    mass = next;
    from = start;
    previous = points[i]!;
  }
  return mass.reduce((s, p) => s + p, 0);
}
