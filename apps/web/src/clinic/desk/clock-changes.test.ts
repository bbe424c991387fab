import { expect, test } from 'vitest';
import { clockChanges } from './clock-changes.ts';

test('London, from winter on: forward in spring, back in autumn', () => {
  expect(clockChanges('Europe/London', '2026-01-10')).toEqual([
    { day: '2026-03-29', minutes: 60, from: '01:00', to: '02:00' },
    { day: '2026-10-25', minutes: -60, from: '02:00', to: '01:00' },
  ]);
});

test('other zones: half an hour, the other half of the year, never', () => {
  expect(clockChanges('Australia/Lord_Howe', '2026-02-01').map(({ minutes }) => minutes)).toEqual([
    -30, 30,
  ]);
  expect(clockChanges('America/New_York', '2026-02-01')[0]).toEqual({
    day: '2026-03-08',
    minutes: 60,
    from: '02:00',
    to: '03:00',
  });
  expect(clockChanges('Asia/Kolkata', '2026-01-01')).toEqual([]);
});
