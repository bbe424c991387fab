import { createRandom } from '@zonula/numerics';
import { expect, it } from 'vitest';
import { bayesFactor, changeBelief } from './bayes-factor.ts';

const estimate = (mean: number, sd: number) => ({
  mean,
  interval: [mean - 1.959964 * sd, mean + 1.959964 * sd] as const,
  level: 0.95,
});

it('is what averaging the likelihood over possible effects gives', () => {
  const random = createRandom(1);
  const [mean, sd] = [0.9, 0.4];
  let sum = 0;
  const draws = 200_000;
  for (let k = 0; k < draws; k += 1) sum += Math.exp(-0.5 * ((mean - random.normal()) / sd) ** 2);
  const none = Math.exp(-0.5 * (mean / sd) ** 2);
  expect(bayesFactor(estimate(mean, sd), 10)).toBeCloseTo(sum / draws / none, 1);
});

it('speaks for an effect, against it, or for neither', () => {
  expect(bayesFactor(estimate(1.5, 0.3), 10)).toBeGreaterThan(100);
  expect(bayesFactor(estimate(0, 0.1), 10)).toBeLessThan(0.15);
  expect(bayesFactor(estimate(0, 100), 10)).toBeCloseTo(1, 3);
  expect(bayesFactor(estimate(50, 0.1), 10)).toBe(1000);
});

it('moves a belief, and never one that is unknown without saying so', () => {
  expect(changeBelief(0.5, estimate(1.5, 0.3), 10).after).toBeGreaterThan(0.99);
  expect(changeBelief(0.6, estimate(0, 0.1), 10).after).toBeLessThan(0.2);
  expect(changeBelief(null, estimate(0, 100), 10)).toMatchObject({ before: null });
  expect(changeBelief(null, estimate(0, 100), 10).after).toBeCloseTo(0.5, 3);
  expect(changeBelief(1, estimate(0, 0.1), 10).after).toBeLessThan(1);
});
