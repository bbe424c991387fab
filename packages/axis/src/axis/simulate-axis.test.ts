import { createRandom } from '@zonula/numerics';
import { describe, expect, test } from 'vitest';
import { UnusableEvent } from './events.ts';
import { junctionShare } from './junction-share.ts';
import { measure, ordinalScores } from './measure.ts';
import { drawPerson, noiseOf } from './people.ts';
import { conditions } from './person.ts';
import { simulateAxis } from './simulate-axis.ts';

const dairyDays = Array.from({ length: 14 }, (_, day) => ({
  day: day + 0.5,
  kind: 'meal',
  doses: [{ class: 'dairy', portions: 1 }],
}));
const person = {
  condition: 'acne',
  triggers: [{ class: 'dairy', gut: 3, direct: 0 }],
} as const;
const lesions = (settings: readonly (readonly [string, number])[]) =>
  simulateAxis({ ...person, settings, events: dairyDays, days: 40 }).course('inflamedLesions');

test('a trigger through the gut moves the skin only with the gut arrow and an open junction', () => {
  const open = lesions([['gut_arrow', 1]]);
  expect(Math.max(...open)).toBeGreaterThan(open[0]! * 1.05);
  const cut = lesions([['gut_arrow', 0]]);
  for (const value of cut) expect(value).toBeCloseTo(cut[0]!, 3);
  const clamped = lesions([
    ['gut_arrow', 1],
    ['junction_clamp', 1],
  ]);
  for (const value of clamped) expect(value).toBeCloseTo(clamped[0]!, 3);
});

test('a drawn person is the same for the same seed, and can be measured', () => {
  const one = drawPerson('acne', createRandom(4));
  expect(drawPerson('acne', createRandom(4))).toEqual(one);
  const steps = noiseOf(60, { spread: 0.3, memoryDays: 7 }, createRandom(5));
  const course = simulateAxis({ ...one, days: 60, steps });
  const counts = measure(course, 'lesions', createRandom(6));
  expect(counts).toHaveLength(61);
  expect(counts.every(Number.isInteger)).toBe(true);
  const scores = ordinalScores(
    course.course('severity'),
    { most: 10, error: 0.1 },
    createRandom(7),
  );
  for (const score of scores)
    expect(score >= 0 && score <= 10 && Number.isInteger(score)).toBe(true);
});

test('an event that cannot happen is named with its place', () => {
  const run = (event: object) =>
    simulateAxis({ ...person, days: 1, events: [{ day: 0, kind: 'meal', ...event }] });
  expect(() => run({ kind: 'feast' })).toThrow(UnusableEvent);
  expect(() => run({ kind: 'nsaid', amount: 9 })).toThrow(
    'event 1 (nsaid): amount must be within 0 and 4',
  );
  expect(() => run({ days: 2 })).toThrow('takes no days');
});

describe('the share through the junction', () => {
  const share = (gut: number, direct: number) =>
    junctionShare(
      {
        ...person,
        triggers: [{ class: 'dairy', gut, direct }],
        settings: [['gut_arrow', 1]],
        events: dairyDays,
        days: 60,
      },
      'severity',
    );

  test('is all of a trigger that only opens it, and nothing of one that goes past it', () => {
    expect(share(3, 0)).toBeCloseTo(1, 2);
    expect(share(0, 1)).toBeCloseTo(0, 2);
    const both = share(3, 0.3)!;
    expect(both > 0.2 && both < 0.8).toBe(true);
  });

  test('is unknown where nothing acts', () => {
    expect(share(0, 0)).toBeNull();
  });
});

test.each(conditions.map((condition) => ({ condition })))(
  'at the default tolerance the severity of $condition is within half a percent',
  ({ condition }) => {
    const run = (relativeTolerance?: number) =>
      simulateAxis({
        condition,
        settings: [['gut_arrow', 1]],
        triggers: [{ class: 'dairy', gut: 3, direct: 1 }],
        events: Array.from({ length: 300 }, (_, i) => ({
          day: i / 5 + 0.1,
          kind: 'meal',
          doses: [{ class: i % 5 === 0 ? 'dairy' : 'spicy', portions: 1 }],
        })),
        days: 60,
        ...(relativeTolerance ? { relativeTolerance } : {}),
      }).course('severity');
    const [usual, exact] = [run(), run(1e-9)];
    const largest = Math.max(...exact);
    usual.forEach((value, day) => {
      expect(Math.abs(value - exact[day]!) / largest).toBeLessThan(0.005);
    });
  },
);
