import { bulkEffectiveSampleSize, createRandom } from '@zonula/numerics';
import { describe, expect, it } from 'vitest';
import { exampleProblem } from '../fixtures/problems.ts';
import { defaultPriors, type Problem } from './model.ts';
import { createRescaling } from './rescale.ts';
import { runChain } from './sampler.ts';

/** Only two values of a scale from 0 to 4: one cut. */
const twoLevels = (): { problem: Problem; y: Float64Array } => {
  const { problem, y } = exampleProblem(41, { days: 60, exposures: 4, covariates: 0 });
  const high = y.map((value) => (value > 0 ? 1 : 0));
  const lower = high.map((h) => (h === 1 ? 2.5 : 1.5));
  const upper = high.map((h) => (h === 1 ? 3.5 : 2.5));
  return { problem: { ...problem, lower, upper, centre: 2, range: 4 }, y: high };
};

describe('rescaling', () => {
  it('keeps every score in its interval and the cut where it is', () => {
    const { problem } = twoLevels();
    const rescaling = createRescaling(problem);
    const random = createRandom(2);
    const latent = problem.lower.map(
      (low, i) => low + (problem.upper[i] - low) * (0.25 + 0.5 * random.uniform()) - 2,
    );
    const out = new Float64Array(latent.length);
    let possible = 0;
    for (let i = 0; i < 400; i++) {
      const log = rescaling.propose(latent, out, random);
      if (log === null) continue;
      possible++;
      const differences = [0, 1, 2].map((k) => (out[k] - out[k + 3]) / (latent[k] - latent[k + 3]));
      for (const ratio of differences)
        if (Number.isFinite(ratio)) expect(ratio).toBeCloseTo(Math.exp(log), 8);
      out.forEach((value, k) => {
        expect(value + 2).toBeGreaterThanOrEqual(problem.lower[k]);
        expect(value + 2).toBeLessThanOrEqual(problem.upper[k]);
      });
    }
    expect(possible).toBeGreaterThan(20);
  });

  it('never moves a score that is known exactly', () => {
    const { problem, y } = exampleProblem(1);
    const rescaling = createRescaling(problem);
    const out = new Float64Array(y.length);
    const random = createRandom(1);
    for (let i = 0; i < 50; i++) expect(rescaling.propose(y, out, random)).toBeNull();
  });

  it('lets the shock of a diary with one cut move', () => {
    const { problem } = twoLevels();
    const effort = {
      burnIn: 150,
      rounds: 1000,
      scansPerRound: 1,
      stepsPerRound: 4,
      movesPerRound: 1,
      minimumVisit: 1,
    };
    const { draws } = runChain({ problem, priors: defaultPriors, effort, random: createRandom(6) });
    const shock = Float64Array.from(draws, (draw) => Math.log(draw.dynamics.shock));
    expect(bulkEffectiveSampleSize([shock])).toBeGreaterThan(40);
  });
});
