import { describe, expect, it } from 'vitest';
import { agrees, compareWithStan, readStanFixture, stan } from './stan.ts';

const fixture = readStanFixture();

describe('the posterior at fixed inclusion and delays', () => {
  it.each([0, 5, 11])('equals that of Stan on diary %i', { timeout: 60_000 }, (index) => {
    const comparisons = compareWithStan(fixture, index, 1, 1200);
    expect(comparisons.length).toBeGreaterThanOrEqual(8);
    expect(comparisons.filter((comparison) => !agrees(comparison))).toEqual([]);
  });

  it('was asked of twenty diaries whose chains agreed, 10,000 draws each', () => {
    expect(fixture.diaries).toHaveLength(20);
    for (const { stan: quantities, divergent } of fixture.diaries) {
      for (const { rHat } of Object.values(quantities)) expect(rHat).toBeLessThan(1.02);
      expect(divergent).toBeLessThan(150);
    }
  });

  it('does not count a shifted mean or a narrow interval as agreement', () => {
    const comparison = { quantity: 'shock', shift: 0.02, width: 1.01 };
    expect(agrees(comparison)).toBe(true);
    expect(agrees({ ...comparison, shift: -0.2 })).toBe(false);
    expect(agrees({ ...comparison, width: 0.8 })).toBe(false);
    const rows = [{ seed: 1, diary: 0, comparisons: [comparison, { ...comparison, width: 1.3 }] }];
    const { quantities } = stan.summarise(rows, { pool: 'tuning', quick: true });
    expect(quantities[0]).toMatchObject({ compared: 2, agreeing: 1, widths: [1.01, 1.3] });
  });
});
