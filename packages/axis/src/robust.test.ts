import { createRandom } from '@zonula/numerics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSettings } from './draw.ts';
import { models } from './models/models.ts';
import { runModel } from './run.ts';

test.each(models.map((model) => ({ name: model.definition.name, model })))(
  'property: $name stays finite and never negative for any numbers within their ranges',
  ({ model }) => {
    const { until } = model.definition;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const run = runModel(model, {
          set: drawSettings(model, createRandom(seed)),
          until,
          times: [0, until / 100, until / 10, until],
          relativeTolerance: 1e-6,
        });
        expect(run.solution.status).toBe('done');
        expect(run.solution.statistics.steps).toBeLessThan(20_000);
        for (const value of run.states) expect(value >= 0 && value < 1e12).toBe(true);
      }),
      { seed: 1, numRuns: 300 },
    );
  },
);

test('a number next to nothing is solved like nothing', () => {
  const [model] = models;
  const run = runModel(model!, {
    set: [
      ['dc_stim_days', 5e-324],
      ['dc_stim', 1e-300],
    ],
  });
  expect(run.solution.status).toBe('done');
});
