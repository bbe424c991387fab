import { createRandom } from '@zonula/numerics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imputeUnknown } from './impute.ts';

const unknown = Number.NaN;

/** Adds up all completions of the unknown days under the chain at its estimated rates. */
const bruteForce = (dose: Float64Array): Float64Array => {
  let [starts, startChances, stays, stayChances] = [1, 2, 1, 2];
  for (let t = 1; t < dose.length; t++) {
    if (Number.isNaN(dose[t]) || Number.isNaN(dose[t - 1])) continue;
    const now = dose[t] > 0 ? 1 : 0;
    if (dose[t - 1] > 0) {
      stayChances++;
      stays += now;
    } else {
      startChances++;
      starts += now;
    }
  }
  const start = starts / startChances;
  const stay = stays / stayChances;
  const known = [...dose].filter((d) => d > 0);
  const portion = known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : 1;
  const open = [...dose.keys()].filter((t) => Number.isNaN(dose[t]));
  const taken = new Float64Array(dose.length);
  let total = 0;
  for (let code = 0; code < 2 ** open.length; code++) {
    const path = Array.from(dose, (d): number => (d > 0 ? 1 : 0));
    open.forEach((t, k) => {
      path[t] = (code >> k) & 1;
    });
    const stationary = start / (start + 1 - stay);
    let p = path[0] === 1 ? stationary : 1 - stationary;
    for (let t = 1; t < path.length; t++) {
      const on = path[t - 1] === 1 ? stay : start;
      p *= path[t] === 1 ? on : 1 - on;
    }
    total += p;
    for (const t of open) taken[t] += p * path[t];
  }
  return dose.map((d, t) => (Number.isNaN(d) ? (portion * taken[t]) / total : d));
};

describe('unknown doses', () => {
  it('get their expectation over all ways in which the gaps could have gone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 12 }), (seed, n) => {
        const random = createRandom(seed);
        const dose = new Float64Array(n + 4);
        for (let t = 0; t < dose.length; t++) dose[t] = random.integer(3) * 0.5;
        for (let k = 0; k < Math.min(n, 8); k++) dose[random.integer(dose.length)] = unknown;
        const expected = bruteForce(dose);
        imputeUnknown(dose).forEach((value, t) => {
          expect(value).toBeCloseTo(expected[t], 10);
        });
      }),
      { seed: 2, numRuns: 80 },
    );
  });

  it('leave known days alone', () => {
    const dose = Float64Array.of(0, 1, 1, 2, 0);
    expect([...imputeUnknown(dose)]).toEqual([...dose]);
  });

  it('are never taken for none', () => {
    const filled = imputeUnknown(Float64Array.of(1, 1, unknown, 1, 1, 0, 0, unknown, 0, 0));
    expect(filled[2]).toBeGreaterThan(0.5);
    expect(filled[7]).toBeGreaterThan(0.02);
    expect(filled[7]).toBeLessThan(0.5);
  });

  it('stay finite when nothing at all is known', () => {
    const filled = imputeUnknown(new Float64Array(5).fill(unknown));
    expect(filled.every((value) => value > 0 && value < 1)).toBe(true);
  });
});
