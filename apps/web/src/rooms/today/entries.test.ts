import type { Entry, StoredEntry } from '@zonula/journal';
import { describe, expect, test } from 'vitest';
import { trackedFor } from '../../tracked.ts';
import {
  again,
  classesToShow,
  dishName,
  foodEntry,
  type Moment,
  sameAsBefore,
  scoreEntry,
  scoreOf,
  withTime,
} from './entries.ts';

const now: Moment = { day: '2026-03-02', today: '2026-03-02', time: '08:10', zoneOffset: 60 };
const stored = (entry: Entry, id = entry.name): StoredEntry => ({ id, clock: id, entry });
const resolution = (classes: readonly (readonly [string, number])[]) => ({
  words: 'latte',
  food: 'Latte',
  code: 1,
  with: [],
  confidence: 0.9,
  confirmed: false,
  grams: 240,
  classes: classes.map(([key, probability]) => ({ class: key, grams: 1, probability })),
  preparations: [],
  without: [],
  dataVersion: 'x',
});

describe('what is written down', () => {
  const eaten = { words: 'a croissant', resolution: null, servings: 2 };

  test('on its own day it has a time, and says nothing of memory', () => {
    expect(foodEntry(eaten, now)).toEqual({
      day: '2026-03-02',
      time: '08:10',
      zoneOffset: 60,
      category: 'food',
      name: 'croissant',
      value: 2,
    });
  });

  test('on a later day it has no time and is marked', () => {
    expect(foodEntry(eaten, { ...now, day: '2026-03-01' })).toEqual({
      day: '2026-03-01',
      rememberedLater: true,
      category: 'food',
      name: 'croissant',
      value: 2,
    });
  });

  test('none is a score of 0 on the scale of the item', () => {
    const [itch] = trackedFor(['eczema'])[0]!.first;
    expect(scoreEntry(itch!, 0, now)).toEqual({
      day: '2026-03-02',
      category: 'skin',
      name: 'itch',
      value: 0,
      scale: { min: 0, max: 10 },
    });
    expect(scoreOf([], itch!)).toBeNull();
  });
});

test.each([
  ['a latte', 'latte'],
  ['an apple', 'apple'],
  ['ein Croissant', 'Croissant'],
  ['an', 'an'],
  ['apple', 'apple'],
  ['  some toast ', 'toast'],
])('the dish of "%s" is "%s"', (words, name) => {
  expect(dishName(words)).toBe(name);
});

test('the same as before is what was eaten near this time of day', () => {
  const food = (name: string, time?: string) =>
    stored({
      day: '2026-03-01',
      category: 'food',
      name,
      value: 1,
      ...(time === undefined ? {} : { time }),
    });
  const yesterday = [food('porridge', '07:30'), food('soup', '13:00'), food('apple')];
  const names = (entries: readonly Entry[]) => entries.map(({ name }) => name);
  expect(names(sameAsBefore(yesterday, '08:10'))).toEqual(['porridge']);
  expect(names(sameAsBefore(yesterday, null))).toEqual(['porridge', 'soup', 'apple']);
  expect(again(yesterday[0]!.entry, now)).toMatchObject({ day: '2026-03-02', time: '08:10' });
});

test('a chip names what is more likely held than not, and no part of what it names', () => {
  const held = resolution([
    ['dairy', 1],
    ['milk', 1],
    ['wheat', 1],
    ['gluten', 1],
    ['soy', 0.2],
  ]);
  expect(classesToShow(held)).toEqual(['dairy', 'wheat']);
});

test('what is tracked follows the conditions, without repeats, and is little at first', () => {
  for (const conditions of [[], ['acne'], ['eczema', 'psoriasis'], ['acne', 'rosacea']]) {
    const groups = trackedFor(conditions);
    const all = groups.flatMap(({ first, further }) => [...first, ...further]);
    const keys = all.map(({ category, name }) => `${category}/${name}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(groups.flatMap(({ first }) => first).length).toBeLessThanOrEqual(6);
  }
});

const abroad: Entry = {
  day: '2026-03-01',
  time: '08:10',
  zoneOffset: 540,
  category: 'food',
  name: 'latte',
  value: 1,
};

test('the same time stays one of the clock it was written by', () => {
  expect(withTime(abroad, '08:10')).toEqual(abroad);
  const { time: _, zoneOffset: __, ...untimed } = abroad;
  expect(withTime(untimed, '')).toEqual(untimed);
});

test('another time is one of this clock; none is not known', () => {
  const here = -new Date('2026-03-01T09:00:00').getTimezoneOffset();
  expect(withTime(abroad, '09:00')).toEqual({ ...abroad, time: '09:00', zoneOffset: here });
  expect(withTime(abroad, '')).toEqual({
    day: '2026-03-01',
    category: 'food',
    name: 'latte',
    value: 1,
  });
});
