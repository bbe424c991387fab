import type { Random } from '@zonula/numerics';
import type { Covariate, Outcome } from '@zonula/timeline';
import { doseResponse } from './dose.ts';
import { imputeUnknown } from './impute.ts';
import type { Priors, Problem } from './model.ts';
import type { Twins } from './problem.ts';
import type { Draw } from './sampler.ts';
import { intervalProbability } from './stack.ts';

export interface PredictiveInput {
  readonly outcome: Outcome;
  readonly problem: Problem;
  readonly priors: Priors;
  readonly twins: readonly Twins[];
  readonly covariates: readonly Covariate[];
  readonly draws: readonly Draw[];
  readonly random: Random;
}

/** Paths of shock weights per kept draw. */
const paths = 4;

/**
 * Posterior predictive of the days after the diary, under the model of model.ts: every kept draw carries its
 * last states on; exposures stand at their expected doses, shocks are Student-t, the scale rounds and
 * ends as it does in the diary.
 * @param levels equally spaced, ascending, in points; for counts 0, 1, ... with the tail in the last
 * @returns per day ahead one probability a level, not divided by their sum
 */
export const predict = (
  { outcome, problem, priors, twins, covariates, draws, random }: PredictiveInput,
  levels: readonly number[],
  horizon: number,
): Float64Array[] => {
  const sums = Array.from({ length: horizon }, () => new Float64Array(levels.length));
  const doses = futureDoses(twins, outcome.values.length, horizon);
  const columns = futureCovariates(problem, covariates, horizon);
  const half = priors.shockDegrees / 2;
  const mean = new Float64Array(horizon);
  for (const draw of draws) {
    const { persistence, shock, noise, drift } = draw.dynamics;
    carryOn(problem, draw, doses, columns, mean);
    for (let path = 0; path < paths; path++) {
      let spread = 0;
      for (let h = 0; h < horizon; h++) {
        spread = persistence * persistence * spread + half / random.gamma(half);
        const moved = spread + (h + 1) * drift;
        if (draw.size === null) {
          const sd = shock * Math.sqrt(moved + noise);
          for (let k = 0; k < levels.length; k++)
            sums[h][k] += intervalProbability(mean[h], sd, levels, k);
        } else {
          const logMean = mean[h] + shock * Math.sqrt(moved) * random.normal();
          addCounts(Math.exp(logMean), draw.size, sums[h]);
        }
      }
    }
  }
  return sums;
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
