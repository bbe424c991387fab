import { describe, expect, test } from 'vitest';
import { runModel } from '../run.ts';
import crossCheck from './fixtures/cross-check.json' with { type: 'json' };
import { models } from './models.ts';

describe('scipy follows the same courses from equations written anew', () => {
  test.each(crossCheck.runs.map((run, i) => ({ ...run, i })))(
    '$model, run $i',
    ({ model: name, set, times, states }) => {
      const model = models.find(({ definition }) => definition.name === name)!;
      const run = runModel(model, {
        set: Object.entries(set).map(([key, value]) => [key, value as number]),
        until: times.at(-1)!,
        times,
        relativeTolerance: 1e-10,
      });
      const n = model.stateNames.length;
      const largest = model.stateNames.map((_, i) => Math.max(...states.map((row) => row[i]!)));
      states.forEach((row, k) => {
        row.forEach((value, i) => {
          const difference = Math.abs(run.states[k * n + i]! - value);
          expect(difference, `${model.stateNames[i]} at ${times[k]}`) //
            .toBeLessThanOrEqual(1e-6 * Math.abs(value) + 1e-9 * largest[i]! + 1e-11);
        });
      });
    },
  );

  test('covers every model', () => {
    const covered = new Set(crossCheck.runs.map(({ model }) => model));
    expect([...covered].sort()).toEqual(models.map(({ definition }) => definition.name).sort());
  });
});
