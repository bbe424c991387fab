import { createRandom } from '@zonula/numerics';
import type { Timeline } from '@zonula/timeline';
import { describe, expect, it } from 'vitest';
import {
  type GutTruth,
  halfThroughGut as half,
  simulateGutDiary as simulate,
} from '../fixtures/gut-diary.ts';
import { discover } from './discover.ts';
import { fit } from './fit.ts';
import { dailyKernels } from './kernels.ts';
import { gutAssumption, type Mediation, mediate } from './mediate.ts';
import { defaultPriors } from './model.ts';
import { summariseExposures } from './posterior.ts';
import { groupTwins, toProblem } from './problem.ts';

const unknown = Number.NaN;

const mediated = (timeline: Timeline, seed: number): Map<number, Mediation> => {
  const outcome = timeline.outcomes[0];
  const twins = groupTwins(timeline.exposures);
  const problem = toProblem({ outcome, twins, covariates: [], kernels: dailyKernels });
  const random = createRandom(seed);
  const { chains } = fit({
    problem,
    priors: defaultPriors,
    random: random.fork(1),
    chains: 1,
    extensions: 0,
  });
  return mediate({
    timeline,
    outcome,
    twins,
    kernels: dailyKernels,
    posteriors: summariseExposures(problem, outcome, timeline.logged, chains),
    chains,
    priors: defaultPriors,
    random: random.fork(2),
    level: 0.8,
  });
};

const runs = (truth: GutTruth, diaries: number): Mediation[] =>
  Array.from({ length: diaries }, (_, s) => {
    const found = mediated(simulate(100 + s, truth), s).get(0);
    expect(found).toBeDefined();
    return found!;
  });

const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length;

describe('the part through the gut', () => {
  it('is found where the food moves the gut and the gut the skin', () => {
    const truth = half.toGut * half.link;
    const found = runs(half, 10).map(({ throughGut }) => throughGut);
    const covered = found.filter(
      ({ interval: [low, high] }) => low <= truth && truth <= high,
    ).length;
    expect(covered).toBeGreaterThanOrEqual(6);
    expect(Math.abs(mean(found.map(({ indirect }) => indirect)) - truth)).toBeLessThan(0.15);
  });

  it('is most of it where nothing goes past the gut', () => {
    const found = runs({ ...half, link: 0.8, direct: 0 }, 4);
    expect(mean(found.map((m) => m.throughGut.mostlyThroughGut))).toBeGreaterThan(0.6);
  });

  it('is little where the gut does not feel the food, or the skin not the gut', () => {
    for (const truth of [
      { ...half, toGut: 0, direct: 1.2 },
      { ...half, link: 0, direct: 1.2 },
    ]) {
      const found = runs(truth, 4);
      expect(mean(found.map((m) => m.throughGut.mostlyThroughGut))).toBeLessThan(0.15);
      expect(Math.abs(mean(found.map((m) => m.throughGut.indirect)))).toBeLessThan(0.3);
    }
  });

  it('is overstated by an unseen cause of both, which the curve takes back', () => {
    const truth = half.toGut * half.link;
    const found = runs({ ...half, delay: 0, shared: 0.5 }, 4);
    const claimed = mean(found.map((m) => m.throughGut.indirect));
    expect(claimed).toBeGreaterThan(truth + 0.25);
    const curve = found[0].sensitivity.correlation.map((_, r) =>
      mean(found.map((m) => m.sensitivity.indirect[r])),
    );
    for (let r = 1; r < curve.length; r++) expect(curve[r]).toBeLessThan(curve[r - 1]);
    const at = (rho: number): number => curve[found[0].sensitivity.correlation.indexOf(rho)];
    expect(at(0)).toBeCloseTo(claimed, 9);
    expect(Math.abs((at(0.4) + at(0.6)) / 2 - truth)).toBeLessThan(claimed - truth);
    expect(found[0].sensitivity.assumption).toBe(gutAssumption);
  });
});

describe('what cannot be known', () => {
  const timeline = simulate(100, half);
  const [itch, bloating] = timeline.outcomes;

  it('stays unknown without gut scores or with too few days of both', () => {
    const few = bloating.values.map((value, t) => (t < 40 ? value : unknown));
    expect(mediated({ ...timeline, outcomes: [itch] }, 1).size).toBe(0);
    expect(
      mediated({ ...timeline, outcomes: [itch, { ...bloating, values: few, days: 34 }] }, 1).size,
    ).toBe(0);
  });

  it('is not asked of a gut outcome', () => {
    expect(mediated({ ...timeline, outcomes: [bloating, itch] }, 1).size).toBe(0);
  });
});

describe('discover', () => {
  const timeline = simulate(101, half);
  const options = { version: 'test', seed: 1 };
  const withGut = discover(timeline, options);
  const without = discover({ ...timeline, outcomes: timeline.outcomes.slice(0, 1) }, options);

  it('says how much goes through the gut', () => {
    const finding = withGut.exposures[0];
    expect(finding.throughGut!.interval[0]).toBeLessThan(finding.throughGut!.indirect);
    expect(finding.throughGut!.level).toBe(0.8);
    expect(finding.throughGutSensitivity!.correlation).toContain(0);
  });

  it('says everything else as if no gut symptom had been logged', () => {
    const rest = withGut.exposures.map(({ throughGutSensitivity: _, ...finding }) => ({
      ...finding,
      throughGut: null,
    }));
    expect({ ...withGut, exposures: rest }).toEqual(without);
  });
});
