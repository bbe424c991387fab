import { normalQuantile } from '@zonula/numerics';

/** A share with its Monte Carlo interval. */
export interface Rate {
  readonly hits: number;
  readonly of: number;
  /** NaN when `of` is 0. */
  readonly rate: number;
  /** 95 % interval (Wilson 1927). */
  readonly interval: readonly [number, number];
}

/** Wilson's score interval; [0, 1] when nothing was tried. */
export function rateOf(hits: number, of: number, level = 0.95): Rate {
  if (of === 0) return { hits, of, rate: Number.NaN, interval: [0, 1] };
  const z = normalQuantile(0.5 + level / 2);
  const p = hits / of;
  const shrink = 1 + (z * z) / of;
  const centre = (p + (z * z) / (2 * of)) / shrink;
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / shrink;
  const low = hits === 0 ? 0 : Math.max(0, centre - half);
  const high = hits === of ? 1 : Math.min(1, centre + half);
  return { hits, of, rate: p, interval: [low, high] };
}

export const countIf = <T>(values: readonly T[], test: (value: T) => boolean): number =>
  values.reduce((n, value) => n + (test(value) ? 1 : 0), 0);

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Standard error of the mean of independent values. */
export function standardError(values: readonly number[]): number {
  const centre = mean(values);
  const squares = sum(values.map((x) => (x - centre) ** 2));
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/** Linear-interpolated quantile. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const low = Math.floor(place);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (place - low) * (sorted[high]! - sorted[low]!);
}
