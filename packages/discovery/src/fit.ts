import type { Random } from '@zonula/numerics';
import type { Priors, Problem } from './model.ts';
import { type ChainResult, type Effort, runChain } from './sampler.ts';

export interface FitOptions {
  readonly problem: Problem;
  readonly priors: Priors;
  readonly random: Random;
  readonly chains?: number;
  /** Overrides the effort that suits the size of the problem. */
  readonly effort?: Effort;
  readonly onProgress?: (share: number) => void;
}

/** Rounds of the chains by size of the problem: small diaries can afford more, large ones are paced. */
export const effortFor = (problem: Problem): Effort => {
  const cells = problem.exposures * problem.kernels.length * problem.recorded.length;
  const rounds = cells > 5e6 ? 60 : cells > 6e5 ? 90 : 120;
  return {
    burnIn: Math.round(rounds / 3),
    rounds,
    scansPerRound: 4,
    stepsPerRound: 6,
    minimumVisit: 0.08,
  };
};

export const fit = (options: FitOptions): ChainResult[] => {
  const { problem, priors, random, chains = 2 } = options;
  const effort = options.effort ?? effortFor(problem);
  return Array.from({ length: chains }, (_, c) =>
    runChain({
      problem,
      priors,
      effort,
      random: random.fork(c + 1),
      onRound: (round, rounds) => options.onProgress?.((c + round / rounds) / chains),
    }),
  );
};
