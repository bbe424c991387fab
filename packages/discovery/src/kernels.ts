/**
 * Lag kernels: how the push of one portion is spread over the days that follow. By the route `state` the
 * push moves severity, which carries it on and fades at its own pace; by the route `direct` the kernel is
 * all there is. Every kernel sums to one.
 */
export interface Kernel {
  readonly name: string;
  readonly route: 'state' | 'direct';
  /** First day with weight, in days after the exposure. */
  readonly start: number;
  /** Weight per day from `start` on; sums to 1. */
  readonly weights: readonly number[];
  /** Centre of mass in days. */
  readonly centre: number;
  /** Hours before the record that a kernel of the day itself looks back on, instead of the whole day. */
  readonly hours?: readonly [number, number];
}

const kernel = (
  route: Kernel['route'],
  start: number,
  raw: readonly number[],
  name: string,
): Kernel => {
  const sum = raw.reduce((a, b) => a + b, 0);
  const weights = raw.map((w) => w / sum);
  return {
    name: `${route}, ${name}`,
    route,
    start,
    weights,
    centre: weights.reduce((a, w, i) => a + w * (start + i), 0),
  };
};

const days = (route: Kernel['route'], from: number, to: number): Kernel =>
  kernel(
    route,
    from,
    Array.from({ length: to - from + 1 }, () => 1),
    from === to ? `day ${from}` : `days ${from}-${to}`,
  );

/** A smooth rise and fall around a day. */
const bump = (route: Kernel['route'], centre: number, sd: number): Kernel => {
  const from = Math.max(0, Math.round(centre - 2.5 * sd));
  const length = Math.round(centre + 2.5 * sd) - from + 1;
  const raw = Array.from({ length }, (_, i) => Math.exp(-0.5 * ((from + i - centre) / sd) ** 2));
  return kernel(route, from, raw, `around day ${centre}`);
};

/** A start at full strength and a slow fade. */
const fade = (route: Kernel['route'], from: number, halfLife: number): Kernel => {
  const raw = Array.from({ length: Math.ceil(5 * halfLife) }, (_, i) => 2 ** (-i / halfLife));
  return kernel(route, from, raw, `from day ${from}, half gone in ${halfLife} days`);
};

/** Gamma-shaped: a slow rise and a slower fade over some weeks. */
const wave = (route: Kernel['route'], mean: number): Kernel => {
  const raw = Array.from({ length: 3 * mean }, (_, lag) => {
    const x = (lag + 0.5) / (mean + 0.5);
    return Math.exp(2 * Math.log(x) - 3 * (x - 1));
  });
  return kernel(route, 0, raw, `wave of about ${mean} days`);
};

/** From the same day to two weeks. */
export const dailyKernels: readonly Kernel[] = [
  days('state', 0, 0),
  days('state', 1, 1),
  days('state', 2, 2),
  days('state', 3, 4),
  bump('state', 6, 1.5),
  bump('state', 9, 2),
  wave('state', 8),
  days('direct', 0, 0),
  days('direct', 1, 1),
  days('direct', 0, 1),
  days('direct', 2, 2),
  bump('direct', 3, 1),
  days('direct', 4, 7),
  bump('direct', 8, 2),
  bump('direct', 11, 3),
  fade('direct', 1, 5),
  wave('direct', 8),
];

/** Slow ones, for comedones and plaques that take weeks to form. */
const slowKernels: readonly Kernel[] = [bump('direct', 17, 4), bump('direct', 26, 5)];

const slowConditions = /acne|comedo|pimple|lesion|blackhead|psoria|plaque/iu;
/** Three times the slowest delay: shorter diaries cannot tell it from the season. */
const daysForSlow = 90;

/** The delays that are considered for an outcome: acne and psoriasis may also take weeks. */
export const kernelsFor = (outcomeName: string, diaryDays: number): readonly Kernel[] =>
  slowConditions.test(outcomeName) && diaryDays >= daysForSlow
    ? [...dailyKernels, ...slowKernels]
    : dailyKernels;

/**
 * Convolves a dose series with a kernel.
 * @param dose length T, deviations from the person's mean (days before the diary count as the mean)
 * @param out length T, written
 */
export const convolve = (
  { start, weights }: Kernel,
  dose: Float64Array,
  out: Float64Array,
): void => {
  for (let t = 0; t < dose.length; t++) {
    let sum = 0;
    const reach = Math.min(weights.length, t - start + 1);
    for (let i = 0; i < reach; i++) sum += weights[i] * dose[t - start - i];
    out[t] = sum;
  }
};
