import type { Random } from '@zonula/numerics';
import { assessConvergence, type Convergence } from './converge.ts';
import type { Priors, Problem } from './model.ts';
import { type ChainResult, createChain, type Effort } from './sampler.ts';
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

/** Runs the chains until they agree or the extensions are used up. */
export const fit = (options: FitOptions): Fit => {
  const { problem, priors, random, chains: count = 2, extensions = 2 } = options;
  const effort = options.effort ?? effortFor(problem);
  const buffers = createScanBuffers();
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
  let rounds = effort.burnIn + effort.rounds;
  for (let extension = 0; ; extension++) {
    let done = 0;
    for (const chain of chains)
      chain.run(rounds, () => options.onProgress?.(++done / (count * rounds)));
    const results = chains.map((chain) => chain.result());
    const convergence = assessConvergence(results);
    if (convergence.passed || extension >= extensions) return { chains: results, convergence };
    for (const chain of chains) chain.forget(Math.round(effort.rounds / 2));
    rounds = (extension + 2) * effort.rounds;
  }
};
