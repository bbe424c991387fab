import { createRandom, normalCdf, type Random } from '@zonula/numerics';
import type { Covariate, Outcome, Timeline } from '@zonula/timeline';
import { fit } from './fit.ts';
import { imputeUnknown } from './impute.ts';
import { dailyKernels } from './kernels.ts';
import { defaultPriors, type Priors, type Problem } from './model.ts';
import { doseResponse, groupTwins, type Twins, toProblem } from './problem.ts';
import type { Draw, Effort } from './sampler.ts';

/** Probabilities of each level of the outcome on one future day; they sum to 1. */
export interface ForecastDay {
  readonly date: string;
  /** Outcome points; for counts the last one stands for itself and everything above. */
  readonly levels: number[];
  readonly probabilities: number[];
}

export interface ForecastInput {
  /** Last day of the diary, `YYYY-MM-DD`. */
  readonly to: string;
  readonly outcome: Outcome;
  readonly problem: Problem;
  readonly priors: Priors;
  readonly twins: readonly Twins[];
  readonly covariates: readonly Covariate[];
  readonly draws: readonly Draw[];
  readonly random: Random;
  /** Days ahead. */
  readonly horizon?: number;
  /** Equally spaced, ascending; by default the levels of the scale (at most 101, coarsened evenly). */
  readonly levels?: readonly number[];
}

const week = 7;
const mostLevels = 105;
/** Paths of shock weights per kept draw. */
const paths = 4;

/**
 * Posterior predictive of the days after the diary, under the model of model.ts: every kept draw carries its
 * last states on; exposures stand at their expected doses, shocks are Student-t, the scale rounds and
 * ends as it does in the diary. For grading the engine and for research only; never shown to a person.
 */
export const forecast = (input: ForecastInput): ForecastDay[] => {
  const { outcome, problem, priors, draws, random, horizon = week } = input;
  const counted = problem.counts !== null;
  const levels = [...(input.levels ?? (counted ? countLevels(problem) : scoreLevels(outcome)))];
  const sums = Array.from({ length: horizon }, () => new Float64Array(levels.length));
  const doses = futureDoses(input.twins, outcome.values.length, horizon);
  const columns = futureCovariates(problem, input.covariates, horizon);
  const mean = new Float64Array(horizon);
  for (const draw of draws) {
    const { persistence, shock, noise, drift } = draw.dynamics;
    carryOn(problem, draw, doses, columns, mean);
    for (let path = 0; path < paths; path++) {
      let spread = 0;
      for (let h = 0; h < horizon; h++) {
        const half = priors.shockDegrees / 2;
        spread = persistence * persistence * spread + half / random.gamma(half);
        const moved = spread + (h + 1) * drift;
        if (draw.size === null)
          addIntervals(mean[h], shock * Math.sqrt(moved + noise), levels, sums[h]);
        else
          addCounts(
            Math.exp(mean[h] + shock * Math.sqrt(moved) * random.normal()),
            draw.size,
            sums[h],
          );
      }
    }
  }
  return sums.map((sum, h) => {
    const total = sum.reduce((a, b) => a + b, 0);
    return {
      date: dateAfter(input.to, h + 1),
      levels: [...levels],
      probabilities: Array.from(sum, (p) => p / total),
    };
  });
};

/** Mean of the latent score on the future days, before new shocks; written to `out`. */
const carryOn = (
  problem: Problem,
  draw: Draw,
  doses: readonly Float64Array[],
  columns: readonly Float64Array[],
  out: Float64Array,
): void => {
  const { days, kernels } = problem;
  const { persistence } = draw.dynamics;
  const last = days - 1;
  let x = draw.mean[last] - draw.level[last];
  out.fill(draw.level[last]);
  columns.forEach((column, k) => {
    x -= draw.covariates[k] * problem.covariateColumns[k * days + last];
    for (let h = 0; h < out.length; h++) out[h] += draw.covariates[k] * column[h];
  });
  draw.active.forEach((candidate, a) => {
    const kernel = kernels[candidate % kernels.length];
    const dose = doses[Math.floor(candidate / kernels.length)];
    const b = draw.coefficients[a];
    const carry = kernel.route === 'state' ? persistence : 0;
    let carried = 0;
    for (let t = 0; t < days; t++) carried = carry * carried + problem.pushes[candidate * days + t];
    x -= b * carried;
    for (let h = 0; h < out.length; h++) {
      let push = 0;
      for (let i = 0; i < kernel.weights.length; i++) {
        const t = days + h - kernel.start - i;
        if (t >= 0) push += kernel.weights[i] * dose[t];
      }
      carried = carry * carried + push;
      out[h] += b * carried;
    }
  });
  for (let h = 0; h < out.length; h++) {
    x *= persistence;
    out[h] += x;
  }
};

/** Doses of the diary and, after it, expected doses; deviations from the diary's mean as in toProblem. */
const futureDoses = (twins: readonly Twins[], days: number, horizon: number): Float64Array[] =>
  twins.map(({ members, dose }) => {
    const known = new Float64Array(days + horizon).fill(Number.NaN);
    known.set(members[0].dose.map(doseResponse));
    const mean = dose.reduce((a, b) => a + b, 0) / days;
    return imputeUnknown(known).map((value) => value - mean);
  });

const weekly: ReadonlySet<Covariate['group']> = new Set(['weekday']);
const lasting: ReadonlySet<Covariate['group']> = new Set(['break', 'season']);

/** Weekdays go on, breaks and the season stay as they are, everything else is expected at its mean (0). */
const futureCovariates = (
  problem: Problem,
  covariates: readonly Covariate[],
  horizon: number,
): Float64Array[] =>
  covariates.map(({ group }, k) => {
    const own = problem.covariateColumns.subarray(k * problem.days, (k + 1) * problem.days);
    return Float64Array.from({ length: horizon }, (_, h) => {
      if (weekly.has(group)) return own.at((h % 7) - 7) ?? 0;
      return lasting.has(group) ? own[problem.days - 1] : 0;
    });
  });

const scoreLevels = ({ scale, step }: Outcome): number[] => {
  const steps = Math.round((scale.max - scale.min) / step);
  const width = step * Math.ceil((steps + 1) / mostLevels);
  const count = Math.floor((scale.max - scale.min) / width + 1e-9) + 1;
  return Array.from({ length: count }, (_, k) => scale.min + k * width);
};

/** Up to twice the largest count of the diary and at least ten. */
const countLevels = ({ counts }: Problem): number[] => {
  const largest = counts!.values.reduce((a, b) => Math.max(a, b), 0);
  const count = Math.min(mostLevels, Math.max(10, 2 * largest) + 1);
  return Array.from({ length: count }, (_, k) => k);
};

/** Adds the probabilities that a normal score is recorded as each level; the ends take the tails. */
const addIntervals = (
  mean: number,
  sd: number,
  levels: readonly number[],
  sum: Float64Array,
): void => {
  const half = (levels[1] - levels[0]) / 2;
  let below = 0;
  for (let k = 0; k < levels.length; k++) {
    const upTo = k === levels.length - 1 ? 1 : normalCdf((levels[k] + half - mean) / sd);
    sum[k] += upTo - below;
    below = upTo;
  }
};

/** Adds negative binomial probabilities of the counts 0, 1, ...; the last one takes the tail. */
const addCounts = (mean: number, size: number, sum: Float64Array): void => {
  const last = sum.length - 1;
  const logShare = Math.log(mean / (mean + size));
  let log = size * Math.log(size / (mean + size));
  let rest = 1;
  for (let k = 0; k < last; k++) {
    const p = Math.exp(log);
    sum[k] += p;
    rest -= p;
    log += Math.log((k + size) / (k + 1)) + logShare;
  }
  sum[last] += Math.max(rest, 0);
};

const dayMs = 86_400_000;

const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

export interface OutcomeForecastOptions {
  readonly seed: number;
  /** Outcome id; by default the one the exposures were judged against. */
  readonly outcome?: string;
  readonly horizon?: number;
  readonly levels?: readonly number[];
  readonly priors?: Priors;
  readonly effort?: Effort;
}

/**
 * Fits the model to a timeline only to forecast one of its outcomes, without the checks and claims of `discover`.
 * Throws RangeError when the timeline has no such outcome.
 */
export const forecastOutcome = (
  timeline: Timeline,
  options: OutcomeForecastOptions,
): ForecastDay[] => {
  const id = options.outcome ?? timeline.outcome;
  const outcome = timeline.outcomes.find((candidate) => candidate.id === id);
  if (outcome === undefined) throw new RangeError(`no outcome ${id} in the diary`);
  const priors = options.priors ?? defaultPriors;
  const random = createRandom(options.seed);
  const { covariates } = timeline;
  const twins = groupTwins(timeline.exposures.filter((exposure) => exposure.candidate));
  const problem = toProblem({ outcome, twins, covariates, kernels: dailyKernels });
  const { chains } = fit({
    problem,
    priors,
    random: random.fork(1),
    ...(options.effort === undefined ? {} : { effort: options.effort, extensions: 0 }),
  });
  return forecast({
    to: timeline.to,
    outcome,
    problem,
    priors,
    twins,
    covariates,
    draws: chains.flatMap((chain) => chain.draws),
    random: random.fork(3),
    ...(options.horizon === undefined ? {} : { horizon: options.horizon }),
    ...(options.levels === undefined ? {} : { levels: options.levels }),
  });
};
