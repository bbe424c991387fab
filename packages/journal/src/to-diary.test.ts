import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entries } from '../fixtures/arbitraries.ts';
import type { Entry, FoodResolution, StoredEntry } from './entry.ts';
import { diaryOf } from './to-diary.ts';

const stored = (...list: readonly Entry[]): StoredEntry[] =>
  list.map((entry, k) => ({ id: String(k), clock: String(k), entry }));
const itch: Entry = { day: '2026-03-01', category: 'skin', name: 'itch', value: 4 };

test('none is zero, not recorded is no row', () => {
  const { observations } = diaryOf(
    stored(
      { ...itch, value: 0 },
      { ...itch, day: '2026-03-02', value: null },
      { ...itch, day: '2026-03-03' },
    ),
  );
  expect(observations.map(({ date, value }) => [date, value])).toEqual([
    ['2026-03-01', 0],
    ['2026-03-03', 4],
  ]);
});

test('a meal of several foods is a row a food', () => {
  const food = (words: string): FoodResolution => ({
    words,
    food: words,
    code: 1,
    with: [],
    confidence: 1,
    confirmed: true,
    grams: 100,
    classes: [],
    preparations: [],
    without: [],
    dataVersion: '1',
  });
  const meal: Entry = {
    day: '2026-03-01',
    time: '08:00',
    category: 'food',
    name: 'latte and a croissant',
    value: 1,
  };
  const names = (entry: Entry) => diaryOf(stored(entry)).observations.map(({ name }) => name);
  expect(names({ ...meal, food: [food('latte'), food('croissant')] })).toEqual([
    'croissant',
    'latte',
  ]);
  expect(names({ ...meal, food: [food('latte')] })).toEqual(['latte and a croissant']);
});

test('scores on an older scale are moved to the latest, and it says so', () => {
  const { observations, scales, warnings } = diaryOf(
    stored(
      { ...itch, value: 3, scale: { min: 0, max: 3 } },
      { ...itch, day: '2026-03-02', value: 5, scale: { min: 0, max: 10 } },
    ),
  );
  expect(observations.map(({ value }) => value)).toEqual([10, 5]);
  expect(scales.get('skin/itch')).toEqual({ min: 0, max: 10, inferred: false });
  expect(warnings).toEqual([
    {
      code: 'rescaled',
      text: 'Scores of skin/itch were on another scale before. They were moved to the scale of 0 to 10.',
      count: 1,
    },
  ]);
});

test('every recorded entry has its rows, whatever its shape', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 10 }), (list) => {
      const recorded = list.filter(({ value, category }) => value !== null || category === 'note');
      const rows = recorded.reduce(
        (sum, { category, food = [] }) =>
          sum + (category === 'food' ? Math.max(1, food.length) : 1),
        0,
      );
      expect(diaryOf(stored(...list)).observations).toHaveLength(rows);
    }),
    { seed: 1, numRuns: 300 },
  );
});
