import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, domeSheet, luckOf, villusSheet } from './sheet.ts';

const villus = { x: 100, base: 300, height: 200, width: 90, period: 160, crypt: 40 };

describe('the sheet over a villus', () => {
  const sheet = villusSheet(villus);

  test('runs from crypt to crypt over the tip', () => {
    expect(sheet.at(0)).toMatchObject({ x: 20, y: 340 });
    expect(sheet.at(sheet.length)).toMatchObject({ x: 180, y: 340 });
    const tip = sheet.at(sheet.length / 2);
    expect(tip.x).toBeCloseTo(100, 6);
    expect(tip.y).toBeCloseTo(100, 6);
  });

  test('has normals of length 1 that point into the lumen', () => {
    for (let s = 0; s <= sheet.length; s += 7) {
      const { nx, ny } = sheet.at(s);
      expect(Math.hypot(nx, ny)).toBeCloseTo(1, 9);
    }
    expect(sheet.at(sheet.length / 2).ny).toBeLessThan(-0.9);
    expect(sheet.at(sheet.length * 0.3).nx).toBeLessThan(-0.9);
    expect(sheet.at(sheet.length * 0.7).nx).toBeGreaterThan(0.9);
  });

  test('is walked at an even pace, and the dome too', () => {
    for (const one of [sheet, domeSheet(0, 100, 200, 80, 20)])
      for (let s = 0; s + 5 < one.length; s += 5) {
        const [a, b] = [one.at(s), one.at(s + 5)];
        const step = Math.hypot(b.x - a.x, b.y - a.y);
        expect(step).toBeGreaterThan(4.3);
        expect(step).toBeLessThanOrEqual(5 + 1e-9);
      }
  });
});

describe('the cells of a sheet', () => {
  test('cover it without a gap or an overlap, whenever one looks', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 100, max: 900, noNaN: true }),
        fc.double({ min: 0, max: 5000, noNaN: true }),
        (length, risen) => {
          const cells = [...cellsOf(length, 15, risen)].sort((a, b) => a.from - b.from);
          const covered = cells.reduce((sum, { from, to }) => sum + to - from, 0);
          expect(covered).toBeGreaterThan(length - 2.1);
          expect(covered).toBeLessThanOrEqual(length + 1e-6);
          for (const [i, { from, to }] of cells.entries()) {
            expect(to).toBeGreaterThan(from);
            if (i > 0) expect(from).toBeGreaterThanOrEqual(cells[i - 1]!.to - 1e-6);
          }
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  test('ride from the crypt to the tip and keep who they are', () => {
    const find = (risen: number) => cellsOf(600, 15, risen).find(({ index }) => index === 20)!;
    const way = [10, 10.5, 11, 15, 20].map((risen) => find(risen).age);
    expect(way).toEqual([...way].sort((a, b) => a - b));
    expect(new Set(way).size).toBe(way.length);
  });

  test('each have a luck of their own, spread evenly', () => {
    const lucks = Array.from({ length: 4000 }, (_, i) => luckOf(i));
    expect(Math.min(...lucks)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...lucks)).toBeLessThan(1);
    expect(lucks.filter((l) => l < 0.25).length / 4000).toBeCloseTo(0.25, 1);
    expect(luckOf(7)).toBe(luckOf(7));
  });
});
