import { expect, test } from 'vitest';
import { reuse } from './reuse.ts';

const one = { clock: 'a', entry: 1 };
const other = { clock: 'b', entry: 2 };

test('the same writings are the same list', () => {
  const before = [one, other];
  expect(reuse(before, [{ ...one }, { ...other }])).toBe(before);
});

test('a writing that stayed is the same thing in another list', () => {
  const later = { clock: 'c', entry: 3 };
  const next = reuse([one, other], [later, { ...other }]);
  expect(next).toEqual([later, other]);
  expect(next[1]).toBe(other);
});

test('an order that changed is seen', () => {
  expect(reuse([one, other], [other, one])).toEqual([other, one]);
});

test('what is no list of writings is taken as it is', () => {
  const next = { language: 'de' };
  expect(reuse<unknown>({ language: 'de' }, next)).toBe(next);
  expect(reuse<unknown>([1, 2], [1, 2])).not.toBe(undefined);
  expect(reuse(undefined, [one])).toEqual([one]);
});
