import { createRandom } from '@zonula/numerics';
import { describe, expect, test } from 'vitest';
import { loggedDays, measure, ordinalScores } from './measure.ts';
import { simulateAxis } from './simulate-axis.ts';
import { readRatio, sugarTest, sugarTestTimes } from './sugar-test.ts';

const eczema = simulateAxis({ condition: 'eczema', days: 400 });

describe('readings', () => {
  test('are the truth without randomness, and scatter around it with it', () => {
    const truth = measure(eczema, 'easi');
    expect(truth[0]).toBeCloseTo(25.228, 2);
    const read = measure(eczema, 'easi', createRandom(1));
    expect(measure(eczema, 'easi', createRandom(1))).toEqual(read);
    const ratios = [...read].map((value, i) => Math.log(value / truth[i]!));
    const spread = Math.sqrt(ratios.reduce((sum, r) => sum + r * r, 0) / ratios.length);
    expect(spread).toBeCloseTo(0.15, 1);
  });

  test('stay within the scale', () => {
    for (const value of measure(eczema, 'itch', createRandom(2))) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(10);
    }
  });

  test('of what this skin does not have are refused', () => {
    expect(() => measure(eczema, 'pasi')).toThrow('has no "PASI"');
    expect(() => measure(eczema, 'mirror')).toThrow('known are crp lesions itch easi pasi');
  });
});

describe('daily scores', () => {
  const flat = new Float64Array(2000).fill(0.35);
  test('are whole, on the scale, and right on average', () => {
    const scores = ordinalScores(flat, { most: 10, error: 0.1 }, createRandom(3));
    for (const score of scores)
      expect(Number.isInteger(score) && score >= 0 && score <= 10).toBe(true);
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeCloseTo(3.5, 0);
  });

  test('do not change when later days are left out', () => {
    const all = ordinalScores(flat, { most: 10, error: 0.1 }, createRandom(3));
    const some = ordinalScores(flat.subarray(0, 50), { most: 10, error: 0.1 }, createRandom(3));
    expect(some).toEqual(all.subarray(0, 50));
  });

  test('bend to what a person calls the middle', () => {
    const scores = ordinalScores([0.2, 0.2], { most: 10, error: 0, middle: 0.2 }, createRandom(1));
    expect([...scores]).toEqual([5, 5]);
  });
});

describe('days left out', () => {
  test('are as many, and in gaps as long, as asked for', () => {
    const logged = loggedDays(20_000, { share: 0.3, gapDays: 4 }, createRandom(5));
    const out = logged.filter((isLogged) => !isLogged).length;
    const gaps = logged.filter((isLogged, day) => !isLogged && logged[day - 1] !== false).length;
    expect(out / logged.length).toBeCloseTo(0.3, 1);
    expect(Math.abs(out / gaps - 4)).toBeLessThan(0.3);
    expect(loggedDays(50, { share: 0, gapDays: 1 }, createRandom(1))).not.toContain(false);
  });

  test('that cannot be are refused', () => {
    expect(() => loggedDays(9, { share: 0.9, gapDays: 1 }, createRandom(1))).toThrow(
      'share of 0.9',
    );
  });
});

describe('the sugar test', () => {
  const at = (settings: readonly (readonly [string, number])[], hours = 2) =>
    sugarTest(
      simulateAxis({ condition: 'acne', settings, days: 2, times: sugarTestTimes(1, hours) }),
    );

  test('shows an open junction by its lactulose and a bare villus by its mannitol', () => {
    const [rest, open] = [at([]), at([['lactulose_permeability', 0.004]])];
    expect(rest.ratio).toBeCloseTo(0.03, 3);
    expect(open.ratio).toBeGreaterThan(1.5 * rest.ratio);
    expect(open.mannitol[1]).toBeCloseTo(rest.mannitol[1]!, 6);
    const short = simulateAxis({
      condition: 'acne',
      settings: [
        ['N2', 100],
        ['unrestricted_leak', 0],
      ],
      days: 1,
      times: sugarTestTimes(0),
    });
    expect(sugarTest(short).ratio).toBeGreaterThan(1.5 * rest.ratio);
  });

  test('finds in ten hours nearly all that is absorbed', () => {
    const { mannitol } = at([['mannitol_permeability', 0.08]], 12);
    const total = mannitol.reduce((sum, share) => sum + share, 0);
    expect(total).toBeCloseTo(1 - (1 + 0.54 * 0.08) ** -7, 3);
  });

  test('needs its times', () => {
    const daily = simulateAxis({ condition: 'acne', days: 8 });
    expect(() => sugarTest(daily)).toThrow('sugarTestTimes');
  });

  test('is read with an error', () => {
    const result = at([]);
    const read = [1, 2].map((seed) => readRatio(result, createRandom(seed)));
    expect(read[0]).not.toBe(read[1]);
    for (const ratio of read) expect(Math.abs(Math.log(ratio / result.ratio))).toBeLessThan(0.6);
  });
});
