import { normalCdf, type Random } from '@zonula/numerics';
import type { Recording } from './scenario.ts';

/** How latent severity becomes the number a person writes. Latent units are outcome points, or log lesions. */
export interface Recorder {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Range that counts as "the whole scale" in latent units. */
  readonly latentRange: number;
  /** Sd of the day's measurement error in latent units. */
  readonly noise: number;
  /** Negative binomial size of counts; unused for scores. */
  readonly size: number;
  readonly record: (latent: number, random: Random) => number;
  /** Expected recorded value at this latent severity, over measurement error. */
  readonly expected: (latent: number) => number;
}

const scales = {
  '0-3': { max: 3, step: 1 },
  '0-4': { max: 4, step: 1 },
  '0-10': { max: 10, step: 1 },
  '0-10-half': { max: 10, step: 0.5 },
  '0-100': { max: 100, step: 1 },
} as const;

/** `noise` is a share of the range, 0.02-0.08 for people who know their scale. */
export function createRecorder(recording: Recording, noise: number): Recorder {
  if (recording === 'lesions') return createCounter(1 / (noise * 3) ** 2);
  const { max, step } = scales[recording];
  const sd = noise * max;
  const cuts = Math.round(max / step);
  const exact = (latent: number): number => {
    let sum = 0;
    for (let k = 1; k <= cuts; k++) sum += normalCdf((latent - (k - 0.5) * step) / sd);
    return sum * step;
  };
  return {
    min: 0,
    max,
    step,
    latentRange: max,
    noise: sd,
    size: Infinity,
    record: (latent, random) => {
      const level = Math.round((latent + sd * random.normal()) / step);
      return Math.min(Math.max(level, 0), cuts) * step;
    },
    expected: tabulated(exact, -5 * sd, max + 5 * sd),
  };
}

/** Linear interpolation between 1,000 values; constant outside. */
function tabulated(f: (x: number) => number, from: number, to: number): (x: number) => number {
  const cells = 1000;
  const width = (to - from) / cells;
  const values = Float64Array.from({ length: cells + 1 }, (_, i) => f(from + i * width));
  return (x) => {
    const place = Math.min(Math.max((x - from) / width, 0), cells - 1e-9);
    const cell = Math.floor(place);
    return values[cell]! + (place - cell) * (values[cell + 1]! - values[cell]!);
  };
}

function createCounter(size: number): Recorder {
  return {
    min: 0,
    max: 50,
    step: 1,
    latentRange: 3,
    noise: 0,
    size,
    record: (latent, random) =>
      Math.min(random.poisson((Math.exp(latent) * random.gamma(size)) / size), 50),
    expected: (latent) => Math.min(Math.exp(latent), 50),
  };
}
