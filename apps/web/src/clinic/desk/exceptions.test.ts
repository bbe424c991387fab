import { expect, test } from 'vitest';
import { spansOf, withoutSpan, withSpan } from './exceptions.ts';

const away = { hours: [] };
const extra = { hours: [{ from: '09:00', to: '12:00' }] };

test('days in a row with the same hours are one', () => {
  const exceptions = [
    { day: '2026-12-31', ...away },
    { day: '2026-12-30', ...away },
    { day: '2027-01-01', ...away },
    { day: '2027-01-02', ...extra },
    { day: '2027-01-04', ...away },
  ];
  expect(spansOf(exceptions)).toEqual([
    { from: '2026-12-30', to: '2027-01-01', ...away },
    { from: '2027-01-02', to: '2027-01-02', ...extra },
    { from: '2027-01-04', to: '2027-01-04', ...away },
  ]);
});

test('what is said last holds, and can be taken back', () => {
  const holiday = withSpan([], { from: '2026-12-24', to: '2026-12-27', ...away });
  expect(holiday).toHaveLength(4);
  const but = withSpan(holiday, { from: '2026-12-26', to: '2026-12-26', ...extra });
  expect(spansOf(but)).toEqual([
    { from: '2026-12-24', to: '2026-12-25', ...away },
    { from: '2026-12-26', to: '2026-12-26', ...extra },
    { from: '2026-12-27', to: '2026-12-27', ...away },
  ]);
  expect(spansOf(withoutSpan(but, { from: '2026-12-25', to: '2026-12-26' }))).toEqual([
    { from: '2026-12-24', to: '2026-12-24', ...away },
    { from: '2026-12-27', to: '2026-12-27', ...away },
  ]);
});
