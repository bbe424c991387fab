import { expect, test } from 'vitest';
import { axisModels } from './axis/models.ts';
import type { Parameter } from './model.ts';
import { inflammationModel, models } from './models/models.ts';
import { settingsOf, UnusableSetting } from './settings.ts';

test('parameters and initial states are set by name, also by the sign of the paper', () => {
  const { initial, parameters } = settingsOf(inflammationModel, [
    ['P', 2],
    ['p∞', 30],
  ]);
  expect(initial[0]).toBe(2);
  expect(parameters[inflammationModel.parameterNames.indexOf('pinf')]).toBe(30);
});

test.each([
  ['P', 21, 'P must be within 0 and 20 1e6/cc, not 21'],
  ['p∞', 1, 'pinf must be within 10 and 40 1e6/cc, not 1'],
  ['kpg', Number.NaN, 'kpg must be within 0.15 and 0.6 1/hour, not NaN'],
])('%s = %s is refused with the allowed range', (name, value, message) => {
  expect(() => settingsOf(inflammationModel, [[name, value]])).toThrow(
    new UnusableSetting(message),
  );
});

test.each(['nothing', '__proto__', 'constructor'])('the unknown name %s is refused', (name) => {
  expect(() => settingsOf(inflammationModel, [[name, 1]])).toThrow(/has no .* states P N D C/u);
});

test.each(
  [...models, ...axisModels].map(({ definition }) => ({ name: definition.name, definition })),
)(
  'every number of $name is within its range, with source and tag',
  ({ definition: { states, parameters } }) => {
    for (const [name, { initial, range }] of Object.entries(states))
      expect(initial >= range[0] && initial <= range[1], name).toBe(true);
    for (const [name, { value, range, source, tag }] of Object.entries(parameters)) {
      expect(value >= range[0] && value <= range[1], name).toBe(true);
      expect(source.length, name).toBeGreaterThan(10);
      expect(['measured', 'modelled', 'assumed'], name).toContain(tag);
    }
  },
);

test('a parameter without a tag does not pass the type check', () => {
  // @ts-expect-error: it lacks the tag
  const untagged: Parameter = { value: 1, unit: '', range: [0, 2], source: 'nowhere' };
  expect(untagged.tag).toBeUndefined();
});
