import type { StoredEntry } from '@zonula/journal';
import { expect, test } from 'vitest';
import { mealsOf } from './meals.ts';

const food = (name: string, time?: string, value = 1): StoredEntry => ({
  id: name,
  clock: name,
  entry: {
    day: '2026-03-01',
    category: 'food',
    name,
    value,
    ...(time === undefined ? {} : { time }),
  },
});

test('what was eaten within an hour is one meal, and what has no time stands apart', () => {
  const meals = mealsOf([
    food('apple'),
    food('toast', '08:40'),
    food('latte', '08:00'),
    food('jam', '09:30'),
    food('soup', '12:31'),
    food('bread', '13:31'),
    food('not eaten', '08:10', 0),
  ]);
  expect(meals.map(({ time, foods }) => [time, ...foods.map(({ entry }) => entry.name)])).toEqual([
    ['08:00', 'latte', 'toast', 'jam'],
    ['12:31', 'soup', 'bread'],
    [null, 'apple'],
  ]);
  expect(mealsOf([])).toEqual([]);
});
