/**
 * At fixed dynamics the posterior of the indicators can be added up exactly. Does the sampler agree,
 * with its shortcuts (rare visits to unpromising exposures, add-or-drop moves) switched on?
 */

import type { Priors, Problem } from '@zonula/discovery';
import { dailyKernels, defaultPriors, type Effort, enumerate, runChain } from '@zonula/discovery';
import { createRandom, type Random } from '@zonula/numerics';
import { seedsOf } from '../seeds.ts';
import { fixed, table } from '../studies/markdown.ts';
import type { Study } from '../studies/study.ts';
import { drawDiary } from './prior.ts';

const ways = ['all visited', 'rare visits and moves', 'moves only'] as const;
type Way = (typeof ways)[number];

const base: Effort = {
  burnIn: 121,
  rounds: 1500,
  scansPerRound: 2,
  stepsPerRound: 0,
  movesPerRound: 2,
  minimumVisit: 1,
};
const efforts: Readonly<Record<Way, Effort>> = {
  'all visited': base,
  'rare visits and moves': { ...base, minimumVisit: 0.05 },
  'moves only': { ...base, scansPerRound: 0, movesPerRound: 12 },
};

const exposures = 8;
const days = 60;
const chains = 6;
/** Same day through the state; days 4 to 7 directly. */
const kernels = [dailyKernels[0]!, dailyKernels[12]!];
/** Shocks as good as normal, so that their weights are 1. */
const priors: Priors = { ...defaultPriors, shockDegrees: 1e9, slabs: [0.5, 1.5], acting: [2, 1] };

interface Task {
  readonly seed: number;
}

interface Row extends Task {
  readonly exact: readonly number[];
  /** Per way and exposure: mean over the chains and its Monte Carlo error. */
  readonly ways: Readonly<Record<Way, readonly (readonly [mean: number, error: number])[]>>;
}

/** The middle of every interval taken for the score itself: nothing is left to fill in. */
const known = (problem: Problem): Problem => {
  const middle = problem.lower.map((low, i) => {
    const high = problem.upper[i]!;
    return Number.isFinite(low) ? (Number.isFinite(high) ? (low + high) / 2 : low) : high;
  });
  return { ...problem, lower: middle, upper: middle };
};

const sharesOf = (problem: Problem, way: Way, draws: ReturnType<typeof runChain>): number[] => {
  if (way !== 'moves only') return [...draws.inclusion];
  const shares = new Array<number>(problem.exposures).fill(0);
  for (const { active } of draws.draws)
    for (const c of active)
      shares[Math.floor(c / problem.kernels.length)]! += 1 / draws.draws.length;
  return shares;
};

/** A diary drawn from the prior; the second exposure mostly follows the first. */
const problemOf = (
  random: Random,
): { problem: Problem; dynamics: Parameters<typeof enumerate>[2]['dynamics'] } => {
  for (let attempt = 0; ; attempt++) {
    const options = { days, exposures, highest: 100, kernels, priors } as const;
    const { problem, truth } = drawDiary(random.fork(attempt), options);
    if (truth.active.length < 2) continue;
    const length = kernels.length * days;
    for (let i = 0; i < length; i++)
      problem.pushes[length + i] = 0.8 * problem.pushes[i]! + 0.2 * problem.pushes[length + i]!;
    return { problem: known(problem), dynamics: truth.dynamics };
  }
};

export interface EnumerationResult {
  readonly diaries: number;
  readonly ways: readonly {
    readonly name: Way;
    readonly probabilities: number;
    readonly largestDifference: number;
    /** Largest Monte Carlo error of a mean. */
    readonly largestError: number;
    /** Differences within 0.01 + 3 Monte Carlo errors. */
    readonly agreeing: number;
  }[];
}

export const enumeration: Study<Task, Row, EnumerationResult> = {
  name: 'enumeration',
  tasks: ({ pool, quick }) =>
    seedsOf(pool, 'enumeration', quick ? 3 : 20).map((seed) => ({ seed })),
  run: ({ seed }) => {
    const random = createRandom(seed);
    const { problem, dynamics } = problemOf(random.fork(1));
    const precision = new Float64Array(days).fill(1);
    const y = problem.lower.map((value) => value - problem.centre);
    const exact = [...enumerate(problem, priors, { dynamics, precision }, y).inclusion];
    const estimate = (way: Way, w: number): [number, number][] => {
      const runs = Array.from({ length: chains }, (_, c) => {
        const stream = random.fork(100 + 10 * w + c);
        const chain = { problem, priors, effort: efforts[way], random: stream, dynamics };
        return sharesOf(problem, way, runChain(chain));
      });
      return exact.map((_, j) => {
        const own = runs.map((run) => run[j]!);
        const mean = own.reduce((a, b) => a + b, 0) / chains;
        const squares = own.reduce((a, b) => a + (b - mean) ** 2, 0);
        return [mean, Math.sqrt(squares / (chains - 1) / chains)];
      });
    };
    return {
      seed,
      exact,
      ways: {
        'all visited': estimate('all visited', 0),
        'rare visits and moves': estimate('rare visits and moves', 1),
        'moves only': estimate('moves only', 2),
      },
    };
  },
  summarise: (rows) => ({
    diaries: rows.length,
    ways: ways.map((name) => {
      const pairs = rows.flatMap((row) =>
        row.ways[name].map(([mean, error], j) => [Math.abs(mean - row.exact[j]!), error] as const),
      );
      return {
        name,
        probabilities: pairs.length,
        largestDifference: Math.max(...pairs.map(([difference]) => difference)),
        largestError: Math.max(...pairs.map(([, error]) => error)),
        agreeing: pairs.filter(([difference, error]) => difference <= 0.01 + 3 * error).length,
      };
    }),
  }),
  chapter: ({ diaries, ways: all }) =>
    [
      '## Inclusion probabilities against full enumeration',
      '',
      `${diaries} diaries of ${days} days with ${exposures} exposures (two of them nearly alike) and ${kernels.length} delays, dynamics held at the truth: all ${(1 + kernels.length) ** exposures} configurations added up with dense algebra, against ${chains} chains.`,
      '',
      table(
        [
          'chains',
          'probabilities',
          'largest difference',
          'largest Monte Carlo error',
          'within 0.01 + 3 errors',
        ],
        all.map((way) => [
          way.name,
          String(way.probabilities),
          fixed(way.largestDifference, 4),
          fixed(way.largestError, 4),
          String(way.agreeing),
        ]),
      ),
    ].join('\n'),
};
