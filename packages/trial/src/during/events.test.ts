import { createRandom } from '@zonula/numerics';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawAssignment, periodsOf, type RandomisedPairs } from '../design.ts';
import { addDays } from '../schedule/dates.ts';
import { applyEvents, type TrialEvent } from './events.ts';

const design: RandomisedPairs = {
  kind: 'randomised-pairs',
  baselineDays: 14,
  washoutDays: 2,
  periodDays: 5,
  pairs: 6,
  looks: [],
};
const start = '2026-03-01';
const planned = periodsOf(design, drawAssignment(design, createRandom(3)));
const off = (on: string, days: number): TrialEvent => ({
  kind: 'postponed',
  on,
  days,
  reason: 'ill',
});

it('begins a broken-off period anew and moves the later ones', () => {
  const after = applyEvents(planned, start, [off('2026-03-18', 5)]);
  expect(after[0]).toEqual(planned[0]);
  expect(after[1]).toEqual({ ...planned[1], start: 22 });
  expect(after[2]).toEqual({ ...planned[2], start: 29 });
});

it('lets a period that has not begun wait', () => {
  const after = applyEvents(planned, start, [off('2026-03-15', 3)]);
  expect(after[1]).toEqual({ ...planned[1], start: 17 });
});

it('carries a baseline on where it stood', () => {
  const after = applyEvents(planned, start, [off('2026-03-05', 3)]);
  expect(after.slice(0, 3)).toEqual([
    { ...planned[0], days: 4 },
    { ...planned[0], start: 7, days: 10 },
    { ...planned[1], start: 17 },
  ]);
});

it('keeps what was done before a stop', () => {
  const after = applyEvents(planned, start, [
    { kind: 'stopped', on: '2026-03-25', reason: 'red-flag' },
  ]);
  expect(after).toEqual([planned[0], planned[1], { ...planned[2], days: 3 }]);
});

it.each(['2026-02-28', '2026-07-01'])('refuses %s, which is no day of the trial', (on) => {
  expect(() => applyEvents(planned, start, [off(on, 1)])).toThrow(RangeError);
});

const waits = fc.array(
  fc.record({ day: fc.integer({ min: 0, max: 90 }), days: fc.integer({ min: 1, max: 20 }) }),
  { maxLength: 6 },
);

it('never changes order, arms or lengths, never overlaps, and knows nothing of the arms', () => {
  fc.assert(
    fc.property(
      waits,
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 0, max: 1e6 }),
      (list, a, b) => {
        const events = list.map(({ day, days }) => off(addDays(start, day), days));
        const one = periodsOf(design, drawAssignment(design, createRandom(a)));
        const other = periodsOf(design, drawAssignment(design, createRandom(b)));
        const after = applyEvents(one, start, events);
        const drawn = after.filter(({ block }) => block !== null);
        expect(drawn.map(({ arm, days }) => [arm, days])).toEqual(
          one.filter(({ block }) => block !== null).map(({ arm, days }) => [arm, days]),
        );
        after.forEach((period, k) => {
          const before = after[k - 1];
          expect(period.start).toBeGreaterThanOrEqual(before ? before.start + before.days : 0);
        });
        const days = (periods: typeof after) =>
          periods.map((period) => [period.start, period.days]);
        expect(days(applyEvents(other, start, events))).toEqual(days(after));
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});
