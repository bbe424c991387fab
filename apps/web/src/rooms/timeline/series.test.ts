import type { Entry, StoredEntry } from '@zonula/journal';
import { describe, expect, test } from 'vitest';
import { daysBetween, exposuresIn, runsOf, seriesIn, weekMeans } from './series.ts';

const days = daysBetween('2026-02-27', '2026-03-03');
const stored = (entry: Entry, k = 0): StoredEntry => ({ id: `${k}`, clock: `${k}`, entry });
const scale = { min: 0, max: 10 };
const score = (day: string, value: number | null, more: Partial<Entry> = {}): StoredEntry =>
  stored({ day, category: 'skin', name: 'itch', value, scale, ...more });
const ate = (day: string, name: string, value = 1): StoredEntry =>
  stored({ day, category: 'food', name, value });

test('days go over the end of a month', () => {
  expect(days).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03']);
});

describe('scores over time', () => {
  test('leave gaps where nothing was written down, which is not none', () => {
    const [itch] = seriesIn(
      [score('2026-02-27', 4), score('2026-02-28', null), score('2026-03-01', 0)],
      days,
    );
    expect(itch).toMatchObject({ id: 'skin/itch', min: 0, max: 10, known: 2 });
    expect(itch!.values).toEqual([4, null, 0, null, null]);
  });

  test('keep places apart, take the mean of a day, and skin comes first', () => {
    const all = [
      stored({ day: '2026-02-27', category: 'stress', name: 'level', value: 3, scale }),
      stored({ day: '2026-02-28', category: 'stress', name: 'level', value: 3, scale }),
      stored({ day: '2026-03-01', category: 'stress', name: 'level', value: 3, scale }),
      score('2026-02-27', 2),
      score('2026-02-27', 4),
      score('2026-02-28', 6),
      score('2026-02-27', 1, { site: 'left cheek' }),
      score('2026-03-02', 2, { site: 'left cheek' }),
      score('2026-03-02', 2, { site: 'chin' }),
    ];
    expect(seriesIn(all, days).map(({ id, values }) => [id, values[0]])).toEqual([
      ['skin/itch', 3],
      ['skin/itch@left cheek', 1],
      ['stress/level', 3],
    ]);
  });
});

test('what was not eaten is known only on days whose food is known', () => {
  const rows = exposuresIn(
    [
      ate('2026-02-27', 'Latte'),
      ate('2026-02-28', 'soup'),
      stored({ day: '2026-03-01', category: 'day', name: 'complete', value: 1 }),
      ate('2026-03-02', 'latte', 2),
      stored({ day: '2026-03-03', category: 'supplement', name: 'zinc', value: 0 }),
    ],
    days,
  );
  expect(rows.map(({ id, days: known }) => [id, known.join(' ')])).toEqual([
    ['food/latte', 'had not not had unknown'],
    ['food/soup', 'not had not not unknown'],
  ]);
});

test('the mean of a week needs three days', () => {
  expect(weekMeans([2, null, null, 4, null])).toEqual([null, null, null, null, null]);
  expect(weekMeans([2, 4, 6])).toEqual([4, 4, 4]);
});

test('runs are neighbours', () => {
  expect(runsOf([1, 1, 0, 1, 0, 0, 1], (value) => value === 1)).toEqual([
    [0, 1],
    [3, 3],
    [6, 6],
  ]);
  expect(runsOf([], () => true)).toEqual([]);
});
