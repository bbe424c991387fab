import type { Random } from '@zonula/numerics';
import type { DelayClass } from './scenario.ts';

/** Lags 0..LAGS-1 of every response, in days. */
export const LAGS = 60;

export const shapes = [
  'point',
  'window',
  'gamma-week',
  'exponential',
  'gamma',
  'plateau',
  'bump',
  'biphasic',
] as const;
export type Shape = (typeof shapes)[number];

export const doseResponses = [
  'linear',
  'saturating',
  'threshold',
  'two-in-a-row',
  'worse-when-bad',
] as const;
export type DoseResponse = (typeof doseResponses)[number];

/** How one portion acts: when, by which route, and how the dose counts. */
export interface Response {
  readonly delayClass: DelayClass;
  readonly shape: Shape;
  readonly doseResponse: DoseResponse;
  /** `state`: pushes severity, which then fades at its own pace. `direct`: the kernel is all. */
  readonly route: 'state' | 'direct';
  /** Unpropagated weights by lag, LAGS values, largest absolute value 1. */
  readonly kernel: Float64Array;
  /** Free parameter of the dose response: half-saturation, or the dose from which it acts. */
  readonly dosePivot: number;
  /** True for shapes that a small dictionary of lag windows holds exactly, with a linear dose. */
  readonly simple: boolean;
}

const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random.uniform();

const byLag = (weight: (lag: number) => number): Float64Array =>
  Float64Array.from({ length: LAGS }, (_, lag) => weight(lag));

const gammaDensity = (mean: number, shape: number) => (lag: number) => {
  const x = (lag + 0.5) / (mean + 0.5);
  return Math.exp((shape - 1) * Math.log(x) - shape * (x - 1));
};
const plateau = (start: number, width: number) => (lag: number) =>
  lag >= start && lag < start + width ? 1 : 0;
const bump = (centre: number, sd: number) => (lag: number) =>
  Math.exp(-0.5 * ((lag - centre) / sd) ** 2);
const exponential = (start: number, halfLife: number) => (lag: number) =>
  lag < start ? 0 : 2 ** (-(lag - start) / halfLife);

/** Largest absolute value 1. */
function scaled(kernel: Float64Array): Float64Array {
  const top = kernel.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  return kernel.map((weight) => weight / top);
}

function drawKernel(random: Random, delay: DelayClass, shape: Shape): Float64Array {
  const quick = delay === 'quick';
  const slow = delay === 'slow';
  const centre = quick
    ? between(random, 0.2, 1.4)
    : slow
      ? between(random, 5, 13)
      : between(random, 2, 4);
  const width = quick
    ? between(random, 0.4, 1)
    : slow
      ? between(random, 1.5, 4)
      : between(random, 0.5, 1.3);
  switch (shape) {
    case 'point':
      return byLag(plateau(quick ? random.integer(2) : 2, 1));
    case 'window':
      return byLag(slow ? plateau(5, 3) : plateau(3, 2));
    case 'gamma-week':
      return byLag(gammaDensity(8, 3));
    case 'exponential':
      return byLag(
        quick
          ? exponential(random.integer(2), between(random, 0.3, 1.2))
          : slow
            ? exponential(1 + random.integer(4), between(random, 4, 8))
            : exponential(1 + random.integer(2), between(random, 1, 2)),
      );
    case 'gamma':
      return byLag(gammaDensity(centre, slow ? between(random, 2, 12) : between(random, 1, 8)));
    case 'plateau':
      return byLag(
        quick
          ? plateau(random.integer(2), 1 + random.integer(2))
          : slow
            ? plateau(3 + random.integer(4), 4 + random.integer(7))
            : plateau(1 + random.integer(2), 2 + random.integer(3)),
      );
    case 'bump':
      return byLag(bump(centre, width));
    case 'biphasic': {
      const first = bump(centre, width);
      const second = bump(centre + width * 2 + between(random, 1, slow ? 6 : 3), width * 1.3);
      const rebound = between(random, -0.6, -0.2);
      return byLag((lag) => first(lag) + rebound * second(lag));
    }
  }
}

const outsideShapes = ['exponential', 'gamma', 'plateau', 'bump', 'biphasic'] as const;

/**
 * In 45 of 100 a response that a small dictionary holds (same day, one, two, three to four, five to seven
 * days, a gamma-shaped week; linear dose); otherwise a shape outside it, in 40 of 100 with a curved dose too.
 */
export function drawResponse(random: Random, delay: DelayClass): Response {
  const simple = random.uniform() < 0.45;
  const second = random.uniform() < 0.5;
  const shape: Shape = simple
    ? delay === 'quick' || (delay === 'next-days' && second)
      ? 'point'
      : delay === 'slow' && second
        ? 'gamma-week'
        : 'window'
    : outsideShapes[random.integer(outsideShapes.length)]!;
  const curved = !simple && random.uniform() < 0.4;
  const doseResponse = curved ? doseResponses[1 + random.integer(4)]! : 'linear';
  return {
    delayClass: delay,
    shape,
    doseResponse,
    route: random.uniform() < 0.5 ? 'state' : 'direct',
    kernel: scaled(drawKernel(random, delay, shape)),
    dosePivot: doseResponse === 'threshold' ? 1 : between(random, 0.3, 1),
    simple,
  };
}

/** Weight of today's dose (in usual portions), 1 for one usual portion (with yesterday's if needed). */
export function doseWeight(response: Response, today: number, yesterday: number): number {
  if (today <= 0) return 0;
  const { dosePivot } = response;
  switch (response.doseResponse) {
    case 'linear':
    case 'worse-when-bad':
      return today;
    case 'saturating':
      return (1 - Math.exp(-today / dosePivot)) / (1 - Math.exp(-1 / dosePivot));
    case 'threshold':
      return today >= dosePivot ? 1 : 0;
    case 'two-in-a-row':
      return yesterday > 0 ? 1 : 0;
  }
}

/** `worse-when-bad` acts more on a bad day: 0.4 at the floor to 1.6 at the ceiling; else 1. */
export function stateWeight(response: Response, fractionOfRange: number): number {
  if (response.doseResponse !== 'worse-when-bad') return 1;
  return 0.4 + 1.2 * Math.min(Math.max(fractionOfRange, 0), 1);
}

/**
 * Kernel after propagation by AR(1) dynamics, scaled so that its largest absolute value is `peak`.
 * LAGS values; what lies beyond is cut off.
 */
export function propagated(response: Response, phi: number, peak: number): Float64Array {
  const weights = response.kernel.slice();
  if (response.route === 'state') {
    for (let lag = 1; lag < LAGS; lag++) weights[lag]! += phi * weights[lag - 1]!;
  }
  return scaled(weights).map((weight) => weight * peak);
}
