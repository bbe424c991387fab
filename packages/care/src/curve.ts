import type { Finding } from '@zonula/discovery';

/** Index of the day with the largest change. */
export const peakOf = (mean: readonly number[]): number =>
  mean.reduce((best, value, t) => (Math.abs(value) > Math.abs(mean[best]!) ? t : best), 0);

/** The first day by which half of the whole change has come; 0 is the day itself. */
export const halfBy = (mean: readonly number[]): number => {
  const whole = mean.reduce((sum, value) => sum + Math.abs(value), 0);
  let come = 0;
  return Math.max(
    0,
    mean.findIndex((value) => (come += Math.abs(value)) >= whole / 2),
  );
};

/** The last day worth drawing: until the band has closed, at least a week and past the delay's interval. */
export const horizon = ({ curve, delayDays }: Finding): number => {
  if (!curve) return 0;
  const size = (t: number): number =>
    Math.max(Math.abs(curve.lower[t]!), Math.abs(curve.upper[t]!));
  const largest = curve.mean.reduce((most, _, t) => Math.max(most, size(t)), 0);
  let last = curve.mean.length - 1;
  while (last > 0 && size(last) < 0.06 * largest) last--;
  const wanted = Math.max(7, last + 1, Math.ceil((delayDays?.interval[1] ?? 0) + 2));
  return Math.min(wanted, curve.mean.length - 1);
};
