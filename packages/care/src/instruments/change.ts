import type { Instrument } from './instrument.ts';

export interface Change {
  /** Later minus earlier, in points. */
  readonly points: number;
  readonly direction: 'better' | 'worse' | 'same';
  /** Whether people can feel a change of this size; null where nothing is published. */
  readonly meaningful: boolean | null;
  /** Points that it takes from this earlier total; null where nothing is published. */
  readonly needed: number | null;
}

/** Totals are decimal fractions; a hair of rounding must not decide. */
const hair = 1e-9;

/** What lies between two totals of one instrument; a lower total is better in all of them. */
export const changeBetween = (
  { change }: Pick<Instrument, 'change'>,
  earlier: number,
  later: number,
): Change => {
  const points = Math.round((later - earlier) * 1000) / 1000;
  const needed =
    change === null
      ? null
      : (change.points ?? (change.share === undefined ? null : change.share * earlier));
  return {
    points,
    direction: points === 0 ? 'same' : points < 0 ? 'better' : 'worse',
    needed,
    meaningful: needed === null ? null : points !== 0 && Math.abs(points) >= needed - hair,
  };
};

/** Standard deviation over the days, n - 1; null below two days. */
const deviation = (values: readonly number[]): number | null => {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
};

/**
 * The smallest change of a daily score worth noticing in one person: half the standard deviation of their own days, or
 * `published` where that is more. Null where neither is known.
 */
export const worthNoticing = (
  days: readonly number[],
  published: number | null = null,
): number | null => {
  const own = deviation(days);
  if (own === null) return published;
  return Math.max(own / 2, published ?? 0);
};
