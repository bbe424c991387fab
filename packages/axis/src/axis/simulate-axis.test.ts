import { createRandom } from '@zonula/numerics';
import { expect, test } from 'vitest';
import { UnusableEvent } from './events.ts';
import { measure, ordinalScores } from './measure.ts';
import { drawPerson, noiseOf } from './people.ts';
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
  for (const value of cut) expect(value).toBeCloseTo(cut[0]!, 1);
  const clamped = lesions([
    ['gut_arrow', 1],
    ['junction_clamp', 1],
    ['uptake_to_T2', 0],
  ]);
  for (const value of clamped) expect(value).toBeCloseTo(clamped[0]!, 1);
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
