import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import reference from '../fixtures/within-between.json' with { type: 'json' };
import { differencesOf, ownDifference } from './differences.ts';
import { momentsOf, noDays, type PersonMoments, withDay } from './moments.ts';
import { signedRank } from './signed-rank.ts';
import { withinBetween } from './within-between.ts';

const peopleOf = ({
  person,
  exposure,
  outcome,
}: {
  person: number[];
  exposure: number[];
  outcome: number[];
}): PersonMoments[] => {
  const people = new Map<number, PersonMoments>();
  person.forEach((id, i) => {
    people.set(id, withDay(people.get(id) ?? noDays, exposure[i]!, outcome[i]!));
  });
  return [...people.values()];
};
const people = peopleOf(reference.days);

describe('against lme4', () => {
  test.each([
    ['level and effect may go along', true, reference.correlated],
    ['level and effect apart', false, reference.independent],
  ] as const)('%s', (_, correlated, expected) => {
    const got = withinBetween(people, { correlated })!;
    expect(got.criterion).toBeCloseTo(expected.criterion, 5);
    for (const [coefficient, [estimate, error]] of [
      [got.within, expected.within as [number, number]],
      [got.between, expected.between as [number, number]],
    ] as const) {
      expect(Math.abs(coefficient.estimate - estimate)).toBeLessThan(1e-4 * error);
      expect(coefficient.standardError / error).toBeCloseTo(1, 3);
    }
    expect(got.levelSd).toBeCloseTo(expected.levelSd, 3);
    expect(got.withinSd).toBeCloseTo(expected.withinSd, 3);
    expect(got.daySd).toBeCloseTo(expected.daySd, 4);
  });

  test('differences of days, each person against themselves and all thrown together', () => {
    const got = differencesOf(people)!;
    const { people: count, withinPerson, pooled, p } = reference.differences;
    expect(got.people).toBe(count);
    expect(got.withinPerson).toBeCloseTo(withinPerson, 10);
    expect(got.pooled).toBeCloseTo(pooled, 10);
    expect(got.p).toBeCloseTo(p, 10);
    expect(Math.sign(got.pooled)).not.toBe(Math.sign(got.withinPerson));
  });

  test('signed ranks with ties and zeros', () => {
    expect(signedRank(reference.tied.values).p).toBeCloseTo(reference.tied.p, 12);
  });
});

describe('within and between', () => {
  const series = fc.array(
    fc.tuple(fc.constantFrom(0, 1, Number.NaN), fc.integer({ min: 0, max: 10 })),
    { minLength: 8, maxLength: 30 },
  );

  test('a level that is added to a person moves between, never within', () => {
    fc.assert(
      fc.property(fc.array(series, { minLength: 6, maxLength: 12 }), (everybody) => {
        const plain = everybody.map((days) =>
          momentsOf(
            days.map(([x]) => x),
            days.map(([, y]) => y),
          ),
        );
        const before = differencesOf(plain, { fewestDays: 1 });
        const lifted = plain.map((one) => ({
          ...one,
          meanOutcome: one.meanOutcome + 50 * one.meanExposure,
          outcomeWith: one.outcomeWith + 50 * one.meanExposure * one.daysWith,
        }));
        const after = differencesOf(lifted, { fewestDays: 1 });
        if (before === null || after === null) return;
        expect(after.withinPerson).toBeCloseTo(before.withinPerson, 6);
        const fitted = withinBetween(plain, { correlated: false });
        const again = withinBetween(lifted, { correlated: false });
        if (fitted === null || again === null || fitted.withinSd < 0.05) return;
        expect(again.within.estimate).toBeCloseTo(fitted.within.estimate, 3);
        expect(again.between.estimate).toBeCloseTo(fitted.between.estimate + 50, 2);
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  test('unknown days count as no days', () => {
    const known = momentsOf([1, 0, 1], [3, 2, 5]);
    expect(momentsOf([1, Number.NaN, 0, 1, 0], [3, 9, 2, 5, Number.NaN])).toEqual(known);
    expect(ownDifference(known)).toBeCloseTo(2, 12);
    expect(ownDifference(momentsOf([1, 1], [3, 4]))).toBeNull();
  });

  test('says nothing where people cannot tell', () => {
    const same = momentsOf([0, 0, 0, 0], [1, 2, 1, 2]);
    expect(withinBetween([same, same, same, same])).toBeNull();
    const alike = [1, 2, 3, 4].map((level) => momentsOf([0, 1, 0, 1], [level, 2, level, 3]));
    expect(withinBetween(alike)).toBeNull();
    expect(withinBetween(people.slice(0, 2))).toBeNull();
    expect(differencesOf([same])).toBeNull();
  });

  test('people who never change their exposure add to between alone', () => {
    const more = Array.from({ length: 30 }, (_, i) =>
      momentsOf([0, 0, 0, 0], [i % 5, (i + 2) % 5, 3, i % 3]),
    );
    const got = withinBetween([...people, ...more])!;
    const shuffled = withinBetween([...more, ...people].reverse())!;
    expect(got.people).toBe(people.length + 30);
    expect(shuffled.within.estimate).toBeCloseTo(got.within.estimate, 4);
  });
});
