import { createRandom } from '@zonula/numerics';
import { expect, it } from 'vitest';
import { quantile, describe as summarise } from './posterior.ts';

it('an interval of few draws holds one more draw as often as it says', () => {
  const random = createRandom(9);
  const trials = 8000;
  for (const n of [20, 30, 100]) {
    let inside = 0;
    for (let i = 0; i < trials; i++) {
      const { interval } = summarise(
        Array.from({ length: n }, () => random.normal()),
        0.8,
      );
      const next = random.normal();
      if (interval[0] <= next && next <= interval[1]) inside++;
    }
    expect(Math.abs(inside / trials - 0.8)).toBeLessThan(4 * Math.sqrt((0.8 * 0.2) / trials));
  }
});

it('a quantile beyond the draws is the outermost of them', () => {
  expect(quantile([1, 2, 3], 0.01)).toBe(1);
  expect(quantile([1, 2, 3], 0.99)).toBe(3);
  expect(quantile([1, 2, 3], 0.5)).toBe(2);
});
