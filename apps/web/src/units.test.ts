import { expect, test } from 'vitest';
import { shownAmount } from './units.ts';

test('grams are shown as whole grams or as ounces', () => {
  expect(shownAmount(239.6, 'metric')).toEqual({ amount: 240, unit: 'g' });
  expect(shownAmount(28.35, 'imperial')).toEqual({ amount: 1, unit: 'oz' });
  expect(shownAmount(100, 'imperial')).toEqual({ amount: 3.5, unit: 'oz' });
  expect(shownAmount(340.2, 'imperial')).toEqual({ amount: 12, unit: 'oz' });
});
