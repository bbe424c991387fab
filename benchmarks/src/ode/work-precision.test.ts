import { expect, test } from 'vitest';
import { atAccuracy, shownPoints } from './work-precision.ts';

const points = [
  { relative: 1e-3, least: 1, median: 1, error: 1e-2 },
  { relative: 1e-5, least: 4, median: 4, error: 1e-4 },
  { relative: 1e-7, least: 9, median: 16, error: 1e-6 },
];

test('times at equal error are read between the runs', () => {
  expect(atAccuracy(points, 1e-4)).toBeCloseTo(4, 12);
  expect(atAccuracy(points, 1e-3)).toBeCloseTo(2, 12);
  expect(atAccuracy(points, 1e-5)).toBeCloseTo(8, 12);
  expect(atAccuracy(points, 1e-9)).toBeNull();
});

test('runs side by side make one row for each tolerance', () => {
  const lines = shownPoints([
    ['a', points],
    ['b', points],
  ]);
  expect(lines).toHaveLength(5);
  expect(lines[3]).toBe('| 0.00001 | 4.00 | 1.0e-4 |  | 4.00 | 1.0e-4 |  |');
});
