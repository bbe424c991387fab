/**
 * Lag kernels: how the push of one portion is spread over the days that follow, before the
 * outcome's own persistence carries it further. Every kernel sums to one.
 */
export interface Kernel {
  readonly name: string;
  /** First day with weight, in days after the exposure. */
  readonly start: number;
  /** Weight per day from `start` on; sums to 1. */
  readonly weights: readonly number[];
  /** Centre of mass in days. */
  readonly centre: number;
}

const uniform = (name: string, start: number, end: number): Kernel => {
  const length = end - start + 1;
  return {
    name,
    start,
    weights: Array.from({ length }, () => 1 / length),
    centre: (start + end) / 2,
  };
};

const gammaShaped = (name: string, shape: number, mean: number, days: number): Kernel => {
  const raw = Array.from(
    { length: days },
    (_, day) => (day + 0.5) ** (shape - 1) * Math.exp((-(day + 0.5) * shape) / mean),
  );
  const sum = raw.reduce((a, b) => a + b, 0);
  const weights = raw.map((w) => w / sum);
  return { name, start: 0, weights, centre: weights.reduce((a, w, day) => a + w * day, 0) };
};

/** From the same day to two weeks. */
export const dailyKernels: readonly Kernel[] = [
  uniform('same day', 0, 0),
  uniform('next day', 1, 1),
  uniform('second day', 2, 2),
  uniform('within three days', 0, 2),
  uniform('two to four days', 2, 4),
  uniform('four to seven days', 4, 7),
  gammaShaped('about a week', 3, 6, 21),
  uniform('one to two weeks', 7, 14),
];

/** Slow ones, for comedones and plaques that take weeks to form. */
export const slowKernels: readonly Kernel[] = [uniform('two to four weeks', 14, 28)];

/**
 * Convolves a dose series with a kernel.
 * @param dose length T, deviations from the person's mean (days before the diary count as the mean)
 * @param out length T, written
 */
export const convolve = (kernel: Kernel, dose: Float64Array, out: Float64Array): void => {
  const { start, weights } = kernel;
  for (let t = 0; t < dose.length; t++) {
    let sum = 0;
    const reach = Math.min(weights.length, t - start + 1);
    for (let i = 0; i < reach; i++) sum += weights[i] * dose[t - start - i];
    out[t] = sum;
  }
};
