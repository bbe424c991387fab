import { createRandom } from '@zonula/numerics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawLife } from './draw-life.ts';
import { conditions } from './person.ts';
import { simulateAxis } from './simulate-axis.ts';

test.each(conditions.map((condition) => ({ condition })))(
  'property: $condition stays finite and never negative, whatever is drawn within its range',
  ({ condition }) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const course = simulateAxis(drawLife(condition, 28, createRandom(seed)));
        expect(course.steps).toBeLessThan(20_000);
        for (const value of course.states) expect(value >= 0 && value < 1e15).toBe(true);
        for (const value of course.observables) expect(Number.isFinite(value)).toBe(true);
      }),
      { seed: 1, numRuns: 60 },
    );
  },
);
