import { createRandom } from '@zonula/numerics';
import { describe, expect, it } from 'vitest';
import { consultOracle, generalisedLeastSquares } from './oracle.ts';
import { simulate } from './simulate/simulate.ts';

/** Inverse by Gauss-Jordan elimination with pivoting, sharing nothing with the code under test. */
function inverse(a: readonly (readonly number[])[]): number[][] {
  const n = a.length;
  const m = a.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))]);
  for (let c = 0; c < n; c++) {
    const pivot = m
      .map((row, r) => (r < c ? -1 : Math.abs(row[c]!)))
      .reduce((b, x, r, all) => (x > all[b]! ? r : b), c);
    [m[c], m[pivot]] = [m[pivot]!, m[c]!];
    const scale = m[c]![c]!;
    m[c] = m[c]!.map((x) => x / scale);
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = m[r]![c]!;
      m[r] = m[r]!.map((x, k) => x - factor * m[c]![k]!);
    }
  }
  return m.map((row) => row.slice(n));
}

const times = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));
const transpose = (a: readonly (readonly number[])[]): number[][] =>
  a[0]!.map((_, j) => a.map((row) => row[j]!));

describe('generalised least squares', () => {
  it('equals (XᵀV⁻¹X)⁻¹XᵀV⁻¹y', () => {
    const random = createRandom(1);
    const n = 12;
    const x = Array.from({ length: n }, () => [1, random.normal(), random.uniform()]);
    const y = x.map((row) => [2 + row[1]! - row[2]! + random.normal()]);
    const days = Array.from({ length: n }, (_, i) => i * 2 - (i % 3));
    const v = days.map((s, i) =>
      days.map((t, j) => 0.6 ** Math.abs(s - t) + 0.01 * Math.min(s, t) + (i === j ? 0.3 : 0)),
    );
    const vi = inverse(v);
    const cover = inverse(times(times(transpose(x), vi), x));
    const estimates = times(cover, times(times(transpose(x), vi), y));
    const ours = generalisedLeastSquares(
      Float64Array.from(y, (row) => row[0]!),
      transpose(x).map((column) => Float64Array.from(column)),
      Float64Array.from(v.flat()),
    );
    for (let i = 0; i < 3; i++) {
      expect(ours.estimates[i]).toBeCloseTo(estimates[i]![0]!, 7);
      expect(ours.errors[i]).toBeCloseTo(Math.sqrt(cover[i]![i]!), 7);
    }
  });

  it('gives no finite error to a column that says nothing of its own', () => {
    const ones = new Float64Array(6).fill(1);
    const v = Float64Array.from({ length: 36 }, (_, k) => (k % 7 === 0 ? 1 : 0));
    const y = Float64Array.of(1, 2, 3, 4, 5, 6);
    const { errors } = generalisedLeastSquares(y, [ones, ones.slice(), new Float64Array(6)], v);
    expect([...errors]).toEqual([Infinity, Infinity, Infinity]);
  });
});

describe('the oracle', () => {
  it('has a standard normal t for exposures that only it believes in', () => {
    const ts: number[] = [];
    for (let seed = 1; seed <= 150; seed++) {
      const fixed = { days: 100, exposures: 20, reverseCausation: 'none' } as const;
      const nothing = simulate(seed, { ...fixed, triggers: 0 });
      const believed = simulate(seed, { ...fixed, triggers: 2 });
      const person = { ...nothing.person, triggers: believed.person.triggers };
      const findings = consultOracle({ ...nothing, person, truth: believed.truth });
      ts.push(...findings.map(({ t }) => t));
    }
    const mean = ts.reduce((a, b) => a + b, 0) / ts.length;
    const variance = ts.reduce((a, t) => a + (t - mean) ** 2, 0) / ts.length;
    expect(Math.abs(mean)).toBeLessThan(0.2);
    expect(variance).toBeGreaterThan(0.75);
    expect(variance).toBeLessThan(1.25);
  });

  it('finds true triggers in the direction in which they act', () => {
    let right = 0;
    let findable = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const simulation = simulate(seed, {
        days: 150,
        exposures: 20,
        triggers: 2,
        reverseCausation: 'none',
      });
      consultOracle(simulation).forEach((finding, j) => {
        const { peak } = simulation.truth.triggers[j]!;
        // The column carries the sign, so a right t is positive whatever the direction.
        if (!finding.findable) return;
        findable++;
        if (finding.t > 0) right++;
        expect(Math.abs(peak)).toBeGreaterThan(0.05 * simulation.person.recorder.max);
      });
    }
    expect(findable).toBeGreaterThan(30);
    expect(right / findable).toBeGreaterThan(0.97);
  });
});
