import { expect, test } from 'vitest';
import { untilNext } from './reminder.ts';

test('the next time lies later today, or else tomorrow', () => {
  const at = (text: string): Date => new Date(`2026-03-10T${text}:00`);
  expect(untilNext('20:30', at('20:00'))).toBe(30 * 60_000);
  expect(untilNext('20:30', at('20:30'))).toBe(24 * 3_600_000);
  expect(untilNext('00:05', at('23:55'))).toBe(10 * 60_000);
});
