import { expect, test } from 'vitest';
import type { Setting } from '../settings.ts';
import crossCheck from './fixtures/axis-cross-check.json' with { type: 'json' };
import { conditions } from './person.ts';
import { simulateAxis } from './simulate-axis.ts';

const { events, triggers, steps, times, runs } = crossCheck;

test.each(runs)(
  'scipy follows the coupled axis with $condition through every kind of event',
  (run) => {
    const condition = conditions.find((name) => name === run.condition)!;
    const { model, states } = simulateAxis({
      condition,
      settings: Object.entries({ ...run.set, ...run.start }) as Setting[],
      triggers,
      events,
      steps,
      days: 20,
      times,
      relativeTolerance: 1e-10,
    });
    const n = model.stateNames.length;
    expect(Object.keys(run.start)).toEqual(model.stateNames);
    model.stateNames.forEach((name, i) => {
      const course = run.states.map((row) => row[i]!);
      const largest = Math.max(...course);
      course.forEach((value, k) => {
        expect(Math.abs(states[k * n + i]! - value), `${name} at ${times[k]}`) //
          .toBeLessThanOrEqual(1e-6 * Math.abs(value) + 1e-7 * largest);
      });
    });
  },
);

test('covers every condition', () => {
  expect(runs.map(({ condition }) => condition).sort()).toEqual([...conditions].sort());
});
