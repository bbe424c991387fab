import type { Random } from '@zonula/numerics';
import type { Outcome, Timeline } from '@zonula/timeline';
import { createBasis, fillBasis } from './basis.ts';
import { createGains } from './filter.ts';
import { gutSeries } from './gut-series.ts';
import { convolve, dailyKernels, type Kernel } from './kernels.ts';
import type { Priors, Problem } from './model.ts';
import { describe, type ExposurePosterior } from './posterior.ts';
import { type Twins, toProblem } from './problem.ts';
import { expectedScore } from './response.ts';
import { type ChainResult, type Draw, type Effort, runChain } from './sampler.ts';
import type { Finding } from './suspects.ts';

/**
 * How much of an exposure's effect on the skin passes through the logged gut symptoms. Two responses, each
 * of the form of model.ts: exposures -> gut, and exposures and gut -> skin, where the gut has one lag kernel
 * like an exposure. Both are linear, so the g-formula (Robins 1986; VanderWeele 2015, chapter 6) is a product
 * per draw: indirect total = total response of the gut x total response of the skin to the gut. Conditional
 * on the exposures that act together in the draws of the fit without the gut, which stays as it is.
 */
export interface Mediation {
  readonly throughGut: NonNullable<Finding['throughGut']>;
  readonly sensitivity: NonNullable<Finding['throughGutSensitivity']>;
}

export interface MediationInput {
  readonly timeline: Timeline;
  readonly outcome: Outcome;
  readonly twins: readonly Twins[];
  readonly kernels: readonly Kernel[];
  readonly posteriors: readonly ExposurePosterior[];
  readonly chains: readonly ChainResult[];
  readonly priors: Priors;
  readonly random: Random;
  /** Level of the interval. */
  readonly level: number;
}

export const gutAssumption =
  'Assumes that nothing unseen moves both gut and skin. The curve shows the part through the gut if such a cause had made their unexplained changes go together that closely.';

/** Exposures less probable than this are not followed through the gut. */
const notable = 0.3;
/** Fewest days with both a gut and a skin score. */
const fewestJointDays = 40;
/** Combinations of exposures acting together that are looked at, the most frequent ones. */
const mostSettings = 3;
const keptDraws = 120;
const fewestDraws = 20;
const burnIn = 24;
/** Prior odds that hold an exposure in the model. */
const certain = 1e9;
const curveDraws = 24;
const correlations = [-0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6];

/** Exposures that act together in some share of the draws, and one of these draws. */
interface Setting {
  readonly members: readonly number[];
  readonly share: number;
  readonly example: Draw;
}

interface Parts {
  readonly direct: number[];
  readonly indirect: number[];
  /** Per correlation: change of the indirect part, summed over `curves` draws. */
  readonly shift: Float64Array;
  curves: number;
}

/** Per exposure index; empty where the gut log cannot tell. */
export const mediate = (input: MediationInput): Map<number, Mediation> => {
  const { timeline, outcome, posteriors } = input;
  const result = new Map<number, Mediation>();
  const gut = outcome.category === 'skin' ? gutSeries(timeline.outcomes) : null;
  if (gut === null || jointDays(gut, outcome) < fewestJointDays) return result;
  const followed = posteriors.map((posterior) => posterior.probability >= notable);
  const parts = new Map<number, Parts>();
  settingsOf(input, followed).forEach((setting, s) => {
    addSetting(input, gut, setting, input.random.fork(s + 1), parts);
  });
  for (const [j, { direct, indirect, shift, curves }] of parts) {
    const { mean, interval } = describe(indirect, input.level);
    const mostly = indirect.filter((through, d) => {
      const total = through + direct[d];
      return through * total > 0 && Math.abs(through) > 0.5 * Math.abs(total);
    }).length;
    result.set(j, {
      throughGut: {
        indirect: mean,
        interval,
        level: input.level,
        mostlyThroughGut: mostly / indirect.length,
      },
      sensitivity: {
        assumption: gutAssumption,
        correlation: [...correlations],
        indirect: Array.from(shift, (change) => mean + change / curves),
      },
    });
  }
  return result;
};

const jointDays = (a: Outcome, b: Outcome): number =>
  a.values.reduce((n, value, t) => n + (Number.isNaN(value + b.values[t]) ? 0 : 1), 0);

const settingsOf = (
  { chains, kernels }: MediationInput,
  followed: readonly boolean[],
): Setting[] => {
  const draws = chains.flatMap((chain) => chain.draws);
  const found = new Map<string, { members: number[]; count: number; example: Draw }>();
  for (const draw of draws) {
    const members = draw.active
      .map((candidate) => Math.floor(candidate / kernels.length))
      .filter((j) => followed[j])
      .sort((a, b) => a - b);
    if (members.length === 0) continue;
    const key = members.join();
    const setting = found.get(key);
    found.set(key, { members, count: (setting?.count ?? 0) + 1, example: draw });
  }
  const frequent = [...found.values()].sort((a, b) => b.count - a.count).slice(0, mostSettings);
  const sum = frequent.reduce((n, { count }) => n + count, 0);
  return frequent.map(({ count, ...setting }) => ({ ...setting, share: count / sum }));
};

const addSetting = (
  input: MediationInput,
  gut: Outcome,
  { members, share, example }: Setting,
  random: Random,
  parts: Map<number, Parts>,
): void => {
  const { timeline, outcome, priors, kernels, twins } = input;
  const { covariates } = timeline;
  const own = members.map((j) => twins[j]);
  const effort: Effort = {
    burnIn,
    rounds: Math.max(fewestDraws, Math.round(share * keptDraws)),
    scansPerRound: 1,
    stepsPerRound: 3,
    movesPerRound: 0,
    minimumVisit: 1,
  };
  const even = (priors.acting[1] + 2 * own.length - 1) / priors.acting[0];
  const gutProblem: Problem = {
    ...toProblem({ outcome: gut, twins: own, covariates, kernels: dailyKernels }),
    priorOdds: new Float64Array(own.length).fill(even),
  };
  const gutChain = runChain({ problem: gutProblem, priors, effort, random: random.fork(1) });
  const series = completed(gut, gutProblem, gutChain);
  const skinProblem: Problem = {
    ...toProblem({ outcome, twins: [...own, { members: [], dose: series }], covariates, kernels }),
    priorOdds: new Float64Array(own.length + 1).fill(certain),
  };
  const start = members.map((j, i) => {
    const candidate = example.active.find((c) => Math.floor(c / kernels.length) === j)!;
    return i * kernels.length + (candidate % kernels.length);
  });
  const skinChain = runChain({
    problem: skinProblem,
    priors,
    effort,
    random: random.fork(2),
    start,
    dynamics: example.dynamics,
  });
  const gutSlope = slopeOf(gut, timeline.logged);
  const skinSlope = slopeOf(outcome, timeline.logged);
  const gutTotals = gutChain.draws.map((draw) => {
    const slope = gutSlope(draw);
    return members.map((_, i) => slope * totalOf(gutProblem, draw, i));
  });
  const pull = createPull(gutProblem, gutChain, skinProblem, skinChain, priors);
  const stride = Math.max(1, Math.floor(skinChain.draws.length / curveDraws));
  skinChain.draws.forEach((draw, d) => {
    const slope = skinSlope(draw);
    const link = totalOf(skinProblem, draw, own.length);
    const toGut = gutTotals[d % gutTotals.length];
    const bend = d % stride === 0 ? pull(draw) : null;
    members.forEach((j, i) => {
      const part = parts.get(j) ?? {
        direct: [],
        indirect: [],
        shift: new Float64Array(correlations.length),
        curves: 0,
      };
      parts.set(j, part);
      part.direct.push(slope * totalOf(skinProblem, draw, i));
      part.indirect.push(slope * link * toGut[i]);
      if (bend === null) return;
      part.curves++;
      correlations.forEach((rho, r) => {
        part.shift[r] -= (rho / Math.sqrt(1 - rho * rho)) * bend * slope * toGut[i];
      });
    });
  });
};

/**
 * The gut as the skin may have felt it: what was recorded, but inside the scale the mean of the values that
 * would be rounded to it, lest rounding thins the link out; on days without a record what its own dynamics
 * and the exposures lead to expect.
 */
const completed = (
  gut: Outcome,
  problem: Problem,
  { draws, latent }: ChainResult,
): Float64Array => {
  const score = draws.map(({ dynamics }) =>
    expectedScore(gut, dynamics.shock * Math.sqrt(dynamics.noise)),
  );
  const out = gut.values.map((value, t) =>
    Number.isNaN(value)
      ? draws.reduce((sum, draw, d) => sum + score[d](draw.mean[t]), 0) / draws.length
      : value,
  );
  if (gut.kind === 'count') return out;
  problem.recorded.forEach((t, i) => {
    if (out[t] > gut.scale.min && out[t] < gut.scale.max) out[t] = latent[i] + problem.centre;
  });
  return out;
};

/** Latent response to one unit of an exposure, summed over all later days. */
const totalOf = (problem: Problem, draw: Draw, exposure: number): number => {
  const kernels = problem.kernels.length;
  const at = draw.active.findIndex((candidate) => Math.floor(candidate / kernels) === exposure);
  if (at < 0) return 0;
  const { route } = problem.kernels[draw.active[at] % kernels];
  return draw.coefficients[at] / (route === 'state' ? 1 - draw.dynamics.persistence : 1);
};

/** Recorded points per latent point, averaged over the logged days. */
const slopeOf = (outcome: Outcome, logged: Uint8Array): ((draw: Draw) => number) => {
  const days = [...logged.keys()].filter((t) => logged[t] === 1);
  const stride = Math.max(1, Math.floor(days.length / 40));
  const looked = days.filter((_, i) => i % stride === 0);
  const half = outcome.kind === 'count' ? 0.1 : 0.05 * (outcome.scale.max - outcome.scale.min);
  return ({ dynamics, mean }) => {
    const score = expectedScore(outcome, dynamics.shock * Math.sqrt(dynamics.noise));
    const sum = looked.reduce((s, t) => s + score(mean[t] + half) - score(mean[t] - half), 0);
    return sum / (2 * half * looked.length);
  };
};

/**
 * How far an unseen cause would have pulled the total response to the gut: the whitened unexplained changes
 * of the gut, delayed as the gut's own link is, regressed on everything in the skin model. An unexplained
 * change of the skin that correlates with them by rho adds rho / sqrt(1 - rho^2) times this to the link
 * (the argument of Imai, Keele & Yamamoto 2010, section 5, on whitened days).
 */
const createPull = (
  gutProblem: Problem,
  gutChain: ChainResult,
  skinProblem: Problem,
  skinChain: ChainResult,
  priors: Priors,
): ((draw: Draw) => number) => {
  const { days, recorded, covariates, kernels } = skinProblem;
  const unexplained = unexplainedShocks(gutProblem, gutChain, priors);
  const basis = createBasis(skinProblem, createGains(days, skinChain.noiseAt));
  const scratch = new Float64Array(days);
  const delayed = new Float64Array(days);
  const gutExposure = skinProblem.exposures - 1;
  return ({ dynamics, slab, active }) => {
    const at = active.findIndex((c) => Math.floor(c / kernels.length) === gutExposure);
    if (at < 0) return 0;
    const kernel = kernels[active[at] % kernels.length];
    fillBasis(
      skinProblem,
      priors,
      dynamics,
      skinChain.precision,
      slab,
      skinChain.latent,
      active,
      scratch,
      basis,
    );
    const sd = basis.sds[at];
    convolve(kernel, unexplained, delayed);
    let squares = 0;
    for (const t of recorded) squares += delayed[t] * delayed[t];
    if (!(sd > 0) || !(squares > 0)) return 0;
    const unit = Math.sqrt(recorded.length / squares);
    const confounder = Float64Array.from(recorded, (t) => delayed[t] * unit);
    const coefficients = regress(basis, confounder, recorded.length);
    const b = (coefficients[covariates + at] / sd) * dynamics.shock;
    return b / (kernel.route === 'state' ? 1 - dynamics.persistence : 1);
  };
};

/** One-day-ahead surprises of the gut in standard deviations; 0 on days without a gut score. */
const unexplainedShocks = (problem: Problem, chain: ChainResult, priors: Priors): Float64Array => {
  const { days, recorded } = problem;
  const basis = createBasis(problem, createGains(days, chain.noiseAt));
  const { dynamics, slab, active } = chain.draws.reduce((best, draw) =>
    draw.logDensity > best.logDensity ? draw : best,
  );
  fillBasis(
    problem,
    priors,
    dynamics,
    chain.precision,
    slab,
    chain.latent,
    active,
    new Float64Array(days),
    basis,
  );
  const coefficients = regress(basis, basis.outcome, recorded.length);
  const out = new Float64Array(days);
  for (let i = 0; i < recorded.length; i++) {
    let residual = basis.outcome[i];
    for (let k = 0; k < basis.size; k++)
      residual -= coefficients[k] * basis.columns[k * recorded.length + i];
    out[recorded[i]] = residual;
  }
  return out;
};

/** Posterior mean of the regression of a whitened series on the columns of the basis. */
const regress = (
  { columns, factor, capacity, size }: ReturnType<typeof createBasis>,
  series: Float64Array,
  count: number,
): Float64Array => {
  const out = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let n = 0; n < count; n++) sum += columns[i * count + n] * series[n];
    for (let k = 0; k < i; k++) sum -= factor[i * capacity + k] * out[k];
    out[i] = sum / factor[i * capacity + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = out[i];
    for (let k = i + 1; k < size; k++) sum -= factor[k * capacity + i] * out[k];
    out[i] = sum / factor[i * capacity + i];
  }
  return out;
};
