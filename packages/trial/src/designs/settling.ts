/** What is believed of the response to one portion: points per day, from the day itself on. */
export interface Response {
  readonly curve: readonly number[];
  /** Interval of the delay in days, and its mean. */
  readonly delay: { readonly mean: number; readonly interval: readonly [number, number] };
}

/**
 * Days after a lasting change until the outcome has gone this share of the way to its new level; the part of the delay that is
 * not known for sure is added. At least 0, at most the length of the curve.
 */
export const settlingDays = ({ curve, delay }: Response, share: number): number => {
  const sizes = curve.map(Math.abs);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  if (!(whole > 0)) return 0;
  let gone = 0;
  let days = 0;
  while (days < sizes.length && gone + sizes[days]! < share * whole) {
    gone += sizes[days]!;
    days += 1;
  }
  const unsure = Math.max(0, delay.interval[1] - delay.mean);
  return Math.min(curve.length, Math.round(days + unsure));
};
