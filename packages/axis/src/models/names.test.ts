import { expect, test } from 'vitest';
import { models } from './models.ts';
import { modelNames } from './names.ts';

test('every model is named, in their order', () => {
  expect(models.map(({ definition }) => definition.name)).toEqual([...modelNames]);
});
