import { createRandom } from '@zonula/numerics';
import { expect, it } from 'vitest';
import {
  assignmentCount,
  dayArms,
  drawAssignment,
  enumerateAssignments,
  periodsOf,
  type RandomisedPairs,
  smallestPossibleP,
  type TrialDesign,
  trialDays,
} from './design.ts';

const pairs = (count: number): RandomisedPairs => ({
  kind: 'randomised-pairs',
  baselineDays: 0,
  washoutDays: 2,
  periodDays: 5,
  pairs: count,
  looks: [],
});

it('cannot reject at 5 % with four pairs, and can with six', () => {
  expect(smallestPossibleP(pairs(4))).toBe(0.125);
  expect(smallestPossibleP(pairs(6))).toBe(0.03125);
  expect(trialDays(pairs(6))).toBe(84);
});

const designs: readonly TrialDesign[] = [
  pairs(4),
  { ...pairs(0), kind: 'randomised-periods', periods: 8, longestRun: 3 },
  { ...pairs(0), kind: 'alternating', periods: 8, longestRun: 2 },
  { ...pairs(3), kind: 'one-member-of-a-set', keepUsual: ['food/pizza'] },
  {
    kind: 'elimination-reintroduction',
    baselineDays: 14,
    eliminationDays: 28,
    midStop: 14,
    washoutDays: 3,
    periodDays: 4,
    repeats: 4,
    order: 'free',
    looks: [],
  },
];

it.each(designs)('draws every assignment of $kind equally often', (design) => {
  const all = enumerateAssignments(design).map((one) => one.join());
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBe(assignmentCount(design));
  const counts = new Map(all.map((one) => [one, 0]));
  const random = createRandom(7);
  const draws = 400 * all.length;
  for (let k = 0; k < draws; k += 1) {
    const drawn = drawAssignment(design, random).join();
    counts.set(drawn, counts.get(drawn)! + 1);
  }
  const expected = draws / all.length;
  const chiSquare = [...counts.values()].reduce(
    (sum, count) => sum + (count - expected) ** 2 / expected,
    0,
  );
  const degrees = all.length - 1;
  expect(chiSquare).toBeLessThan(degrees + 4 * Math.sqrt(2 * degrees));
});

it.each(designs)('covers each day of $kind once', (design) => {
  for (const assignment of enumerateAssignments(design)) {
    let day = 0;
    for (const { start, days } of periodsOf(design, assignment)) {
      expect(start).toBe(day);
      day += days;
    }
    expect(day).toBe(trialDays(design));
    const arms = dayArms(design, assignment);
    const half = arms.filter((arm) => !Number.isNaN(arm)).length / 2;
    expect(arms.filter((arm) => arm === 1).length).toBe(half);
  }
});
