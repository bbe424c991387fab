import { createRandom } from '@zonula/numerics';
import { describe, expect, test } from 'vitest';
import { psoriasisModel } from '../models/models.ts';
import { findThreshold } from '../threshold.ts';
import { checkFactors, settingsAt, usualFactors } from './factors.ts';
import { morris } from './morris.ts';
import { quantityOf, viewOf } from './quantity.ts';
import { sobol } from './sobol.ts';
import { sweep } from './sweep.ts';

/** Ishigami & Homma 1990 with a = 7, b = 0.1, on the unit cube. */
const ishigami = (point: Float64Array): number => {
  const [x, y, z] = point.map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x!) + 7 * Math.sin(y!) ** 2 + 0.1 * z! ** 4 * Math.sin(x!);
};

/** Sobol's g-function; its indices follow from a (Saltelli & Sobol 1995). */
const weights = [0, 1, 4.5, 9, 99, 99, 99, 99];
const g = (point: Float64Array): number =>
  point.reduce(
    (product, u, i) => (product * (Math.abs(4 * u - 2) + weights[i]!)) / (1 + weights[i]!),
    1,
  );

describe('sobol', () => {
  test('Ishigami: the published indices', () => {
    const { indices, variance, mean } = sobol(ishigami, 3, 20_000, createRandom(1));
    expect(mean).toBeCloseTo(3.5, 1);
    expect(variance).toBeGreaterThan(13.84 * 0.97);
    expect(variance).toBeLessThan(13.84 * 1.03);
    for (const [i, [first, total]] of [
      [0.3139, 0.5576],
      [0.4424, 0.4424],
      [0, 0.2437],
    ].entries()) {
      expect(Math.abs(indices[i]!.first - first!)).toBeLessThan(0.02);
      expect(Math.abs(indices[i]!.total - total!)).toBeLessThan(0.02);
      expect(indices[i]!.totalInterval[0]).toBeLessThan(total!);
      expect(indices[i]!.totalInterval[1]).toBeGreaterThan(total!);
    }
  });

  test('g-function: the indices that follow from its formula', () => {
    const { indices } = sobol(g, 8, 10_000, createRandom(2));
    const parts = weights.map((a) => 1 / (3 * (1 + a) ** 2));
    const whole = parts.reduce((product, part) => product * (1 + part), 1);
    // 0.7165 and 0.1791 for the first two, as published.
    expect(parts[0]! / (whole - 1)).toBeCloseTo(0.7165, 3);
    parts.forEach((part, i) => {
      expect(Math.abs(indices[i]!.first - part / (whole - 1))).toBeLessThan(0.03);
      const total = (part * (whole / (1 + part))) / (whole - 1);
      expect(Math.abs(indices[i]!.total - total)).toBeLessThan(0.03);
    });
  });

  test('a result that never changes has no sensitivity', () => {
    for (const { first, total } of sobol(() => 3, 2, 16, createRandom(1)).indices)
      expect([first, total]).toEqual([0, 0]);
  });
});

describe('morris', () => {
  test('a plane: the effects are its slopes, without spread', () => {
    const slopes = [3, -2, 0];
    const plane = (point: Float64Array) => point.reduce((sum, u, i) => sum + slopes[i]! * u, 1);
    morris(plane, 3, 10, createRandom(3)).forEach(({ mean, meanSize, deviation }, i) => {
      expect(mean).toBeCloseTo(slopes[i]!, 12);
      expect(meanSize).toBeCloseTo(Math.abs(slopes[i]!), 12);
      expect(deviation).toBeCloseTo(0, 12);
    });
  });

  test('Ishigami: mu* of the second factor is 7.875, and the signs cancel', () => {
    const effects = morris(ishigami, 3, 2000, createRandom(4));
    expect(effects[1]!.meanSize).toBeCloseTo(7.875, 9);
    expect(Math.abs(effects[1]!.mean)).toBeLessThan(0.6);
    expect(Math.abs(effects[0]!.meanSize - 7.87)).toBeLessThan(0.5);
    expect(Math.abs(effects[2]!.meanSize - 6.25)).toBeLessThan(0.5);
  });

  test('the same stream gives the same design', () => {
    const run = () => morris(ishigami, 3, 5, createRandom(5));
    expect(run()).toEqual(run());
  });
});

describe('on a published model', () => {
  const request = { set: [], until: 735, of: 'PASI01', view: 'end' } as const;
  const pasi = quantityOf(psoriasisModel, request);

  test('a sweep of the stimulus crosses the published threshold', () => {
    const factor = { name: 'dc_stim', low: 600, high: 1320 };
    const seen: number[] = [];
    const points = sweep(pasi, factor, 5, (share) => seen.push(share));
    expect(points.map(({ value }) => value)).toEqual([600, 780, 960, 1140, 1320]);
    expect(points.map(({ result }) => result > 0.5)).toEqual([false, false, true, true, true]);
    expect(seen.at(-1)).toBe(1);
    const threshold = findThreshold(600, 1320, (x) => pasi([['dc_stim', x]]) > 0.5, 1e-5);
    expect(threshold).toBeCloseTo(959.27, 1);
  });

  test('the usual factors lie within their ranges and leave out what is fixed', () => {
    const factors = usualFactors(psoriasisModel, [['uv_eff', 0.2]]);
    expect(factors.length).toBeGreaterThan(10);
    expect(factors.some(({ name }) => name === 'uv_eff')).toBe(false);
    checkFactors(psoriasisModel, factors);
    expect(settingsAt([{ name: 'K', low: 1, high: 3 }], [0.5])).toEqual([['K', 2]]);
  });

  test('what cannot be varied or looked at is named', () => {
    const check = (name: string, low: number, high: number) => () =>
      checkFactors(psoriasisModel, [{ name, low, high }]);
    expect(check('dc_stimm', 0, 1)).toThrow('has no "dc_stimm"');
    expect(check('dc_stim', -1, 1)).toThrow(
      'dc_stim must go from a lower to a higher value within 0',
    );
    expect(check('dc_stim', 2, 1)).toThrow('not from 2 to 1');
    expect(() => quantityOf(psoriasisModel, { ...request, of: 'PASI' })).toThrow('shows no "PASI"');
  });
});

test('views of a course', () => {
  const [course, times] = [
    [0, 4, 2],
    [0, 1, 3],
  ];
  expect(viewOf(course!, times!, 'end')).toBe(2);
  expect(viewOf(course!, times!, 'highest')).toBe(4);
  expect(viewOf(course!, times!, 'lowest')).toBe(0);
  expect(viewOf(course!, times!, 'mean')).toBeCloseTo((2 + 6) / 3, 12);
});
