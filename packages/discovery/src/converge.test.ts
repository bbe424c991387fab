import { createRandom } from '@zonula/numerics';
import { describe, expect, it } from 'vitest';
import { assessConvergence } from './converge.ts';
import type { ChainResult, Draw } from './sampler.ts';

interface Shape {
  readonly shift?: number;
  readonly inclusion?: readonly number[];
  readonly draws?: number;
}

const chainOf = (
  seed: number,
  { shift = 0, inclusion = [0.5, 0.1], draws = 200 }: Shape,
): ChainResult => {
  const random = createRandom(seed);
  const own = Array.from({ length: draws }, (): Draw => {
    const persistence = 1 / (1 + Math.exp(-(shift + random.normal())));
    return {
      dynamics: { persistence, shock: Math.exp(random.normal()), noise: 0.3, drift: 0.01 },
      slab: 0.3,
      active: Array.from({ length: random.integer(4) }, (_, j) => j),
      coefficients: new Float64Array(0),
      covariates: new Float64Array(0),
      logDensity: random.normal(),
      level: new Float64Array(0),
      mean: new Float64Array(0),
      size: null,
    };
  });
  return {
    draws: own,
    inclusions: own.map((draw) => draw.active),
    inclusion: Float64Array.from(inclusion),
    acceptance: 0.3,
    precision: new Float64Array(0),
    latent: new Float64Array(0),
    noiseAt: null,
  };
};

const assess = (a: Shape, b: Shape) => assessConvergence([chainOf(1, a), chainOf(2, b)]);

describe('convergence', () => {
  it('is reached by chains of one distribution', () => {
    const judged = assess({}, {});
    expect(judged.passed).toBe(true);
    expect(judged.rHat).toBeLessThan(1.05);
    expect(judged.effectiveSampleSize).toBeGreaterThan(150);
    expect(judged.disagreement).toBe(0);
  });

  it('is not reached by chains that stay apart', () => {
    expect(assess({}, { shift: 1 }).passed).toBe(false);
    const apart = assess({}, { shift: 6 });
    expect(apart.passed).toBe(false);
    expect(apart.rHat).toBeGreaterThan(1.3);
  });

  it('is not reached where they differ on what matters', () => {
    const judged = assess({ inclusion: [0.9, 0.1] }, { inclusion: [0.3, 0.1] });
    expect(judged.passed).toBe(false);
    expect(judged.disagreement).toBeCloseTo(0.6, 10);
  });

  it('is stricter on exposures where the chains differ in how the outcome moves', () => {
    const near = [{ inclusion: [0.95, 0.1] }, { inclusion: [0.8, 0.1] }] as const;
    expect(assess(near[0], near[1])).toMatchObject({ settled: true, contested: [] });
    expect(assess(near[0], { ...near[1], shift: 6 })).toMatchObject({
      settled: false,
      contested: [0],
    });
    expect(assess(near[0], { ...near[0], shift: 6 })).toMatchObject({
      settled: false,
      contested: [],
    });
  });

  it('is not claimed of chains that never move', () => {
    const { draws, ...rest } = chainOf(1, {});
    const still = { ...rest, draws: draws.map(() => draws[0]) };
    const judged = assessConvergence([still, still]);
    expect(judged.passed).toBe(false);
    expect(judged.rHat).toBeNull();
  });
});
