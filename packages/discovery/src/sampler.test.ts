import { createRandom } from '@zonula/numerics';
import { describe, expect, it } from 'vitest';
import { exampleProblem, gaussianPriors } from '../fixtures/problems.ts';
import { enumerate } from './exact.ts';
import type { Priors } from './model.ts';
import { defaultPriors } from './model.ts';
import { createChain, type Effort, runChain } from './sampler.ts';

const priors: Priors = { ...gaussianPriors, acting: [1, 2] };
const example = exampleProblem(31, { exposures: 4, days: 40, strength: 0.7 });
const { problem, dynamics, precision, y } = example;
const exact = enumerate(problem, priors, { dynamics, precision }, y);

/** Inclusion by the engine at fixed dynamics: mean over chains and its Monte Carlo error. */
const estimate = (effort: Effort, seed: number, readDraws: boolean) => {
  const chains = 6;
  const runs = Array.from({ length: chains }, (_, c) => {
    const random = createRandom(seed + c);
    const result = runChain({ problem, priors, effort, random, dynamics });
    if (!readDraws) return result.inclusion;
    const share = new Float64Array(problem.exposures);
    for (const { active } of result.draws)
      for (const c of active)
        share[Math.floor(c / problem.kernels.length)] += 1 / result.draws.length;
    return share;
  });
  return Array.from({ length: problem.exposures }, (_, j) => {
    const values = runs.map((run) => run[j]);
    const mean = values.reduce((a, b) => a + b, 0) / chains;
    const squares = values.reduce((a, b) => a + (b - mean) ** 2, 0);
    return { mean, error: Math.sqrt(squares / (chains - 1) / chains) };
  });
};

const fixed: Effort = {
  burnIn: 60,
  rounds: 1200,
  scansPerRound: 2,
  stepsPerRound: 0,
  movesPerRound: 2,
  minimumVisit: 1,
};

describe('inclusion probabilities equal the enumeration of all configurations', () => {
  const agree = (effort: Effort, seed: number, readDraws: boolean): void => {
    estimate(effort, seed, readDraws).forEach(({ mean, error }, j) => {
      expect(error).toBeLessThan(0.02);
      expect(Math.abs(mean - exact.inclusion[j])).toBeLessThan(0.01 + 3 * error);
    });
  };

  it('which leaves something to be found out', () => {
    expect(Math.max(...exact.inclusion)).toBeGreaterThan(0.4);
    expect(exact.inclusion.filter((p) => p > 0.1 && p < 0.9).length).toBeGreaterThanOrEqual(2);
  });

  it('with every exposure visited', () => agree(fixed, 100, false));

  it('with unpromising exposures rarely visited', () => {
    agree({ ...fixed, burnIn: 61, minimumVisit: 0.05 }, 200, false);
    agree({ ...fixed, burnIn: 61, minimumVisit: 0.05 }, 300, true);
  });

  it('by add-or-drop moves alone', () => {
    agree({ ...fixed, scansPerRound: 0, movesPerRound: 6, rounds: 2500 }, 400, true);
  });
});

describe('a chain', () => {
  const effort: Effort = { ...fixed, burnIn: 10, rounds: 20, stepsPerRound: 2 };

  it('is the same for the same seed', () => {
    const run = () => runChain({ problem, priors: defaultPriors, effort, random: createRandom(3) });
    expect(run()).toEqual(run());
  });

  it('can be carried on', () => {
    const whole = createChain({ problem, priors: defaultPriors, effort, random: createRandom(3) });
    whole.run(30);
    const parts = createChain({ problem, priors: defaultPriors, effort, random: createRandom(3) });
    parts.run(12);
    parts.run(18);
    expect(parts.result()).toEqual(whole.result());
    expect(whole.result().draws).toHaveLength(20);
  });

  it('stays where it is put without steps, scans and moves', () => {
    const still = { ...effort, stepsPerRound: 0, scansPerRound: 0, movesPerRound: 0 };
    const random = createRandom(1);
    const { draws } = runChain({ problem, priors, effort: still, random, dynamics, start: [1, 5] });
    for (const draw of draws) {
      expect(draw.active).toEqual([1, 5]);
      expect(draw.dynamics.persistence).toBeCloseTo(dynamics.persistence, 12);
      expect(draw.dynamics.drift).toBeCloseTo(dynamics.drift, 12);
    }
  });
});
