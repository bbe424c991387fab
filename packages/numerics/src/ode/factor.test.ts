import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnGroups, differenceJacobian } from './differences.ts';
import { createFactor } from './factor.ts';
import { stiffTestProblems } from './test-problems.ts';

/** The largest residual, as a share of the largest term in any row. */
const residual = (shift: number, j: Float64Array, x: Float64Array, b: Float64Array): number => {
  const n = x.length;
  let worst = 0;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    let sum = shift * x[i]! - b[i]!;
    largest = Math.max(largest, Math.abs(shift * x[i]!), Math.abs(b[i]!));
    for (let k = 0; k < n; k++) {
      sum -= j[i * n + k]! * x[k]!;
      largest = Math.max(largest, Math.abs(j[i * n + k]! * x[k]!));
    }
    worst = Math.max(worst, Math.abs(sum));
  }
  return worst / largest;
};

describe('factors of s I - J', () => {
  const entries = fc.array(
    fc.tuple(fc.nat(5), fc.nat(5), fc.double({ min: -100, max: 100, noNaN: true })),
    { maxLength: 20 },
  );
  test.each(['sparse', 'dense'])('property: %s solutions satisfy the equations', (kind) => {
    fc.assert(
      fc.property(entries, fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (list, shift) => {
        const j = new Float64Array(36);
        for (const [i, k, value] of list) j[i * 6 + k] = value;
        const pattern = list.map(([i, k]) => [i, k] as const);
        const factor = createFactor(6, kind === 'sparse' ? pattern : undefined);
        fc.pre(factor.factor(shift, j));
        const b = Float64Array.from([1, -2, 3, 0, 5, 1e-3]);
        const x = b.slice();
        factor.solve(x);
        fc.pre(Math.max(...x.map(Math.abs)) < 1e8);
        expect(residual(shift, j, x, b)).toBeLessThan(1e-7);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('a diagonal that cancels is pivoted', () => {
    const factor = createFactor(2, [
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(factor.factor(1, Float64Array.of(1, 2, 3, 0))).toBe(true);
    const x = Float64Array.of(-2, -2);
    factor.solve(x);
    expect([...x]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
  });

  test('a singular matrix is refused', () => {
    expect(createFactor(2).factor(1, Float64Array.of(1, 0, 0, 1))).toBe(false);
    expect(createFactor(1, [[0, 0]]).factor(1, Float64Array.of(1))).toBe(false);
  });
});

const hires = stiffTestProblems.find(({ name }) => name === 'HIRES')!;

describe('Jacobians by differences', () => {
  test('columns without a common row share one evaluation', () => {
    const diagonal = Array.from({ length: 5 }, (_, i) => [i, i] as const);
    expect(columnGroups(5, diagonal)).toEqual([[0, 1, 2, 3, 4]]);
    expect(columnGroups(5, [...diagonal, [0, 4]])).toEqual([[0, 1, 2, 3], [4]]);
    expect(columnGroups(3)).toEqual([[0], [1], [2]]);
  });

  test('are those of the formulas, grouped or not', () => {
    const y = Float64Array.from([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]);
    const full = new Float64Array(64);
    const none = new Float64Array(0);
    differenceJacobian(hires.system)(0, y, none, full);
    expect(full[5 * 8 + 7]).toBeCloseTo(-280 * 0.6, 3);
    expect(full[6 * 8 + 5]).toBeCloseTo(280 * 0.8, 3);
    const pattern = [...full.keys()]
      .filter((k) => full[k] !== 0)
      .map((k) => [k >> 3, k & 7] as const);
    const grouped = new Float64Array(64);
    differenceJacobian({ ...hires.system, pattern })(0, y, none, grouped);
    expect(columnGroups(8, pattern).length).toBeLessThan(8);
    for (let k = 0; k < 64; k++) expect(grouped[k]).toBeCloseTo(full[k]!, 4);
  });
});
