import type { Outcome } from '@zonula/timeline';
import type { Problem } from './model.ts';
import { expectedScore, shareAtEnds } from './response.ts';
import type { ChainResult, Draw } from './sampler.ts';

/** What one draw says about one exposure that acts in it; outcome points after one usual portion. */
export interface EffectDraw {
  readonly peak: number;
  readonly total: number;
  readonly delay: number;
  readonly kernel: number;
  readonly curve: Float64Array;
}

export interface ExposurePosterior {
  readonly probability: number;
  readonly draws: readonly EffectDraw[];
  /** How often the chains took the exposure up: draws of one stay are much alike. */
  readonly stays: number;
  /** For each kept draw of all chains in order: the peak, or 0 where the exposure has no effect. */
  readonly peaks: Float64Array;
}

export const curveDays = 43;

/** Below this share of days at an end of the scale the recorded score follows the latent one. */
const negligibleEnds = 0.02;

/** Its multiples spread evenly: a window of hours says where in it the delay lies no better than that. */
const goldenRatio = 0.6180339887498949;

/**
 * Per exposure: inclusion probability and draws of the impulse response, carried on by persistence and
 * expressed in recorded points (averaged over the logged days of this diary).
 */
export const summariseExposures = (
  problem: Problem,
  outcome: Outcome,
  logged: Uint8Array,
  chains: readonly ChainResult[],
): ExposurePosterior[] => {
  const draws = chains.flatMap((chain) => chain.draws);
  const bounded = outcome.kind === 'count' || shareAtEnds(outcome) > negligibleEnds;
  const effects: EffectDraw[][] = Array.from({ length: problem.exposures }, () => []);
  const peaks = Array.from({ length: problem.exposures }, () => new Float64Array(draws.length));
  draws.forEach((draw, d) => {
    draw.active.forEach((candidate, a) => {
      const exposure = Math.floor(candidate / problem.kernels.length);
      const effect = effectOf(problem, outcome, logged, draw, a, bounded, (d * goldenRatio) % 1);
      effects[exposure].push(effect);
      peaks[exposure][d] = effect.peak;
    });
  });
  return effects.map((own, j) => {
    return {
      probability: chains.reduce((sum, chain) => sum + chain.inclusion[j], 0) / chains.length,
      draws: own,
      stays: own.length === 0 ? 0 : staysOf(chains, peaks[j]),
      peaks: peaks[j],
    };
  });
};

const staysOf = (chains: readonly ChainResult[], peaks: Float64Array): number => {
  let stays = 0;
  let first = 0;
  for (const { draws } of chains) {
    for (let d = first; d < first + draws.length; d++)
      if (peaks[d] !== 0 && (d === first || peaks[d - 1] === 0)) stays++;
    first += draws.length;
  }
  return stays;
};

const effectOf = (
  problem: Problem,
  outcome: Outcome,
  logged: Uint8Array,
  draw: Draw,
  index: number,
  bounded: boolean,
  within: number,
): EffectDraw => {
  const candidate = draw.active[index];
  const kernel = candidate % problem.kernels.length;
  const { start, weights, route, hours } = problem.kernels[kernel];
  const centre =
    hours === undefined
      ? problem.kernels[kernel].centre
      : (hours[0] + within * (hours[1] - hours[0])) / 24;
  const persistence = route === 'state' ? draw.dynamics.persistence : 0;
  const b = draw.coefficients[index];
  const reach = Math.max(
    curveDays,
    Math.min(365, persistence > 0 ? Math.ceil(-5 / Math.log(persistence)) + 30 : 0),
  );
  const curve = new Float64Array(curveDays);
  let response = 0;
  let peak = 0;
  let squares = 0;
  for (let lag = 0; lag < reach; lag++) {
    const w = lag >= start && lag < start + weights.length ? weights[lag - start] : 0;
    response = persistence * response + b * w;
    if (Math.abs(response) > Math.abs(peak)) peak = response;
    squares += response * response;
    if (lag < curveDays) curve[lag] = response;
  }
  let linear = 1;
  let quadratic = 0;
  if (bounded && peak !== 0) {
    const gain = averageGain(problem, outcome, logged, draw, index);
    const whole = gain(peak) / peak;
    const half = gain(peak / 2) / (peak / 2);
    linear = 2 * half - whole;
    quadratic = (whole - half) / (peak / 2);
  }
  for (let lag = 0; lag < curveDays; lag++)
    curve[lag] = linear * curve[lag] + quadratic * curve[lag] * curve[lag];
  return {
    peak: linear * peak + quadratic * peak * peak,
    total: (linear * b) / (1 - persistence) + quadratic * squares,
    delay: centre + persistence / (1 - persistence),
    kernel,
    curve,
  };
};

/** Mean change of the recorded score over the logged days when the latent score moves by `shift`. */
const averageGain = (
  problem: Problem,
  outcome: Outcome,
  logged: Uint8Array,
  draw: Draw,
  index: number,
): ((shift: number) => number) => {
  const { days } = problem;
  const noiseSd = draw.dynamics.shock * Math.sqrt(draw.dynamics.noise);
  const score = expectedScore(outcome, noiseSd);
  const base: number[] = [];
  let carried = 0;
  const { route } = problem.kernels[draw.active[index] % problem.kernels.length];
  const carry = route === 'state' ? draw.dynamics.persistence : 0;
  const coarse = Math.max(1, Math.floor(days / 120));
  /** Never a multiple of seven, or one weekday would stand for the week. */
  const stride = coarse % 7 === 0 ? coarse + 1 : coarse;
  for (let t = 0; t < days; t++) {
    carried = carry * carried + problem.pushes[draw.active[index] * days + t];
    if (logged[t] === 1 && t % stride === 0)
      base.push(draw.mean[t] - draw.coefficients[index] * carried);
  }
  if (base.length === 0) return (shift) => shift;
  const before = base.reduce((sum, latent) => sum + score(latent), 0);
  return (shift) =>
    (base.reduce((sum, latent) => sum + score(latent + shift), 0) - before) / base.length;
};

/**
 * Quantile at place p (n + 1) among n draws (type 6 of Hyndman & Fan 1996): an interval between two of
 * them holds one more such draw with the stated probability, however few there are.
 */
export const quantile = (sorted: ArrayLike<number>, p: number): number => {
  const at = Math.min(Math.max(p * (sorted.length + 1) - 1, 0), sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
};

/** Mean and central interval of the given level. */
export const describe = (
  values: readonly number[],
  level: number,
): { readonly mean: number; readonly interval: [number, number] } => {
  const sorted = Float64Array.from(values).sort();
  const tail = (1 - level) / 2;
  return {
    mean: values.reduce((a, b) => a + b, 0) / values.length,
    interval: [quantile(sorted, tail), quantile(sorted, 1 - tail)],
  };
};
