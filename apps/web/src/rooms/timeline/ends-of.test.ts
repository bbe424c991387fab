import { expect, test } from 'vitest';
import { endsOf } from './ends-of.ts';

test('a score lies on its scale, an amount is none or more, weather is anything', () => {
  expect(endsOf({ category: 'skin', scale: { min: 0, max: 3 } })).toEqual({ min: 0, max: 3 });
  expect(endsOf({ category: 'supplement' })).toEqual({ min: 0 });
  expect(endsOf({ category: 'weather' })).toEqual({});
});
