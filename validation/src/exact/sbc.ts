/**
 * Simulation-based calibration of the sampler (Talts et al. 2018, arXiv 1804.06788): when truth and
 * diary come from the prior, the rank of the truth among draws of the posterior is uniform. No gate, no
 * rule, no summary stands between: the chain's own draws are ranked, ties broken at random.
 */
import {
  createChain,
  type Draw,
  defaultPriors,
  type Effort,
  type Problem,
} from '@zonula/discovery';
import {
  bulkEffectiveSampleSize,
  calibrationBand,
  createRandom,
  ranksInsideBand,
} from '@zonula/numerics';
import { seedsOf } from '../seeds.ts';
import { fixed, table } from '../studies/markdown.ts';
import { type Reliability, reliabilityOf, type Stated } from '../studies/reliability.ts';
import type { Study } from '../studies/study.ts';
import { drawDiary, saysSomething } from './prior.ts';

/** Draws that the truth is ranked among: ranks are 0..31. */
const kept = 31;
const points = 32;
/** The chain is carried on, at most this often, until so many of its draws are worth one another. */
const enough = 45;
const extensions = 4;

const effort: Effort = {
  burnIn: 241,
  rounds: 500,
  scansPerRound: 1,
  stepsPerRound: 6,
  movesPerRound: 3,
  minimumVisit: 0.1,
};

interface Task {
  readonly seed: number;
}

interface Row extends Task {
  readonly kind: 'score' | 'count';
  readonly effectiveDraws: number;
  /** Inclusion probability of every exposure by this chain, and whether it truly acts. */
  readonly stated: Stated;
  /** Rank of the truth by quantity; absent where the model does not have the quantity. */
  readonly ranks: Readonly<Record<string, number>>;
}

/** One exposure's coefficient, 0 where it does not act. */
const coefficientOf = ({ active, coefficients }: Draw, { kernels }: Problem, j: number): number => {
  const at = active.findIndex((candidate) => Math.floor(candidate / kernels.length) === j);
  return at < 0 ? 0 : coefficients[at]!;
};

/** What one portion adds up to over all days. */
const totalOf = (draw: Draw, problem: Problem, index: number): number => {
  const { route } = problem.kernels[draw.active[index]! % problem.kernels.length]!;
  const carried = route === 'state' ? 1 - draw.dynamics.persistence : 1;
  return draw.coefficients[index]! / carried;
};

const quantities: Readonly<Record<string, (draw: Draw, problem: Problem) => number | null>> = {
  persistence: ({ dynamics }) => dynamics.persistence,
  shock: ({ dynamics }) => dynamics.shock,
  noise: ({ dynamics, size }) => (size === null ? dynamics.noise : null),
  drift: ({ dynamics }) => dynamics.drift,
  'slab width': ({ slab }) => slab,
  'number of effects': ({ active }) => active.length,
  'coefficient of one exposure': (draw, problem) => coefficientOf(draw, problem, 0),
  'an exposure acts': (draw, problem) => (coefficientOf(draw, problem, 1) === 0 ? 0 : 1),
  'total of all exposures': (draw, problem) =>
    draw.active.reduce((sum, _, i) => sum + totalOf(draw, problem, i), 0),
  'largest total': (draw, problem) =>
    draw.active.reduce((top, _, i) => Math.max(top, Math.abs(totalOf(draw, problem, i))), 0),
  'mean delay of the effects': ({ active }, { kernels }) =>
    active.length === 0
      ? -1
      : active.reduce((sum, c) => sum + kernels[c % kernels.length]!.centre, 0) / active.length,
  'weight of a covariate': ({ covariates }) => covariates[0]!,
  'level mid-way': ({ level }) => level[level.length >> 1]!,
  'severity mid-way': ({ mean }) => mean[mean.length >> 1]!,
  'size of the negative binomial': ({ size }) => size,
};

/** Of the slowest quantities of a chain. */
const effectiveDraws = (draws: readonly Draw[]): number =>
  Math.min(
    ...[
      (d: Draw) => d.dynamics.persistence,
      (d: Draw) => d.dynamics.shock,
      (d: Draw) => d.active.length,
      (d: Draw) => d.level[d.level.length >> 1]!,
    ].map((read) => bulkEffectiveSampleSize([Float64Array.from(draws, read)])),
  );

export const sbcRow = (seed: number): Row => {
  const random = createRandom(seed);
  const kind = seed % 4 === 0 ? 'count' : 'score';
  const options = {
    days: 60 + random.integer(101),
    exposures: 20 + random.integer(31),
    kind,
    highest: [4, 10, 100][random.integer(3)]!,
  } as const;
  let diary = drawDiary(random.fork(1), options);
  for (let n = 2; !saysSomething(diary); n++) diary = drawDiary(random.fork(n), options);
  const { problem, truth } = diary;
  const chain = createChain({
    problem,
    priors: defaultPriors,
    effort,
    random: random.fork(0),
  });
  chain.run(effort.burnIn + effort.rounds);
  let { draws: all, inclusion } = chain.result();
  for (let e = 0; e < extensions && effectiveDraws(all) < enough; e++) {
    chain.run(all.length);
    ({ draws: all, inclusion } = chain.result());
  }
  const draws = Array.from(
    { length: kept },
    (_, k) => all[Math.floor(((k + 1) * all.length) / kept) - 1]!,
  );
  const ties = random.fork(-1);
  const ranks: Record<string, number> = {};
  for (const [name, read] of Object.entries(quantities)) {
    const true_ = read(truth, problem);
    if (true_ === null) continue;
    const drawn = draws.map((draw) => read(draw, problem)!);
    const below = drawn.filter((value) => value < true_).length;
    const equal = drawn.filter((value) => value === true_).length;
    ranks[name] = below + ties.integer(equal + 1);
  }
  const acting = new Set(truth.active.map((c) => Math.floor(c / problem.kernels.length)));
  const stated = Array.from(inclusion, (p, j) => [p, acting.has(j)] as const);
  return { seed, kind, effectiveDraws: effectiveDraws(all), stated, ranks };
};

export interface Sbc {
  readonly fits: number;
  readonly counts: number;
  /** Fits whose slowest quantity had fewer effective draws than are ranked. */
  readonly slow: number;
  /** Of the inclusion probabilities. */
  readonly reliability: Reliability;
  readonly quantities: readonly {
    readonly name: string;
    readonly fits: number;
    /** Inside its own 95 % band. */
    readonly inside: boolean;
    /** Inside the wider band in which all quantities stay together with 95 %. */
    readonly insideJoint: boolean;
    /** Mean rank over its range; 0.5 is unbiased. */
    readonly meanRank: number;
    /** Variance of the ranks over that of a uniform; below 1 the posterior is too wide. */
    readonly spread: number;
  }[];
}

export const sbc: Study<Task, Row, Sbc> = {
  name: 'sbc',
  tasks: ({ pool, quick }) => seedsOf(pool, 'sbc', quick ? 100 : 1000).map((seed) => ({ seed })),
  run: ({ seed }) => sbcRow(seed),
  summarise: (rows) => ({
    fits: rows.length,
    counts: rows.filter(({ kind }) => kind === 'count').length,
    reliability: reliabilityOf(rows.flatMap((row) => row.stated)),
    slow: rows.filter((row) => !(row.effectiveDraws >= kept)).length,
    quantities: Object.keys(quantities).flatMap((name) => {
      const ranks = rows.flatMap((row) => (name in row.ranks ? [row.ranks[name]!] : []));
      if (ranks.length === 0) return [];
      const insideAt = (probability: number): boolean =>
        ranksInsideBand(ranks, kept, calibrationBand(ranks.length, points, probability));
      const shares = ranks.map((rank) => (rank + 0.5) / (kept + 1));
      const mean = shares.reduce((a, b) => a + b, 0) / shares.length;
      const variance = shares.reduce((a, b) => a + (b - 0.5) ** 2, 0) / shares.length;
      return {
        name,
        fits: ranks.length,
        inside: insideAt(0.95),
        insideJoint: insideAt(1 - 0.05 / Object.keys(quantities).length),
        meanRank: mean,
        spread: variance / ((1 - (kept + 1) ** -2) / 12),
      };
    }),
  }),
  chapter: ({ fits, counts, slow, reliability, quantities: all }) =>
    [
      '## Is the sampler exact?',
      '',
      `Simulation-based calibration: ${fits} diaries (${counts} of lesion counts) of 60 to 160 days and 20 to 50 exposures, every unknown drawn from the prior, kept when the score takes its commonest value on at most nine days of ten. The truth is ranked among ${kept} draws of one chain, ties broken at random; in ${slow} fits the slowest quantity had fewer effective draws than that. **${all.filter((q) => q.insideJoint).length} of ${all.length} quantities lie inside the joint 95 % band.** Reliability slope of the inclusion probabilities: ${fixed(reliability.slope)} (standard error ${fixed(reliability.slopeError)}).`,
      '',
      table(
        ['quantity', 'fits', 'in its own 95 % band', 'in the joint band', 'mean rank', 'spread'],
        all.map((q) => [
          q.name,
          String(q.fits),
          q.inside ? 'yes' : 'no',
          q.insideJoint ? 'yes' : 'no',
          fixed(q.meanRank, 3),
          fixed(q.spread),
        ]),
      ),
    ].join('\n'),
};
