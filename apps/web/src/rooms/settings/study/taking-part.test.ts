import { readShare } from '@zonula/cohort';
import type { Diary } from '@zonula/diary';
import { expect, test } from 'vitest';
import {
  categoriesIn,
  givenOf,
  newName,
  type Part,
  partBefore,
  shareFile,
  withheldOf,
} from './taking-part.ts';

const diary: Diary = {
  observations: [
    { date: '2026-01-01', category: 'skin', name: 'itch', value: 3, note: 'slept badly' },
    { date: '2026-01-01', category: 'food', name: 'milk', value: 1 },
    { date: '2026-01-01', category: 'note', name: 'note', value: null, note: 'a secret' },
    { date: '2026-01-01', category: 'day', name: 'complete', value: 1 },
  ],
  scales: new Map([['skin/itch', { min: 0, max: 10, inferred: false }]]),
  warnings: [],
};
const part: Part = {
  ...{ title: 'Skin', by: 'Somebody', contact: 'a@b.example', words: 'We ask.' },
  ...{ purpose: 'skin', wording: 'v1', person: 'abc', given: '2026-02-01', withdrawn: null },
  without: [],
};

test('nothing that was written freely is given', () => {
  const { text } = shareFile(part, diary);
  expect(text).not.toMatch(/slept|secret/u);
  expect(categoriesIn(diary)).toEqual(['skin', 'food']);
});

test('without the food nothing says that a day is complete: nobody ate nothing', () => {
  const names = (without: readonly string[]): string[] =>
    givenOf(diary, without).observations.map(({ category }) => category);
  expect(names([])).toEqual(['skin', 'food', 'day']);
  expect(names(['food'])).toEqual(['skin']);
  expect(names(['skin'])).toEqual(['food', 'day']);
});

test('of what is left out not even a name or a scale is given', () => {
  const scale = { min: 0, max: 10, inferred: false };
  const mood = { date: '2026-01-01', category: 'mood', name: 'panic', value: 2 } as const;
  const whole: Diary = {
    ...diary,
    observations: [...diary.observations, mood],
    scales: new Map([...diary.scales, ['mood/panic', scale]]),
  };
  expect(shareFile(part, whole).text).toContain('#scale mood/panic');
  const { text } = shareFile({ ...part, without: ['mood'] }, whole);
  expect(text).toContain('#scale skin/itch');
  expect(text).not.toContain('panic');
});

test('what was not there to be ticked is not given later', () => {
  const without = withheldOf(['skin']);
  expect(without).toContain('food');
  expect(without).not.toContain('skin');
  const later: Diary = {
    ...diary,
    observations: [
      ...diary.observations,
      { date: '2026-03-01', category: 'medication', name: 'pill', value: 1 },
      { date: '2026-03-01', category: 'skin', name: 'redness', value: 1 },
    ],
  };
  const given = givenOf(later, without).observations.map(({ name }) => name);
  expect(given).toEqual(['itch', 'redness']);
  expect(givenOf(later, withheldOf(['skin', 'food'])).observations.map(({ name }) => name)).toEqual(
    ['itch', 'milk', 'complete', 'redness'],
  );
});

test('where nothing was ticked nothing is given', () => {
  expect(givenOf(diary, withheldOf([])).observations).toEqual([]);
});

test('only who asked before for the same finds the same person', () => {
  const parts = [{ ...part, withdrawn: '2026-02-02', person: 'old' }, part];
  expect(partBefore(parts, { purpose: 'skin', by: 'Somebody' })?.person).toBe('abc');
  expect(partBefore(parts, { purpose: 'skin', by: 'Somebody else' })).toBeUndefined();
  expect(partBefore(parts, { purpose: 'hair', by: 'Somebody' })).toBeUndefined();
});

test('the file is a share; taken back it holds no day', () => {
  const read = (one: Part) => readShare(JSON.parse(shareFile(one, diary).text), 'x');
  expect(shareFile(part, diary).name).toBe('abc.share.json');
  expect(read(part).diary).toContain('2026-01-01,food,milk');
  const { consent, diary: days } = read({ ...part, withdrawn: '2026-03-01' });
  expect({ consent, days }).toMatchObject({ consent: { withdrawn: '2026-03-01' }, days: null });
});

test('names say nothing and differ', () => {
  const names = Array.from({ length: 100 }, newName);
  expect(new Set(names).size).toBe(100);
  expect(names.every((name) => /^[0-9a-f]{16}$/u.test(name))).toBe(true);
});
