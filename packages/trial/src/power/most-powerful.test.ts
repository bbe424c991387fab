import { createRandom } from '@zonula/numerics';
import { expect, test } from 'vitest';
import { createArmModel } from '../analysis/arm-model.ts';
import { dealsOf } from '../analysis/deals.ts';
import { analysedDays, immediateResponse } from '../analysis/trial-data.ts';
import {
  drawAssignment,
  drawnPeriods,
  periodsOf,
  type RandomisedPairs,
  trialDays,
} from '../design.ts';
import { simulateNoise, steadyPerson } from '../simulate/simulate-trial.ts';
import { powerOf } from './power.ts';

const design: RandomisedPairs = {
  kind: 'randomised-pairs',
  baselineDays: 0,
  washoutDays: 1,
  periodDays: 4,
  pairs: 12,
  looks: [],
};

/**
 * Lehmann & Stein 1949, Annals of Mathematical Statistics 20:28-45: among the tests that chance alone makes exact, the most powerful
 * one orders the deals by their likelihood under the alternative. Here it knows persistence, scale and size of the effect, not its sign.
 */
test('no exact test that knows everything finds noticeably more', () => {
  const phi = 0.6;
  const effect = 0.85;
  const random = createRandom(11);
  const days = trialDays(design);
  const periods = periodsOf(design, drawAssignment(design, random));
  const mask = analysedDays(periods, days);
  const known = [...mask.keys()].filter((day) => mask[day] === 1);
  const units = drawnPeriods(design);
  const response = immediateResponse(periods, units, days);
  const model = createArmModel(response, known, [{ phi, noiseShare: 0, weight: 1 }]);
  const { arms, count } = dealsOf(design, random, { listed: 400, drawn: 399 });
  const armsIn = (row: number) => arms.subarray(row * units, (row + 1) * units);
  const information = Float64Array.from({ length: count }, (_, row) => {
    const out = new Float64Array(1);
    model.information(armsIn(row), out);
    return out[0]!;
  });
  const simulations = 1000;
  let found = 0;
  for (let s = 0; s < simulations; s++) {
    const own = random.integer(count);
    const noise = simulateNoise(days, { ...steadyPerson, phi }, random);
    const score = noise.map((y, day) =>
      armsIn(own).reduce((sum, arm, u) => sum + effect * arm * response.units[u]![day]!, y),
    );
    const products = model.project(score).products[0]!;
    const likelihood = (row: number): number => {
      const product = armsIn(row).reduce((sum, arm, u) => sum + arm * products[u]!, 0);
      const shift = Math.abs(effect * product);
      return -0.5 * effect ** 2 * information[row]! + shift + Math.log1p(Math.exp(-2 * shift));
    };
    const actual = likelihood(own) - 1e-9;
    let reached = 0;
    for (let row = 0; row < count; row++) if (likelihood(row) >= actual) reached++;
    if (reached <= 0.05 * count) found++;
  }
  const { curve } = powerOf(
    design,
    {
      draws: [{ phi, noiseShare: 0, sd: 1 }],
      recorded: 1,
      kernels: [{ shares: [1], weight: 1 }],
    },
    [effect],
    { seed: 9, simulations: 3000 },
  );
  const best = found / simulations;
  expect(best).toBeGreaterThan(0.7);
  const error = Math.sqrt(best * (1 - best) * (1 / simulations + 1 / 3000));
  expect(curve[0]!.probability).toBeGreaterThan(0.95 * best - 2 * error);
});
