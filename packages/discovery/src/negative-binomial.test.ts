import { createRandom, logGamma } from '@zonula/numerics';
import { describe, expect, it } from 'vitest';
import { defaultPriors } from './model.ts';
import { drawPseudoObservations, drawSize } from './negative-binomial.ts';

describe('the size of the negative binomial', () => {
  it('is drawn from its posterior given the means', () => {
    const random = createRandom(11);
    const counts = Float64Array.from({ length: 30 }, () =>
      random.poisson((4 * random.gamma(2)) / 2),
    );
    const logMean = counts.map(() => Math.log(4) + 0.3 * random.normal());
    const grid = Array.from({ length: 400 }, (_, i) => Math.exp(-3 + (9 * i) / 399));
    const [median, sd] = defaultPriors.size;
    const logs = grid.map((size) => {
      let sum = -0.5 * (Math.log(size / median) / sd) ** 2;
      counts.forEach((y, i) => {
        const p = size / (size + Math.exp(logMean[i]));
        sum += logGamma(y + size) - logGamma(size) - logGamma(y + 1);
        sum += size * Math.log(p) + y * Math.log(1 - p);
      });
      return sum;
    });
    const top = Math.max(...logs);
    const weights = logs.map((log) => Math.exp(log - top));
    const total = weights.reduce((a, b) => a + b, 0);
    const exact = grid.reduce((sum, size, i) => sum + (Math.log(size) * weights[i]) / total, 0);
    const square = grid.reduce((sum, s, i) => sum + (Math.log(s) ** 2 * weights[i]) / total, 0);
    const exactSd = Math.sqrt(square - exact ** 2);

    const state = { size: 1, step: 0.5 };
    const draws: number[] = [];
    for (let i = 0; i < 25_000; i++) {
      drawSize(counts, logMean, defaultPriors, state, i < 500, random);
      if (i >= 500) draws.push(Math.log(state.size));
    }
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
    const variance = draws.reduce((a, b) => a + (b - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean - exact)).toBeLessThan(0.06 * exactSd);
    expect(Math.sqrt(variance) / exactSd).toBeGreaterThan(0.94);
    expect(Math.sqrt(variance) / exactSd).toBeLessThan(1.06);
  });

  it('stays within reason however it starts', () => {
    const random = createRandom(1);
    const state = { size: 900, step: 3 };
    for (let i = 0; i < 200; i++) {
      drawSize(Float64Array.of(0, 1), Float64Array.of(0, 0), defaultPriors, state, false, random);
      expect(state.size).toBeGreaterThan(0.02);
      expect(state.size).toBeLessThan(1000);
    }
  });
});

describe('pseudo-observations', () => {
  it('give back the likelihood of the count when averaged over the weights', () => {
    // p(y | eta) / p(y | eta0) = E[N(z; eta, 1/w) / N(z; eta0, 1/w)] over w ~ PG(y + size, eta0 - log size)
    const random = createRandom(2);
    const size = 2.5;
    const eta0 = 0.7;
    const eta = 1.1;
    for (const y of [0, 3, 9]) {
      const log = (at: number): number => y * at - (y + size) * Math.log(size + Math.exp(at));
      const draws = 20_000;
      let sum = 0;
      let squares = 0;
      for (let i = 0; i < draws; i++) {
        const latent = Float64Array.of(eta0);
        const variance = new Float64Array(1);
        drawPseudoObservations(Float64Array.of(y), size, random, latent, variance);
        const distance = (eta - latent[0]) ** 2 - (eta0 - latent[0]) ** 2;
        const ratio = Math.exp((-0.5 * distance) / variance[0]);
        sum += ratio;
        squares += ratio * ratio;
      }
      const mean = sum / draws;
      const error = Math.sqrt((squares / draws - mean * mean) / draws);
      expect(Math.abs(mean - Math.exp(log(eta) - log(eta0)))).toBeLessThan(4 * error);
    }
  });
});
