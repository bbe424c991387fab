import fc from 'fast-check';
import { expect, test } from 'vitest';
import { models } from './models/models.ts';
import { runModel } from './run.ts';

test.each(models.map((model) => ({ name: model.definition.name, model })))(
  'property: $name stays finite and never negative for any numbers within their ranges',
  ({ model }) => {
    const { states, parameters, until } = model.definition;
    const named = [...Object.entries(states), ...Object.entries(parameters)];
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: named.length,
      maxLength: named.length,
    });
    fc.assert(
      fc.property(shares, (drawn) => {
        const run = runModel(model, {
          set: named.map(([name, { range }], i) => [
            name,
            Math.min(range[1], range[0] + drawn[i]! * (range[1] - range[0])),
          ]),
          until,
          times: [0, until / 100, until / 10, until],
          relativeTolerance: 1e-6,
        });
        expect(run.solution.status).toBe('done');
        expect(run.solution.statistics.steps).toBeLessThan(20_000);
        for (const value of run.states) expect(value >= 0 && value < 1e12).toBe(true);
      }),
      { seed: 1, numRuns: 200 },
    );
  },
);
