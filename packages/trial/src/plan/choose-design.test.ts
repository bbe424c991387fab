import { expect, it } from 'vitest';
import { type TrialDesign, trialDays } from '../design.ts';
import { candidateDesigns } from '../designs/candidates.ts';
import { chooseDesign, enoughPower, type Reaches, type Simulate } from './choose-design.ts';
import type { PersonBelief } from './person.ts';
import { reachingOf, simulationOf } from './planned-power.ts';
import { roughPower } from './rough-power.ts';

const curve = [0.3, 0.6, 0.1];
const person: PersonBelief = {
  draws: [{ phi: 0.5, noiseShare: 0.2, sd: 1 }],
  recorded: 0.9,
  slips: 0.05,
  curve,
};
const candidates = candidateDesigns({
  food: true,
  pace: 'fast',
  response: { curve, delay: { mean: 0.8, interval: [0.5, 1.2] } },
  keepUsual: [],
  baselineKnown: true,
});

/** As if the closed form were the truth. */
const closedForm: Simulate = (design, effects, simulations) => ({
  effect: effects[0]!,
  probability: roughPower(design, person, effects[0]!),
  falsePositive: 0.05,
  simulations,
  curve: effects.map((effect) => ({ effect, probability: roughPower(design, person, effect) })),
  detectable: null,
  excludable: 1,
});

const reaches: Reaches = (design, effects, _, chance) =>
  effects.map((effect) => roughPower(design, person, effect) >= chance);

it('finds the shortest design that has a chance', () => {
  const choice = chooseDesign(candidates, person, { effect: 1, simulate: closedForm, reaches })!;
  expect(choice.power.probability).toBeGreaterThanOrEqual(enoughPower);
  const shorter = candidates.filter(
    (design) =>
      trialDays(design) < trialDays(choice.design) - 7 &&
      roughPower(design, person, 1) >= enoughPower + 0.01,
  );
  expect(shorter).toEqual([]);
  const kinds = [choice.design, ...choice.alternatives.map(({ design }) => design)].map(
    ({ kind }) => kind,
  );
  expect(new Set(kinds).size).toBe(3);
  const days = choice.daysNeeded.map(({ days: needed }) => needed ?? Number.POSITIVE_INFINITY);
  expect(days).toEqual([...days].sort((a, b) => b - a));
});

it('gives the strongest where none has enough, and says so by its chance', () => {
  const choice = chooseDesign(candidates, person, { effect: 0.2, simulate: closedForm, reaches })!;
  expect(choice.power.probability).toBeLessThan(enoughPower);
  const best = Math.max(...candidates.map((design) => roughPower(design, person, 0.2)));
  expect(choice.power.probability).toBeCloseTo(best, 2);
});

it('gives nothing where there is nothing to choose from', () => {
  expect(chooseDesign([], person, { effect: 1, simulate: closedForm, reaches })).toBeNull();
});

it('is told by the closed form to a tenth or so', () => {
  const simulate = simulationOf(person, 1);
  const some: readonly TrialDesign[] = candidates.filter((_, k) => k % 60 === 7);
  for (const design of some) {
    const { probability, falsePositive } = simulate(design, [1], 1000);
    expect(falsePositive).toBeLessThan(0.075);
    const rough = roughPower(design, person, 1);
    expect(Math.abs(rough - probability)).toBeLessThan(0.12);
  }
});

it('tells whether a chance is reached as the simulation itself does', () => {
  const effects = [0.3, 0.6, 0.9, 1.2, 1.5];
  const design = candidates.find(({ kind }) => kind === 'randomised-periods')!;
  for (const chance of [0.2, 0.5, 0.8]) {
    const { curve: points } = simulationOf(person, 3)(design, effects, 120);
    expect(reachingOf(person, 3)(design, effects, 120, chance)).toEqual(
      points.map(({ probability }) => probability >= chance),
    );
  }
});
