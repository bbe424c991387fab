import type { Period } from '../design.ts';

/** A way in which the score may follow the exposure, and how probable it is before the trial. */
export interface Kernel {
  /** Share of the full response that one day of exposure adds after 0, 1, 2 ... days; adds up to 1. */
  readonly shares: readonly number[];
  readonly weight: number;
}

const geometric = (fading: number): readonly number[] => {
  const length = fading === 0 ? 1 : Math.ceil(Math.log(0.005) / Math.log(fading));
  return normalised(Array.from({ length }, (_, lag) => fading ** lag))!;
};

/** Mostly gone within a day, at most some days; where nothing is known of the delay. */
export const defaultKernels: readonly Kernel[] = [
  { shares: geometric(0), weight: 0.4 },
  { shares: geometric(0.3), weight: 0.2 },
  { shares: geometric(0.5), weight: 0.15 },
  { shares: geometric(0.65), weight: 0.15 },
  { shares: geometric(0.8), weight: 0.1 },
];

/**
 * Half the weight on the response that is believed (points per day after one portion, from the day
 * itself on), half on the default ones. Without a response that moves anything: the default ones.
 */
export function kernelsFrom(curve: readonly number[]): readonly Kernel[] {
  const shares = normalised(curve.map((x) => Math.abs(x)));
  if (shares === null) return defaultKernels;
  return [
    { shares, weight: 0.5 },
    ...defaultKernels.map((kernel) => ({ ...kernel, weight: kernel.weight / 2 })),
  ];
}

function normalised(sizes: readonly number[]): readonly number[] | null {
  const sum = sizes.reduce((a, b) => a + b, 0);
  return sum > 0 && Number.isFinite(sum) ? sizes.map((x) => x / sum) : null;
}

/** Days after the end of an exposure until at most `left` of the full response remains. */
export function fadedAfter({ shares }: Kernel, left = 0.2): number {
  let gone = 0;
  for (let lag = 0; lag < shares.length; lag++) {
    gone += shares[lag]!;
    if (gone >= 1 - left - 1e-12) return lag;
  }
  return shares.length;
}

/**
 * The kernels that a design takes for possible: those that have shown four fifths of their effect
 * by the end of a period. The fastest ones where none does.
 */
export function kernelsWithin(kernels: readonly Kernel[], periodDays: number): readonly Kernel[] {
  const within = kernels.filter((kernel) => fadedAfter(kernel) < periodDays);
  if (within.length > 0) return within;
  const fastest = Math.min(...kernels.map((kernel) => fadedAfter(kernel)));
  return kernels.filter((kernel) => fadedAfter(kernel) === fastest);
}

/**
 * Arms as they were in force, one value per day, from their first day on, washout included. Days as
 * usual and days between periods go on as the day before; those before the first arm as that one.
 */
export function armsInForce(periods: readonly Period[], days: number): Float64Array {
  const told = periods.filter(({ arm }) => arm !== 'usual');
  const arms = new Float64Array(days).fill(Number.NaN);
  for (const { arm, start, days: length } of told)
    arms.fill(arm === 'with' ? 1 : 0, start, Math.min(start + length, days));
  let last = told[0]?.arm === 'with' ? 1 : 0;
  return arms.map((arm) => (last = Number.isNaN(arm) ? last : arm));
}

/**
 * The response to an exposure under a kernel, one value per day; a lasting full exposure gives 1.
 * Days before the first are taken to be like it. Unknown days (NaN) are left out of the sum; where
 * they hold more than a quarter of the kernel the response is unknown.
 */
export function responseTo(
  exposure: Float64Array,
  { shares }: Pick<Kernel, 'shares'>,
): Float64Array {
  const first = exposure.find((x) => !Number.isNaN(x)) ?? Number.NaN;
  const complete = !exposure.some((x) => Number.isNaN(x));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const out = new Float64Array(exposure.length);
  for (let day = 0; day < exposure.length; day++) {
    let sum = 0;
    let known = complete ? whole : 0;
    for (let lag = 0; lag < shares.length; lag++) {
      const x = day >= lag ? exposure[day - lag]! : first;
      if (Number.isNaN(x)) continue;
      sum += shares[lag]! * x;
      if (!complete) known += shares[lag]!;
    }
    out[day] = known >= 0.75 ? sum / known : Number.NaN;
  }
  return out;
}
