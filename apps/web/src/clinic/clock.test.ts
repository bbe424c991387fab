import { expect, test } from 'vitest';
import { clockAt, dayIn, money, timeIn } from './clock.ts';

test("the clinic's clock is read as it is written, on both sides of a change of the clocks", () => {
  const zone = 'Europe/London';
  expect(clockAt('2026-03-29T00:30:00.000Z', zone)).toBe('2026-03-29T00:30:00');
  expect(clockAt('2026-03-29T01:30:00.000Z', zone)).toBe('2026-03-29T02:30:00');
  expect(dayIn('2026-03-29T09:00:00+01:00')).toBe('2026-03-29');
  expect(timeIn('2026-03-29T09:00:00+01:00')).toBe('09:00');
});

test('money has as many digits as its currency', () => {
  expect(money(12000, 'GBP', 'en')).toBe('£120');
  expect(money(12050, 'GBP', 'en')).toBe('£120.50');
  expect(money(12050, 'EUR', 'de').replace(/\s/gu, ' ')).toBe('120,50 €');
  expect(money(900, 'JPY', 'en')).toBe('JP¥900');
});
