import { addDays } from '@zonula/diary';
import { expect, it } from 'vitest';
import { diaryOf, today } from './fixtures/people.ts';
import { looseStoolsOf } from './loose-stools.ts';

const stools = (values: readonly (number | null)[], name = 'stool form') =>
  diaryOf(
    values.flatMap((value, k) =>
      value === null
        ? []
        : [[addDays(today, k - values.length + 1), 'gut' as const, name, value] as const],
    ),
  );
const weeks = (count: number, value: number): readonly number[] =>
  Array.from({ length: 7 * count }, () => value);
const found = (values: readonly (number | null)[], name?: string) =>
  looseStoolsOf(stools(values, name), { since: null, today });

it.each([
  ['mushy for four weeks', weeks(4, 6)],
  ['watery for three weeks after usual ones', [...weeks(3, 4), ...weeks(3, 7)]],
  [
    'mushy every third day, with nothing between',
    Array.from({ length: 28 }, (_, k) => (k % 3 ? null : 6)),
  ],
  ['mushy on four of five days', Array.from({ length: 28 }, (_, k) => (k % 5 === 0 ? 4 : 6))],
])('%s are loose for weeks', (_, values) => {
  expect(found(values)).toMatchObject({ label: 'loose stools', last: expect.any(String) });
});

it.each([
  ['usual', weeks(4, 4)],
  ['soft', weeks(4, 5)],
  ['loose for a week', [...weeks(3, 4), ...weeks(1, 6)]],
  ['loose for two weeks less a day', [...weeks(2, 4), ...weeks(2, 6)]],
  ['loose on every second day', Array.from({ length: 28 }, (_, k) => (k % 2 === 0 ? 7 : 4))],
  ['written down too seldom', Array.from({ length: 28 }, (_, k) => (k % 6 === 0 ? 7 : null))],
  ['loose long ago', [...weeks(4, 7), ...Array.from({ length: 28 }, () => null)]],
  ['not of seven types', weeks(4, 9)],
  ['unknown', []],
])('%s are not', (_, values) => {
  expect(found(values)).toBeNull();
});

it('knows the score by the names that diaries have for it', () => {
  expect(found(weeks(3, 6), 'Bristol stool scale')).not.toBeNull();
  expect(found(weeks(3, 6), 'stools')).toBeNull();
});
