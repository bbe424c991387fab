import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountIn, amountText, wholeIn } from './numbers.ts';

test.each([
  ['120', 'GBP', 12_000],
  [' 120.5 ', 'GBP', 12_050],
  ['120,05', 'EUR', 12_005],
  ['120.', 'EUR', 12_000],
  ['900', 'JPY', 900],
  ['0', 'GBP', 0],
  ['9.5', 'JPY', null],
  ['1.234', 'GBP', null],
  ['1 000', 'GBP', null],
  ['-1', 'GBP', null],
  ['1e3', 'GBP', null],
  ['', 'GBP', null],
])('%j in %s is %j', (text, currency, amount) => {
  expect(amountIn(text, currency)).toBe(amount);
});

test('what is shown is read as what it was', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.constantFrom('GBP', 'EUR', 'JPY'),
      fc.constantFrom('en', 'de'),
      (amount, currency, language) => {
        const text = amountText(amount, currency, language);
        fc.pre(/^\d{1,7}(?:\D|$)/u.test(text));
        expect(amountIn(text, currency)).toBe(amount);
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});

test('whole numbers within their bounds', () => {
  expect(wholeIn('30', 5, 60)).toBe(30);
  expect(wholeIn('4', 5, 60)).toBeNull();
  expect(wholeIn('61', 5, 60)).toBeNull();
  expect(wholeIn('1.5', 0, 60)).toBeNull();
  expect(wholeIn('', 0, 60)).toBeNull();
});
