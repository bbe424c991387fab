import type { Random } from '@zonula/numerics';
import { createBasis, drawCoefficients, fillBasis, slabWidth } from './basis.ts';
import {
  addTo,
  drawLatent,
  drawPrecision,
  logMeansOf,
  regressionOf,
  residualOf,
  responseOf,
  scaleAndShift,
} from './days.ts';
import { createGains } from './filter.ts';
import type { Dynamics, Priors, Problem } from './model.ts';
import { drawPseudoObservations, drawSize } from './negative-binomial.ts';
import { createRescaling } from './rescale.ts';
import {
  addOrDrop,
  createScanBuffers,
  membersOf,
  prepare,
  type ScanBuffers,
  scan,
} from './scan.ts';
import { createStateWorkspace, drawStates } from './states.ts';

/**
 * One Markov chain for the model of model.ts. Per round: whiten at the present dynamics; a few collapsed
 * scans of the indicators; Metropolis steps of the dynamics with coefficients and states integrated out;
 * then exact draws of coefficients, states, shock weights and latent scores (a partially collapsed Gibbs
 * sampler in the order of van Dyk & Park 2008). Its stationary distribution is the exact posterior.
 */
export interface Effort {
  readonly burnIn: number;
  readonly rounds: number;
  readonly scansPerRound: number;
  readonly stepsPerRound: number;
  /** Moves per round that add or drop one exposure. */
  readonly movesPerRound: number;
  /** Smallest chance that an unpromising exposure is visited in a round after burn-in; 1 visits all. */
  readonly minimumVisit: number;
}

/** One kept state of the chain. */
export interface Draw {
  readonly dynamics: Dynamics;
  readonly slab: number;
  /** Candidates (exposure * H + kernel) with an effect. */
  readonly active: readonly number[];
  /** Per active candidate: change of the push in points per unit dose. */
  readonly coefficients: Float64Array;
  /** Per covariate: points per standard deviation of the column. */
  readonly covariates: Float64Array;
  /** Log posterior density of the dynamics up to a constant. */
  readonly logDensity: number;
  /** States in points, T values: the level (centre added back) and everything else that adds to it. */
  readonly level: Float64Array;
  readonly mean: Float64Array;
  /** Size of the negative binomial; null for scores. */
  readonly size: number | null;
}

export interface ChainResult {
  readonly draws: Draw[];
  /** Active candidates after every scan, for joint inclusion. */
  readonly inclusions: (readonly number[])[];
  /** Rao-Blackwellised inclusion probability per exposure. */
  readonly inclusion: Float64Array;
  readonly acceptance: number;
  /** Posterior means: shock weights (T values) and latent scores minus the centre (recorded days). */
  readonly precision: Float64Array;
  readonly latent: Float64Array;
  /** Counts only: observation variance per recorded day in the last round. */
  readonly noiseAt: Float64Array | null;
}

const logPrior = (priors: Priors, range: number, v: Float64Array): number => {
  // v = logit persistence, log shock, log noise, log drift; densities on these scales
  const [a, b] = priors.persistence;
  const logP = -Math.log1p(Math.exp(-v[0]));
  const logQ = -Math.log1p(Math.exp(v[0]));
  const term = (x: number, [median, sd]: readonly [number, number], unit = 1): number =>
    -0.5 * ((x - Math.log(median * unit)) / sd) ** 2;
  return (
    a * logP +
    b * logQ +
    term(v[1], priors.shock, range) +
    term(v[2], priors.noise) +
    term(v[3], priors.drift)
  );
};

const dynamicsAt = (v: Float64Array): Dynamics => ({
  persistence: Math.min(1 / (1 + Math.exp(-v[0])), 0.9999),
  shock: Math.exp(v[1]),
  noise: Math.exp(v[2]),
  drift: Math.exp(v[3]),
});

const positionAt = ({ persistence, shock, noise, drift }: Dynamics): Float64Array =>
  Float64Array.of(
    Math.log(persistence / (1 - persistence)),
    Math.log(shock),
    Math.log(noise),
    Math.log(drift),
  );

export interface ChainOptions {
  readonly problem: Problem;
  readonly priors: Priors;
  readonly effort: Effort;
  readonly random: Random;
  /** Starting candidates, for dispersed starts; with no scans and no moves they stay. */
  readonly start?: readonly number[];
  /** Starting dynamics; with no steps they stay. */
  readonly dynamics?: Dynamics;
  /** Starting persistence where no dynamics are given, for dispersed starts; 0-1. */
  readonly persistence?: number;
  /** Room for the candidates, to be shared by chains that take turns; large in a long diary. */
  readonly buffers?: ScanBuffers;
}

/** A chain that can be carried on: `run` adds rounds, `result` sums up the kept ones. */
export interface Chain {
  readonly run: (rounds: number, onRound?: (round: number) => void) => void;
  readonly result: () => ChainResult;
  /** Drops what was kept so far and spends the next rounds on adapting again. */
  readonly forget: (burnIn: number) => void;
}

export const runChain = (options: ChainOptions): ChainResult => {
  const chain = createChain(options);
  chain.run(options.effort.burnIn + options.effort.rounds);
  return chain.result();
};

/** The first `effort.burnIn` rounds adapt and are not kept; `effort.rounds` is left to the caller of `run`. */
export const createChain = (options: ChainOptions): Chain => {
  const { problem, priors, effort, random } = options;
  const { days, recorded, covariates, exposures } = problem;
  const count = recorded.length;
  const scratch = new Float64Array(days);
  const precision = new Float64Array(days).fill(1);
  const latent = new Float64Array(count);
  const noiseAt = problem.counts === null ? null : new Float64Array(count).fill(0.3);
  const negativeBinomial = { size: priors.size[0], step: 0.5 };
  for (let i = 0; i < count; i++) {
    if (problem.counts !== null) {
      latent[i] = Math.log(problem.counts.values[i] + 0.5) - problem.centre;
      continue;
    }
    const lower = problem.lower[i];
    const upper = problem.upper[i];
    latent[i] =
      (lower === Number.NEGATIVE_INFINITY
        ? upper
        : upper === Number.POSITIVE_INFINITY
          ? lower
          : (lower + upper) / 2) - problem.centre;
  }
  const buffers = options.buffers ?? createScanBuffers(problem);
  let present = createBasis(problem, createGains(days, noiseAt), buffers.loops);
  let proposal = createBasis(problem, createGains(days, noiseAt), buffers.loops);
  const states = createStateWorkspace(days);
  const rescaling = createRescaling(problem);
  const scaled = new Float64Array(count);
  /** Scalings of the latent scores a round; none of counts, and none where the dynamics are held. */
  const rescalings = problem.counts !== null || effort.stepsPerRound === 0 ? 0 : 3;
  const position =
    options.dynamics === undefined
      ? startPosition(problem, priors, latent, options.persistence ?? usualPersistence)
      : positionAt(options.dynamics);
  const trial = new Float64Array(4);
  const adaptation = createAdaptation();
  let dynamics = dynamicsAt(position);
  let slab = priors.slabs[random.integer(priors.slabs.length)];
  let active: number[] = [...(options.start ?? [])];
  let prior = logPrior(priors, problem.range, position);

  const draws: Draw[] = [];
  const inclusions: (readonly number[])[] = [];
  const inclusionSum = new Float64Array(exposures);
  const visits = new Float64Array(exposures);
  const promise = new Float64Array(exposures).fill(1);
  const burnSum = new Float64Array(exposures);
  const burnVisits = new Float64Array(exposures);
  let accepted = 0;
  let proposed = 0;
  const [a, b] = priors.acting;
  /** Prior odds of a lone exposure: an inclusion no larger than that promises nothing. */
  const background = a / (b + 2 * exposures);
  const everyone = Int32Array.from({ length: exposures }, (_, j) => j);
  const response = new Float64Array(days);
  const residual = new Float64Array(count);
  const regression = new Float64Array(days);
  const precisionSum = new Float64Array(days);
  const latentSum = new Float64Array(count);
  let done = 0;
  let burnInEnd = effort.burnIn;

  const step = (round: number): void => {
    const kept = round >= burnInEnd;
    if (round <= burnInEnd && round % 8 === 1) {
      for (let j = 0; j < exposures; j++) {
        const p = burnVisits[j] > 0 ? burnSum[j] / burnVisits[j] : 1;
        promise[j] = Math.min(1, Math.max(effort.minimumVisit, 6 * (p - background)));
      }
    }
    if (kept) adaptation.frozen = true;
    fillBasis(problem, priors, dynamics, precision, slab, latent, active, scratch, present);

    const visitAll = effort.minimumVisit >= 1 || (!kept && round % 8 === 0);
    const chosen = visitAll ? everyone : everyone.filter((j) => random.uniform() < promise[j]);
    const prepared = prepare(problem, present, chosen, buffers);
    const members = membersOf(problem, present, prepared, active);
    for (let s = 0; s < effort.scansPerRound; s++) {
      scan(problem, prepared, members, slabWidth(slab, dynamics), priors.acting, random, (j, p) => {
        if (kept) {
          inclusionSum[j] += p;
          visits[j]++;
        } else {
          burnSum[j] += p;
          burnVisits[j]++;
        }
      });
      if (kept) inclusions.push(members.map((member) => member.candidate));
    }
    addOrDrop(
      problem,
      present,
      members,
      slabWidth(slab, dynamics),
      priors.acting,
      effort.movesPerRound,
      random,
      prepared,
      buffers,
    );
    active = members.map((member) => member.candidate);

    fillBasis(problem, priors, dynamics, precision, slab, latent, active, scratch, present);
    for (let step = 0; step < effort.stepsPerRound; step++) {
      propose(adaptation, position, trial, random);
      const next = dynamicsAt(trial);
      const nextPrior = logPrior(priors, problem.range, trial);
      fillBasis(problem, priors, next, precision, slab, latent, active, scratch, proposal);
      const logRatio = proposal.logMarginal + nextPrior - present.logMarginal - prior;
      const probability = logRatio >= 0 ? 1 : Math.exp(logRatio);
      const accept = random.uniform() < probability;
      if (accept) {
        position.set(trial);
        dynamics = next;
        prior = nextPrior;
        [present, proposal] = [proposal, present];
      }
      if (kept) {
        proposed++;
        if (accept) accepted++;
      }
      learn(adaptation, position, probability);
    }

    for (let r = 0; r < rescalings; r++) {
      const log = rescaling.propose(latent, scaled, random);
      if (log === null) continue;
      trial.set(position);
      trial[1] += log;
      const next = dynamicsAt(trial);
      const nextPrior = logPrior(priors, problem.range, trial);
      fillBasis(problem, priors, next, precision, slab, scaled, active, scratch, proposal);
      const jacobian = count * log;
      const logRatio = proposal.logMarginal + nextPrior + jacobian - present.logMarginal - prior;
      if (Math.log(random.uniform()) >= logRatio) continue;
      position.set(trial);
      latent.set(scaled);
      dynamics = next;
      prior = nextPrior;
      [present, proposal] = [proposal, present];
    }

    const coefficients = new Float64Array(present.size);
    drawCoefficients(present, () => random.normal(), coefficients);

    regressionOf(problem, present, coefficients, active, dynamics.persistence, regression);
    residualOf(problem, latent, dynamics.shock, regression, residual);
    drawStates(problem, priors, dynamics, precision, residual, noiseAt, random, states);

    slab = drawSlab(priors, dynamics, coefficients.subarray(covariates, present.size), random);

    drawPrecision(priors, dynamics.persistence, states.x, random, precision);
    responseOf(regression, states, dynamics.shock, response);
    if (problem.counts !== null && noiseAt !== null) {
      logMeansOf(problem, response, latent);
      drawSize(problem.counts.values, latent, priors, negativeBinomial, !kept, random);
      drawPseudoObservations(problem.counts.values, negativeBinomial.size, random, latent, noiseAt);
      for (let i = 0; i < count; i++) latent[i] -= problem.centre;
    } else {
      const noiseSd = dynamics.shock * Math.sqrt(dynamics.noise);
      drawLatent(problem, response, noiseSd, random, latent);
    }

    if (kept) {
      addTo(precisionSum, precision);
      addTo(latentSum, latent);
      const points = new Float64Array(active.length);
      for (let a = 0; a < active.length; a++)
        points[a] =
          present.sds[a] > 0 ? (coefficients[covariates + a] / present.sds[a]) * dynamics.shock : 0;
      const covariateDraw = new Float64Array(covariates);
      for (let k = 0; k < covariates; k++) covariateDraw[k] = coefficients[k] * dynamics.shock;
      draws.push({
        dynamics,
        slab,
        active: [...active],
        coefficients: points,
        covariates: covariateDraw,
        logDensity: present.logMarginal + prior,
        level: scaleAndShift(states.m, dynamics.shock, problem.centre),
        mean: scaleAndShift(response, 1, problem.centre),
        size: problem.counts === null ? null : negativeBinomial.size,
      });
    }
  };

  return {
    run: (rounds, onRound) => {
      for (let i = 0; i < rounds; i++) {
        step(done++);
        onRound?.(i + 1);
      }
    },
    forget: (burnIn) => {
      burnInEnd = done + burnIn;
      adaptation.frozen = false;
      draws.length = 0;
      inclusions.length = 0;
      for (const sums of [inclusionSum, visits, precisionSum, latentSum]) sums.fill(0);
      accepted = 0;
      proposed = 0;
    },
    result: () => {
      const inclusion = new Float64Array(exposures);
      for (let j = 0; j < exposures; j++)
        inclusion[j] = visits[j] > 0 ? inclusionSum[j] / visits[j] : burnSum[j] / burnVisits[j];
      return {
        draws,
        inclusions,
        inclusion,
        acceptance: proposed > 0 ? accepted / proposed : 0,
        precision: precisionSum.map((sum) => sum / draws.length),
        latent: latentSum.map((sum) => sum / draws.length),
        noiseAt,
      };
    },
  };
};

const drawSlab = (
  priors: Priors,
  dynamics: Dynamics,
  coefficients: Float64Array,
  random: Random,
): number => {
  let squares = 0;
  for (const c of coefficients) squares += c * c;
  const logs = priors.slabs.map((slab) => {
    const width = slabWidth(slab, dynamics);
    return -coefficients.length * Math.log(width) - squares / (2 * width * width);
  });
  const top = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - top));
  let pick = random.uniform() * weights.reduce((a, b) => a + b, 0);
  let index = 0;
  while (index < weights.length - 1 && (pick -= weights[index]) > 0) index++;
  return priors.slabs[index];
};

const usualPersistence = 0.6;

const startPosition = (
  problem: Problem,
  priors: Priors,
  latent: Float64Array,
  persistence: number,
): Float64Array => {
  const { recorded } = problem;
  let squares = 0;
  let pairs = 0;
  for (let i = 1; i < recorded.length; i++) {
    if (recorded[i] !== recorded[i - 1] + 1) continue;
    squares += (latent[i] - latent[i - 1]) ** 2;
    pairs++;
  }
  const floor = priors.shock[0] * problem.range * 0.2;
  const step = pairs > 2 ? Math.sqrt(squares / pairs) : priors.shock[0] * problem.range;
  return Float64Array.from([
    Math.log(persistence / (1 - persistence)),
    Math.log(Math.max(floor, 0.7 * step)),
    Math.log(priors.noise[0]),
    Math.log(priors.drift[0]),
  ]);
};

/** Adaptive random-walk Metropolis (Haario et al. 2001) with a Robbins-Monro scale, frozen after burn-in. */
interface Adaptation {
  frozen: boolean;
  steps: number;
  logScale: number;
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  readonly lower: Float64Array;
}

const startSds = [0.5, 0.15, 0.5, 0.8];

const createAdaptation = (): Adaptation => {
  const covariance = new Float64Array(16);
  const lower = new Float64Array(16);
  for (let i = 0; i < 4; i++) {
    covariance[i * 5] = startSds[i] ** 2;
    lower[i * 5] = startSds[i];
  }
  return {
    frozen: false,
    steps: 0,
    logScale: Math.log(1.19),
    mean: new Float64Array(4),
    covariance,
    lower,
  };
};

const propose = (
  adaptation: Adaptation,
  position: Float64Array,
  out: Float64Array,
  random: Random,
): void => {
  const z = [random.normal(), random.normal(), random.normal(), random.normal()];
  const scale = Math.exp(adaptation.logScale);
  for (let i = 0; i < 4; i++) {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += adaptation.lower[i * 4 + j] * z[j];
    out[i] = position[i] + scale * sum;
  }
};

const learn = (adaptation: Adaptation, position: Float64Array, probability: number): void => {
  if (adaptation.frozen) return;
  const n = ++adaptation.steps;
  adaptation.logScale += (probability - 0.28) / n ** 0.6;
  if (n === 1) {
    adaptation.mean.set(position);
    return;
  }
  const rate = 1 / (n + 20);
  const { mean, covariance, lower } = adaptation;
  const delta = position.map((p, i) => p - mean[i]);
  for (let i = 0; i < 4; i++) mean[i] += rate * delta[i];
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 4; j++)
      covariance[i * 4 + j] += rate * (delta[i] * delta[j] - covariance[i * 4 + j]);
  if (n % 10 !== 0) return;
  for (let i = 0; i < 4; i++)
    for (let j = 0; j <= i; j++) {
      let sum = covariance[i * 4 + j] + (i === j ? 1e-4 : 0);
      for (let k = 0; k < j; k++) sum -= lower[i * 4 + k] * lower[j * 4 + k];
      lower[i * 4 + j] = i === j ? Math.sqrt(Math.max(sum, 1e-6)) : sum / lower[j * 4 + j];
    }
};
