import { createRandom } from '@zonula/numerics';
import type { Outcome, Timeline } from '@zonula/timeline';
import { fit } from './fit.ts';
import { dailyKernels } from './kernels.ts';
import { type Dynamics, defaultPriors, type Priors, type Problem } from './model.ts';
import { type PredictiveInput, predict } from './predictive.ts';
import { groupTwins, toProblem } from './problem.ts';
import type { Draw, Effort } from './sampler.ts';
import { levelIndices, stack } from './stack.ts';

/** Probabilities of each level of the outcome on one future day; they sum to 1. */
export interface ForecastDay {
  readonly date: string;
  /** Outcome points; for counts the last one stands for itself and everything above. */
  readonly levels: number[];
  readonly probabilities: number[];
}

const week = 7;
const mostLevels = 105;
interface ForecastInput extends PredictiveInput {
  /** Last day of the diary, `YYYY-MM-DD`. */
  readonly to: string;
  /** Days ahead. */
  readonly horizon: number;
  /** Equally spaced, ascending; by default those of the scale, at most 105. */
  readonly levels?: readonly number[];
}

/**
 * The model's posterior predictive, stacked with simpler forecasts (see stack.ts; scores only). For grading
 * the engine and for research; never shown to a person.
 */
const forecast = (input: ForecastInput): ForecastDay[] => {
  const { outcome, problem, draws, horizon } = input;
  const counted = problem.counts !== null;
  const levels = [...(input.levels ?? (counted ? countLevels(problem) : scoreLevels(outcome)))];
  const byModel = predict(input, levels, horizon);
  const { shares, wandering, habit } = counted
    ? { shares: [1, 0, 0], wandering: byModel, habit: byModel }
    : stack(
        {
          index: levelIndices(outcome.values, levels),
          levels,
          fitted: averageMean(problem, draws),
          offset: averageOffset(problem, draws),
          dynamics: typicalDynamics(draws),
          shockDegrees: input.priors.shockDegrees,
        },
        horizon,
      );
  return byModel.map((own, h) => {
    const [a, b, c] = [own, wandering[h], habit[h]].map(normalised);
    return {
      date: dateAfter(input.to, h + 1),
      levels: [...levels],
      probabilities: levels.map((_, k) => shares[0] * a[k] + shares[1] * b[k] + shares[2] * c[k]),
    };
  });
};

const normalised = (weights: Float64Array): Float64Array => {
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
};

const typicalDynamics = (draws: readonly Draw[]): Dynamics => {
  const average = (of: (dynamics: Dynamics) => number): number =>
    draws.reduce((sum, draw) => sum + of(draw.dynamics), 0) / draws.length;
  return {
    persistence: average((d) => d.persistence),
    shock: Math.exp(average((d) => Math.log(d.shock))),
    noise: Math.exp(average((d) => Math.log(d.noise))),
    drift: Math.exp(average((d) => Math.log(d.drift))),
  };
};

const averageMean = ({ days }: Problem, draws: readonly Draw[]): Float64Array =>
  Float64Array.from(
    { length: days },
    (_, t) => draws.reduce((sum, draw) => sum + draw.mean[t], 0) / draws.length,
  );

/** What covariates and exposures add to the score, T values, averaged over the draws. */
const averageOffset = (problem: Problem, draws: readonly Draw[]): Float64Array => {
  const { days, kernels } = problem;
  const offset = new Float64Array(days);
  for (const draw of draws) {
    draw.covariates.forEach((c, k) => {
      for (let t = 0; t < days; t++) offset[t] += c * problem.covariateColumns[k * days + t];
    });
    draw.active.forEach((candidate, a) => {
      const carry =
        kernels[candidate % kernels.length].route === 'state' ? draw.dynamics.persistence : 0;
      let carried = 0;
      for (let t = 0; t < days; t++) {
        carried = carry * carried + problem.pushes[candidate * days + t];
        offset[t] += draw.coefficients[a] * carried;
      }
    });
  }
  for (let t = 0; t < days; t++) offset[t] /= draws.length;
  return offset;
};

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

const dayMs = 86_400_000;

const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

export interface OutcomeForecastOptions {
  readonly seed: number;
  /** Outcome id; by default the one the exposures were judged against. */
  readonly outcome?: string;
  readonly horizon?: number;
  readonly levels?: readonly number[];
}

/**
 * Priors of the fit that forecasts: the level may wander faster and the skin persist longer than where causes are
 * looked for, which forecasts better (see docs/validation.md) and would only hide slow causes there.
 */
const forecastPriors: Priors = { ...defaultPriors, persistence: [3, 1], drift: [0.03, 2] };

/** Forecasts need no sharp inclusion probabilities. */
const forecastEffort: Effort = {
  burnIn: 60,
  rounds: 160,
  scansPerRound: 1,
  stepsPerRound: 6,
  movesPerRound: 4,
  minimumVisit: 0.1,
};

/**
 * Fits the model to a timeline only to forecast one of its outcomes, without the checks and claims of `discover`.
 * Throws RangeError when the timeline has no such outcome.
 */
export const forecastOutcome = (
  timeline: Timeline,
  { seed, outcome: id = timeline.outcome ?? '', horizon = week, levels }: OutcomeForecastOptions,
): ForecastDay[] => {
  const outcome = timeline.outcomes.find((candidate) => candidate.id === id);
  if (outcome === undefined) throw new RangeError(`no outcome "${id}" in the diary`);
  const random = createRandom(seed);
  const { to, covariates } = timeline;
  const priors = forecastPriors;
  const twins = groupTwins(timeline.exposures.filter((exposure) => exposure.candidate));
  const problem = toProblem({ outcome, twins, covariates, kernels: dailyKernels });
  const { chains } = fit({
    problem,
    priors,
    random: random.fork(1),
    effort: forecastEffort,
    extensions: 0,
  });
  return forecast({
    to,
    outcome,
    problem,
    priors,
    twins,
    covariates,
    draws: chains.flatMap((chain) => chain.draws),
    random: random.fork(2),
    horizon,
    ...(levels === undefined ? {} : { levels }),
  });
};
