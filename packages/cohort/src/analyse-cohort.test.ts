import { createRandom } from '@zonula/numerics';
import { describe, expect, test } from 'vitest';
import { analyseCohort } from './analyse-cohort.ts';
import { normalLikelihood } from './mixture/effect-likelihood.ts';
import { referencePrior } from './mixture/prior.ts';
import { claimsWithin } from './multiplicity.ts';
import { checkMinimumCell, coarse, mayPublish } from './privacy.ts';
import type { EffectSummary } from './summary/effect-summary.ts';

const random = createRandom(2);
const summary = (
  person: number,
  exposure: string,
  likelihood: EffectSummary['likelihood'],
): EffectSummary => ({
  person: `p${person}`,
  exposure,
  outcome: 'skin/itch',
  measure: 'peak',
  daysWith: 30,
  daysWithout: 60,
  likelihood,
  delay: { estimate: 1, error: 0.3 },
});
const cohort = Array.from({ length: 40 }, (_, i) => [
  summary(i, 'food/milk', normalLikelihood((i < 16 ? 0.15 : 0) + 0.03 * random.normal(), 0.03)),
  summary(i, 'food/rice', normalLikelihood(0.03 * random.normal(), 0.03)),
]).flat();

describe('a cohort', () => {
  const got = analyseCohort([
    ...cohort,
    summary(40, 'food/rice', null),
    summary(1, 'food/oats', null),
  ]);

  test('claims what acts and not what does not', () => {
    const [milk, rice] = got.exposures;
    expect(got.exposures.map(({ exposure }) => exposure)).toEqual(['food/milk', 'food/rice']);
    expect(milk!.claimed).toBe(true);
    expect(rice!.claimed).toBe(false);
    expect(rice!.uninformative).toBe(1);
    expect(milk!.posterior.share.interval[0]).toBeLessThan(0.4);
    expect(milk!.posterior.share.interval[1]).toBeGreaterThan(0.4);
    expect(milk!.delay!.responders).toBeGreaterThan(10);
    expect(milk!.sensitivity.map(({ prior }) => prior.name)).toEqual([
      'reference',
      'sceptical',
      'open',
    ]);
    expect(milk!.heterogeneity!.i2).toBeGreaterThan(0.5);
  });

  test('leaves exposures of few people alone when asked', () => {
    const oats = summary(1, 'food/oats', normalLikelihood(0.3, 0.03));
    const few = analyseCohort([...cohort, oats], { priors: [referencePrior], fewest: 2 });
    expect(few.exposures.map(({ exposure }) => exposure)).toEqual(['food/milk', 'food/rice']);
    expect(few.rare).toBe(1);
    expect(few.persons.some(({ exposure }) => exposure === 'food/oats')).toBe(false);
  });

  test('tells each person what the others make of their own data', () => {
    const named = got.persons.filter(({ claimed }) => claimed);
    expect(named.every(({ exposure }) => exposure === 'food/milk')).toBe(true);
    const right = named.filter(({ person }) => Number(person.slice(1)) < 16);
    expect(right.length).toBeGreaterThanOrEqual(14);
    expect(named.length - right.length).toBeLessThanOrEqual(2);
  });

  test('the order of the people changes nothing, peak and lasting effects stay apart', () => {
    const again = analyseCohort([...cohort].reverse(), { priors: [referencePrior] });
    expect(again.exposures[0]!.posterior.share.mean).toBeCloseTo(
      got.exposures[0]!.posterior.share.mean,
      10,
    );
    const lasting = { ...cohort[0]!, measure: 'lasting' as const };
    const mixed = analyseCohort([...cohort, lasting], { priors: [referencePrior] });
    expect(mixed.exposures.map(({ people }) => people)).toEqual([1, 40, 40]);
    expect(() => analyseCohort(cohort, { priors: [] })).toThrow(RangeError);
    expect(analyseCohort([]).exposures).toEqual([]);
  });
});

test('claims as many as keep the expected share of wrong ones', () => {
  const questions = [0.99, 0.6, 0.95, 0.85].map((probability, key) => ({ key, probability }));
  expect(claimsWithin(questions)).toEqual([0, 2, 3]);
  expect(claimsWithin(questions, { rate: 0.02 })).toEqual([0]);
  expect(claimsWithin(questions, { rate: 0.2, least: 0.9 })).toEqual([0, 2]);
  expect(claimsWithin([])).toEqual([]);
});

test('small groups stay unpublished, and so do those that leave few out', () => {
  expect(mayPublish(9, 100)).toBe(false);
  expect(mayPublish(10, 100)).toBe(true);
  expect(mayPublish(95, 100)).toBe(false);
  expect(mayPublish(100, 100)).toBe(true);
  expect(mayPublish(20, 100, 25)).toBe(false);
  expect(coarse(44)).toBe(40);
  expect(() => checkMinimumCell(1)).toThrow(RangeError);
  expect(() => checkMinimumCell(2.5)).toThrow(RangeError);
});
