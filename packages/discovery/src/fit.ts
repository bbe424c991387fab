import { createRandom, type Random } from '@zonula/numerics';
import { assessConvergence, type Convergence } from './converge.ts';
import type { Priors, Problem } from './model.ts';
import { type Chain, type ChainResult, createChain, type Effort } from './sampler.ts';
import { createScanBuffers } from './scan.ts';

export interface FitOptions {
  readonly problem: Problem;
  readonly priors: Priors;
  readonly random: Random;
  readonly chains?: number;
  /** Overrides the effort that suits the size of the problem. */
  readonly effort?: Effort;
  /** How often the chains may start over from where they are, for longer, when they do not agree yet. */
  readonly extensions?: number;
  readonly onProgress?: (share: number) => void;
}

export interface Fit {
  readonly chains: readonly ChainResult[];
  readonly convergence: Convergence;
}

/** Values of whitened candidates that are worth their time. */
const affordableCells = 4.2e7;
const fewestRounds = 60;
/** Beyond this many values unpromising exposures are visited more seldom. */
const largeProblem = 3e5;
/** Enough for probabilities and intervals to hold as stated on diaries drawn from the prior. */
const mostRounds = 500;

/** Chains start far apart, so that their agreement means something (Gelman & Rubin 1992). */
const startingPersistence = [0.35, 0.85] as const;

/** Rounds of the chains by size of the problem: small diaries can afford more, large ones are paced. */
export const effortFor = (problem: Problem): Effort => {
  const cells = problem.exposures * problem.kernels.length * problem.recorded.length;
  const rounds = Math.min(mostRounds, Math.max(fewestRounds, Math.round(affordableCells / cells)));
  return {
    burnIn: 40,
    rounds,
    scansPerRound: 3,
    stepsPerRound: 8,
    movesPerRound: 8,
    minimumVisit: cells > largeProblem ? 0.05 : 0.2,
  };
};

/** Rounds of the first run, and of each extension after it. */
const roundsOf = ({ burnIn, rounds }: Effort, extension: number): number =>
  extension === 0 ? burnIn + rounds : (extension + 1) * rounds;

/** Rounds that an extension spends on adapting again. */
const againOf = ({ rounds }: Effort): number => Math.round(rounds / 2);

/** Runs the chains until they agree or the extensions are used up. */
export const fit = (options: FitOptions): Fit => {
  const { problem, priors, random, chains: count = 2, extensions = 2 } = options;
  const effort = options.effort ?? effortFor(problem);
  const buffers = createScanBuffers(problem);
  const chains = Array.from({ length: count }, (_, c) =>
    createChain({
      problem,
      priors,
      effort,
      buffers,
      random: random.fork(c + 1),
      persistence: startingPersistence[c % 2],
    }),
  );
  for (let extension = 0; ; extension++) {
    const rounds = roundsOf(effort, extension);
    let done = 0;
    for (const chain of chains)
      chain.run(rounds, () => options.onProgress?.(++done / (count * rounds)));
    const results = chains.map((chain) => chain.result());
    const convergence = assessConvergence(results);
    if (convergence.passed || extension >= extensions) return { chains: results, convergence };
    for (const chain of chains) chain.forget(againOf(effort));
  }
};

/** A chain to be run elsewhere, such as in a worker of its own: plain data. */
export interface ChainTask {
  readonly problem: Problem;
  readonly priors: Priors;
  readonly effort: Effort;
  /** Numbers come from this seed and these labels of `fork`, one after the other. */
  readonly seed: number;
  readonly labels: readonly number[];
  readonly persistence: number;
}

/** The chain of a task, here. */
export const startChain = ({ seed, labels, ...task }: ChainTask): Chain =>
  createChain({
    ...task,
    random: labels.reduce((random, label) => random.fork(label), createRandom(seed)),
  });

/** A chain that runs elsewhere: what `Chain` does, in one message. */
export interface DistantChain {
  /** Forgets first where `again` says for how many rounds to adapt; gives back what was kept. */
  readonly run: (
    rounds: number,
    again: number | null,
    onRound: (round: number) => void,
  ) => Promise<ChainResult>;
  /** Asked of once when it is not needed any more. */
  readonly end: () => void;
}

export interface FitApartOptions extends Omit<FitOptions, 'random' | 'chains'> {
  readonly seed: number;
  readonly labels: readonly number[];
  readonly start: (task: ChainTask) => DistantChain;
}

/** `fit` of two chains that run at the same time; the same result, bit for bit, as from `fit` with the random numbers of this seed and these labels. */
export const fitApart = async (options: FitApartOptions): Promise<Fit> => {
  const { problem, priors, seed, labels, extensions = 2, onProgress } = options;
  const effort = options.effort ?? effortFor(problem);
  const chains = startingPersistence.map((persistence, c) =>
    options.start({ problem, priors, effort, seed, labels: [...labels, c + 1], persistence }),
  );
  try {
    for (let extension = 0; ; extension++) {
      const rounds = roundsOf(effort, extension);
      const done = chains.map(() => 0);
      const results = await Promise.all(
        chains.map((chain, c) =>
          chain.run(rounds, extension === 0 ? null : againOf(effort), (round) => {
            done[c] = round;
            onProgress?.(done.reduce((sum, n) => sum + n, 0) / (chains.length * rounds));
          }),
        ),
      );
      const convergence = assessConvergence(results);
      if (convergence.passed || extension >= extensions) return { chains: results, convergence };
    }
  } finally {
    for (const chain of chains) chain.end();
  }
};
