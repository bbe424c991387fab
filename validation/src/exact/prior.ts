/**
 * Diaries drawn from the engine's own prior: every unknown of the model in `packages/discovery/src/model.ts`
 * is drawn as written there. Menus, gaps and covariates are given to the model, so they may come from
 * anywhere; they are drawn first and never look at the score.
 */
import {
  type ChainResult,
  type Draw,
  type Dynamics,
  dailyKernels,
  defaultPriors,
  groupTwins,
  type Kernel,
  type Priors,
  type Problem,
  summariseExposures,
  toProblem,
} from '@zonula/discovery';
import type { Random } from '@zonula/numerics';
import type { Outcome, Timeline } from '@zonula/timeline';
import type { PriorDraw } from '../studies/calibration.ts';
import { covariateOf, exposureOf, gapsOf, outcomeOf, timelineOf } from './menus.ts';

export interface PriorOptions {
  readonly days: number;
  readonly exposures: number;
  readonly kind?: 'score' | 'count';
  /** Highest score of a scale from 0 in whole steps. */
  readonly highest?: number;
  readonly covariates?: number;
  readonly kernels?: readonly Kernel[];
  readonly priors?: Priors;
}

export interface PriorDiary {
  readonly timeline: Timeline;
  /** As the engine sees it; the centre of a count is the one that the level was drawn around. */
  readonly problem: Problem;
  /** The truth, as one draw of a posterior would say it. */
  readonly truth: Draw;
}

/** Log count around which the level of a count starts. */
const countCentre = Math.log(5);

/** Draws a whole diary. */
export function drawDiary(random: Random, options: PriorOptions): PriorDiary {
  const { days, kind = 'score', highest = 10, covariates = 2 } = options;
  const { kernels = dailyKernels, priors = defaultPriors } = options;
  const menus = random.fork(1);
  const exposures = Array.from({ length: options.exposures }, (_, j) => exposureOf(menus, j, days));
  const circumstances = Array.from({ length: covariates }, (_, k) => covariateOf(menus, k, days));
  const unrecorded = gapsOf(random.fork(2), days);
  const blank = outcomeOf(
    kind,
    highest,
    Float64Array.from(unrecorded, (gap) => (gap ? NaN : 0)),
  );
  const twins = groupTwins(exposures);
  const toEngine = (outcome: Outcome): Problem =>
    toProblem({ outcome, twins, covariates: circumstances, kernels });
  const empty = toEngine(blank);
  const centre = kind === 'count' ? countCentre : empty.centre;
  const truth = drawTruth(random.fork(3), { ...empty, centre }, priors);
  const values = recordScores(random.fork(4), empty.recorded, truth, kind, highest, days);
  const outcome = outcomeOf(kind, highest, values);
  return {
    timeline: timelineOf(days, outcome, exposures, circumstances),
    problem: { ...toEngine(outcome), centre },
    truth,
  };
}

/** For the study of calibration; draws again until the score moves, which only looks at the data. */
export function drawFromPrior(
  random: Random,
  options: { readonly days: number; readonly exposures: number },
): PriorDraw {
  for (let attempt = 0; ; attempt++) {
    const diary = drawDiary(random.fork(attempt), options);
    if (!saysSomething(diary)) continue;
    const { timeline, problem, truth } = diary;
    const alone: ChainResult = {
      draws: [truth],
      inclusions: [],
      inclusion: new Float64Array(problem.exposures),
      acceptance: 0,
      precision: new Float64Array(0),
      latent: new Float64Array(0),
      noiseAt: null,
    };
    const effects = summariseExposures(problem, timeline.outcomes[0]!, timeline.logged, [alone]);
    return {
      timeline,
      acting: new Map(
        effects.flatMap(({ draws: [effect] }, j) =>
          effect === undefined ? [] : [[timeline.exposures[j]!.id, effect] as const],
        ),
      ),
    };
  }
}

/** A tenth of the days differ from the commonest value, and counts stay within reason. */
export function saysSomething({ timeline }: PriorDiary): boolean {
  const { values } = timeline.outcomes[0]!;
  const seen = new Map<number, number>();
  for (const v of values) if (!Number.isNaN(v)) seen.set(v, (seen.get(v) ?? 0) + 1);
  const all = [...seen.values()].reduce((a, b) => a + b, 0);
  return Math.max(...seen.values()) <= 0.9 * all && Math.max(...seen.keys()) <= 300;
}

/** Everything the sampler draws, from the prior. */
function drawTruth(random: Random, problem: Problem, priors: Priors): Draw {
  const { days, covariates, exposures, kernels, range, centre } = problem;
  const logNormal = ([median, sd]: readonly [number, number]): number =>
    median * Math.exp(sd * random.normal());
  const persistence = Math.min(random.beta(...priors.persistence), 0.9999);
  const dynamics: Dynamics = {
    persistence,
    shock: range * logNormal(priors.shock),
    noise: logNormal(priors.noise),
    drift: logNormal(priors.drift),
  };
  const { shock, drift } = dynamics;
  const slab = priors.slabs[random.integer(priors.slabs.length)]!;
  const [a, b] = priors.acting;
  const share = random.beta(a, b + exposures);
  const active: number[] = [];
  for (let j = 0; j < exposures; j++)
    if (random.uniform() < share) active.push(j * kernels.length + random.integer(kernels.length));

  const shown = new Float64Array(days);
  const coefficients = Float64Array.from(active, (candidate) => {
    const response = responseTo(problem, candidate, persistence);
    const onRecorded = Float64Array.from(problem.recorded, (t) => response[t]!);
    const width = (shock * slab) / Math.sqrt(1 - persistence ** 2);
    const sd = populationSd(onRecorded);
    const coefficient = sd > 1e-6 ? (width * random.normal()) / sd : 0;
    for (let t = 0; t < days; t++) shown[t]! += coefficient * response[t]!;
    return coefficient;
  });
  const weights = Float64Array.from({ length: covariates }, (_, k) => {
    const weight = shock * priors.covariateSlab * random.normal();
    for (let t = 0; t < days; t++) shown[t]! += weight * problem.covariateColumns[k * days + t]!;
    return weight;
  });

  const degrees = priors.shockDegrees;
  const level = new Float64Array(days);
  const mean = new Float64Array(days);
  let m = centre + shock * priors.levelStart * random.normal();
  let x = shock * Math.sqrt(degrees / (degrees - 2) / (1 - persistence ** 2)) * random.normal();
  for (let t = 0; t < days; t++) {
    if (t > 0) {
      m += shock * Math.sqrt(drift) * random.normal();
      const weight = random.gamma(degrees / 2) / (degrees / 2);
      x = persistence * x + (shock * random.normal()) / Math.sqrt(weight);
    }
    level[t] = m;
    mean[t] = m + x + shown[t]!;
  }
  return {
    dynamics,
    slab,
    active,
    coefficients,
    covariates: weights,
    logDensity: Number.NaN,
    level,
    mean,
    size: problem.counts === null ? null : logNormal(priors.size),
  };
}

function responseTo(problem: Problem, candidate: number, persistence: number): Float64Array {
  const { days, kernels, pushes } = problem;
  const response = pushes.slice(candidate * days, (candidate + 1) * days);
  if (kernels[candidate % kernels.length]!.route === 'direct') return response;
  for (let t = 1; t < days; t++) response[t]! += persistence * response[t - 1]!;
  return response;
}

function populationSd(values: Float64Array): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
}

/** What would have been written down on the recorded days; NaN on the others. */
function recordScores(
  random: Random,
  recorded: Int32Array,
  { mean, dynamics, size }: Draw,
  kind: 'score' | 'count',
  highest: number,
  days: number,
): Float64Array {
  const values = new Float64Array(days).fill(Number.NaN);
  for (const t of recorded) {
    if (kind === 'count') {
      const expected = Math.exp(Math.min(mean[t]!, 18));
      values[t] = random.poisson(Math.min((expected * random.gamma(size!)) / size!, 1e8));
    } else {
      const y = mean[t]! + dynamics.shock * Math.sqrt(dynamics.noise) * random.normal();
      values[t] = Math.min(highest, Math.max(0, Math.round(y)));
    }
  }
  return values;
}
