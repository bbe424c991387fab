import { createRandom } from '@zonula/numerics';
import { describe, expect, test } from 'vitest';
import { drawAssignment, periodsOf, type RandomisedPairs, trialDays } from '../design.ts';
import { createArmModel } from './arm-model.ts';
import { armsOf, dealsOf } from './deals.ts';
import { createWhitener, defaultDependence } from './dependence.ts';
import { dealSeries, pValueOf, statistics, tableOf } from './randomisation-test.ts';
import { analysedDays, immediateResponse } from './trial-data.ts';

const design: RandomisedPairs = {
  kind: 'randomised-pairs',
  baselineDays: 0,
  washoutDays: 1,
  periodDays: 4,
  pairs: 7,
  looks: [],
};
const days = trialDays(design);

function trial(seed: number, effect: number, phi: number) {
  const random = createRandom(seed);
  const assignment = drawAssignment(design, random);
  const periods = periodsOf(design, assignment);
  const response = immediateResponse(periods, assignment.length, days);
  const outcome = new Float64Array(days);
  let state = random.normal();
  for (let t = 0; t < days; t++) {
    outcome[t] = state;
    state = phi * state + Math.sqrt(1 - phi * phi) * random.normal();
  }
  const arms = armsOf(assignment);
  arms.forEach((arm, u) => {
    response.units[u]!.forEach((x, t) => {
      outcome[t] = outcome[t]! + effect * arm * x;
    });
  });
  const mask = analysedDays(periods, days);
  const known = [...mask.keys()].filter((t) => mask[t] === 1);
  const model = createArmModel(response, known, defaultDependence);
  const table = tableOf(model, arms, dealsOf(design, random));
  const values = new Float64Array(table.rows);
  statistics(model, table, dealSeries(model, table, outcome), null, 0, values);
  return { p: pValueOf(values, table.complete), values, model, table, outcome };
}

describe('randomisation test', () => {
  test('p-values of trials without an effect are uniform on the share of deals', () => {
    const trials = 600;
    const ps = Array.from({ length: trials }, (_, i) => trial(i + 1, 0, 0.7).p);
    for (const level of [0.05, 0.2, 0.5]) {
      const share = ps.filter((p) => p <= level).length / trials;
      const error = Math.sqrt((level * (1 - level)) / trials);
      expect(share).toBeLessThanOrEqual(level + 3 * error);
      expect(share).toBeGreaterThan(level - 1 / 64 - 3 * error);
    }
  });

  test('a large effect gets the smallest p that the design allows', () => {
    expect(trial(3, 8, 0.5).p).toBe(2 / 2 ** design.pairs);
  });

  test('a shift, a trend or another unit of the score change nothing', () => {
    const { model, table, outcome, p } = trial(11, 1, 0.5);
    const other = outcome.map((value, t) => 40 + 3 * t - 7 * value);
    const values = new Float64Array(table.rows);
    statistics(model, table, dealSeries(model, table, other), null, 0, values);
    expect(pValueOf(values, table.complete)).toBe(p);
  });

  test('a constant score rejects nothing', () => {
    const { model, table } = trial(1, 0, 0);
    const values = new Float64Array(table.rows);
    const constant = new Float64Array(days).fill(3);
    statistics(model, table, dealSeries(model, table, constant), null, 0, values);
    expect(pValueOf(values, table.complete)).toBe(1);
  });
});

describe('whitening', () => {
  test('agrees with the determinant and the quadratic form of the covariance', () => {
    const known = [0, 1, 4, 5];
    const { phi, noiseShare } = { phi: 0.6, noiseShare: 0.3 };
    const whitener = createWhitener(known, { phi, noiseShare });
    const covariance = known.map((s) =>
      known.map((t) => (s === t ? 1 : (1 - noiseShare) * phi ** Math.abs(s - t))),
    );
    const whitened = known.map((_, i) => {
      const out = new Float64Array(4);
      whitener.apply(
        Float64Array.from(known, (__, j) => (i === j ? 1 : 0)),
        out,
      );
      return out;
    });
    // W V Wᵀ = 1, where column i of W is the whitened i-th unit vector.
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b < 4; b++) {
        let sum = 0;
        for (let i = 0; i < 4; i++)
          for (let j = 0; j < 4; j++)
            sum += whitened[i]![a]! * covariance[i]![j]! * whitened[j]![b]!;
        expect(sum).toBeCloseTo(a === b ? 1 : 0, 12);
      }
    }
    const diagonal = whitened.reduce((sum, column, i) => sum + Math.log(column[i]!), 0);
    expect(whitener.logDeterminant).toBeCloseTo(-2 * diagonal, 12);
  });
});
