import { createRandom, normalCdf, normalQuantile } from '@zonula/numerics';
import { describe, expect, test } from 'vitest';
import { createArmModel } from '../analysis/arm-model.ts';
import { testAssignment } from '../analysis/assignment-test.ts';
import { armsOf, dealsOf } from '../analysis/deals.ts';
import { dealSeries, statistics, tableOf } from '../analysis/randomisation-test.ts';
import { immediateResponse } from '../analysis/trial-data.ts';
import type { Alternating, RandomisedPairs } from '../design.ts';
import { drawAssignment, periodsOf, trialDays } from '../design.ts';
import { simulateNoise, simulateTrial, steadyPerson } from '../simulate/simulate-trial.ts';
import { knownModelInformation, knownModelPower } from './closed-form.ts';
import { createJudge } from './judge.ts';
import { powerOf } from './power.ts';

const timing = { baselineDays: 0, washoutDays: 0, looks: [] };
const daily: Alternating = {
  ...timing,
  kind: 'alternating',
  periodDays: 1,
  periods: 80,
  longestRun: 2,
};
const pairs: RandomisedPairs = {
  ...timing,
  kind: 'randomised-pairs',
  washoutDays: 1,
  periodDays: 4,
  pairs: 6,
};
const immediate = [{ shares: [1], weight: 1 }];
const person = { recorded: 1, kernels: immediate };

describe('closed-form power', () => {
  test('of independent days is that of two means with known variance, less what level and trend cost', () => {
    const information = knownModelInformation(
      daily,
      { phi: 0, noiseShare: 0, sd: 2 },
      createRandom(1),
    );
    const got = knownModelPower(information, 1.2);
    const shift = 1.2 / 2 / Math.sqrt(1 / 40 + 1 / 40);
    const free = normalCdf(shift + normalQuantile(0.025));
    expect(got).toBeLessThan(free);
    expect(got).toBeGreaterThan(free - 0.01);
  });

  test.each([0, 0.4, 0.8])('agrees with the same rule on simulated days, phi %f', (phi) => {
    const random = createRandom(3);
    const days = trialDays(pairs);
    const trials = 3000;
    const effect = phi === 0.4 ? 1.1 : 0.9;
    let rejected = 0;
    for (let s = 0; s < trials; s++) {
      const assignment = drawAssignment(pairs, random);
      const { periods, outcome } = simulateTrial(
        pairs,
        { ...steadyPerson, phi },
        effect,
        random,
        assignment,
      );
      const known = [...outcome.keys()].filter((day) =>
        periods.some(
          ({ start, washout, days: length }) => day >= start + washout && day < start + length,
        ),
      );
      const response = immediateResponse(periodsOf(pairs, assignment), 12, days);
      const model = createArmModel(response, known, [{ phi, noiseShare: 0, weight: 1 }]);
      const information = new Float64Array(1);
      const arms = armsOf(assignment);
      model.information(arms, information);
      const products = model.project(outcome).products[0]!;
      const product = products.reduce((sum, x, u) => sum + x * (arms[u] ?? 1), 0);
      if (Math.abs(product) / Math.sqrt(information[0]!) > 1.959964) rejected++;
    }
    const expected = knownModelPower(
      knownModelInformation(pairs, { phi, noiseShare: 0, sd: 1 }, createRandom(1)),
      effect,
    );
    const error = Math.sqrt((expected * (1 - expected)) / trials);
    expect(Math.abs(rejected / trials - expected)).toBeLessThan(3 * error);
  });
});

describe('simulated power', () => {
  test('is close to the closed form where the deals are many, and the false alarms are 5 %', () => {
    for (const phi of [0, 0.4]) {
      const draw = { phi, noiseShare: 0, sd: 1 };
      const effects = [0, 0.5, 0.7];
      const { curve } = powerOf(daily, { ...person, draws: [draw] }, effects, {
        seed: 1,
        simulations: 1500,
      });
      expect(Math.abs(curve[0]!.probability - 0.05)).toBeLessThan(3 * Math.sqrt(0.0475 / 1500));
      for (const { effect, probability } of curve.slice(1)) {
        const best = knownModelPower(knownModelInformation(daily, draw, createRandom(1)), effect);
        expect(probability).toBeLessThan(best + 0.03);
        expect(probability).toBeGreaterThan(0.95 * best - 0.03);
      }
    }
  });

  test('is the share of whole trials that the analysis itself rejects', () => {
    const trials = 600;
    const random = createRandom(5);
    const slow = { ...steadyPerson, phi: 0.5, missing: 0.2, slips: 0.05, kernel: [0.6, 0.4] };
    const found = Array.from({ length: trials }, () => {
      const data = simulateTrial(pairs, slow, 1.6, random);
      return testAssignment(data, random).pValue <= 0.05;
    }).filter(Boolean).length;
    const { curve } = powerOf(
      pairs,
      {
        draws: [{ phi: 0.5, noiseShare: 0, sd: 1 }],
        recorded: 0.8,
        slips: 0.05,
        kernels: [{ shares: [0.6, 0.4], weight: 1 }],
      },
      [1.6],
      { seed: 2, simulations: 3000 },
    );
    const p = curve[0]!.probability;
    const error = Math.sqrt((p * (1 - p)) / trials + (p * (1 - p)) / 3000);
    expect(Math.abs(found / trials - p)).toBeLessThan(3.5 * error);
  });

  test('counts the looks that are declared: their chance is that of the analysis at the looks', () => {
    const looked: RandomisedPairs = { ...pairs, pairs: 8, looks: [8, 12] };
    const draws = [{ phi: 0.4, noiseShare: 0, sd: 1 }];
    const effects = [0, 1.3];
    const of = (design: RandomisedPairs) =>
      powerOf(design, { ...person, draws }, effects, { seed: 3, simulations: 500 }).curve.map(
        ({ probability }) => probability,
      );
    const [falseAlarms, chance] = of(looked) as [number, number];
    // Deals are set aside with their mirror images or not at all, which leaves a little unused.
    expect(falseAlarms).toBeLessThan(0.05 + 3 * Math.sqrt(0.0475 / 500));
    expect(falseAlarms).toBeGreaterThan(0.01);
    const random = createRandom(8);
    const trials = 120;
    const deals = dealsOf(looked, random);
    const found = Array.from({ length: trials }, () => {
      const data = simulateTrial(looked, { ...steadyPerson, phi: 0.4 }, 1.3, random);
      return [8, 12, 16].some((periods) => {
        const seen = { ...data, periods: data.periods.slice(0, periods) };
        return testAssignment(seen, random, { deals }).rejects;
      });
    }).filter(Boolean).length;
    const error = Math.sqrt(chance * (1 - chance) * (1 / trials + 1 / 500));
    expect(Math.abs(found / trials - chance)).toBeLessThan(3 * error);
    const [, without] = of({ ...looked, looks: [] }) as [number, number];
    expect(Math.abs(without - chance)).toBeLessThan(0.08);
  });

  test('grows with the effect; what can be ruled out shrinks with the trial; same seed, same answer', () => {
    const draws = [{ phi: 0.5, noiseShare: 0.2, sd: 1 }];
    const options = { seed: 7, simulations: 400 };
    const effects = [0.3, 0.8, 1.5, 3];
    const short = powerOf(pairs, { ...person, draws }, effects, options);
    const long = powerOf({ ...pairs, pairs: 12 }, { ...person, draws }, effects, options);
    const probabilities = short.curve.map(({ probability }) => probability);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => a - b));
    expect(long.excludable).toBeLessThan(short.excludable);
    expect(powerOf(pairs, { ...person, draws }, effects, options)).toEqual(short);
  });
});

test('simulated noise has the variance and the persistence that were asked for', () => {
  const days = 20_000;
  const noise = simulateNoise(
    days,
    { ...steadyPerson, sd: 2, phi: 0.7, tails: 4 },
    createRandom(1),
  );
  const mean = noise.reduce((a, b) => a + b, 0) / days;
  const variance = noise.reduce((sum, x) => sum + (x - mean) ** 2, 0) / days;
  const lagged = noise.reduce(
    (sum, x, t) => sum + (t > 0 ? (x - mean) * (noise[t - 1]! - mean) : 0),
    0,
  );
  expect(Math.sqrt(variance)).toBeCloseTo(2, 0);
  expect(lagged / days / variance).toBeCloseTo(0.7, 1);
});

test('two days with a score, which level and trend explain wholly, find nothing', () => {
  const random = createRandom(1);
  const days = trialDays(pairs);
  const units = 2 * pairs.pairs;
  const periods = periodsOf(pairs, drawAssignment(pairs, random));
  const response = immediateResponse(periods, units, days);
  const dependences = [{ phi: 0.5, noiseShare: 0, weight: 1 }];
  const judge = createJudge(createArmModel(response, [3, 4], dependences), dealsOf(pairs, random));
  judge.load(
    new Float64Array(days).map(() => random.normal()),
    response.units[0]!,
    0,
  );
  expect(judge.rejects(5, 0.05)).toBe(false);
});

test.each([
  ['an even number', 0],
  ['an odd number', 1],
])(
  'the statistic of every deal is that of the registered test, with %s of degrees of freedom',
  (_, left) => {
    const random = createRandom(4);
    const design = { ...pairs, pairs: 5 };
    const days = trialDays(design);
    const units = 2 * design.pairs;
    const response = immediateResponse(
      periodsOf(design, drawAssignment(design, random)),
      units,
      days,
    );
    const known = Array.from({ length: days - left }, (_unused, day) => day);
    const model = createArmModel(response, known, [
      { phi: 0.3, noiseShare: 0, weight: 1 },
      { phi: 0.5, noiseShare: 0.2, weight: 2 },
      { phi: 0.2, noiseShare: 0.4, weight: 1 },
    ]);
    expect(model.degreesOfFreedom % 2).toBe(days % 2 === 0 ? left : 1 - left);
    const deals = dealsOf(design, random);
    const own = 7;
    const arms = deals.arms.slice(own * units, (own + 1) * units);
    const curve = new Float64Array(days).map((_unused, day) =>
      response.units.reduce((sum, unit, u) => sum + arms[u]! * unit[day]!, response.fixed[day]!),
    );
    const noise = new Float64Array(days).map(() => random.normal());
    const effect = 0.7;
    const judge = createJudge(model, deals);
    judge.load(noise, curve, own);
    const values = judge.values(effect);

    const table = tableOf(model, arms, deals);
    const registered = new Float64Array(table.rows);
    const outcome = noise.map((value, day) => value + effect * curve[day]!);
    statistics(model, table, dealSeries(model, table, outcome), null, 0, registered);
    const others = [...registered.keys()].filter((row) => row !== own + 1);
    expect(values).toHaveLength(others.length);
    expect(new Set(registered).size).toBeGreaterThan(10);
    others.forEach((row, at) => {
      expect(Math.log(values[at]! / values[0]!)).toBeCloseTo(registered[row]! - registered[0]!, 9);
    });
  },
);
