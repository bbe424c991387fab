import { expect, test } from 'vitest';
import { createRate } from './rate.ts';

/** A clock that is set by hand, in seconds. */
const stopped = () => {
  let seconds = 0;
  const rate = createRate(() => 1000 * seconds);
  return (at: number, done: number, of = 1000): string => {
    seconds = at;
    return rate(done, of);
  };
};

test('no rate before anything was done', () => {
  const at = stopped();
  expect(at(0, 0)).toBe('0 of 1000 people');
  expect(at(5, 0)).toBe('0 of 1000 people');
});

test('what was done before it began is no rate', () => {
  const at = stopped();
  expect(at(0, 400)).toBe('400 of 1000 people');
  expect(at(30, 420)).toBe('420 of 1000 people, 40 a minute, about 15 min left');
});

test('the rate is that of the last minute: workers that come and go are seen', () => {
  const at = stopped();
  for (let second = 0; second <= 120; second++) at(second, second);
  expect(at(121, 121)).toBe('121 of 1000 people, 60 a minute, about 15 min left');
  // All workers are gone for two minutes, then one of them comes back.
  for (let second = 122; second <= 240; second++) at(second, 121);
  expect(at(241, 121)).toBe('121 of 1000 people');
  expect(at(300, 126)).toBe('126 of 1000 people, 4.9 a minute, about 3.0 hours left');
});

test('slow work is told in hours and in parts of a person', () => {
  const at = stopped();
  at(0, 0);
  expect(at(60, 2, 10_000)).toBe('2 of 10000 people, 2.0 a minute, about 83.3 hours left');
});
