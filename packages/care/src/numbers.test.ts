import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  after,
  day,
  decimalsFor,
  delayBetween,
  diariesLikeYours,
  figure,
  inHundred,
  short,
  signed,
  timesIn,
} from './numbers.ts';

describe('natural frequencies', () => {
  it('never says none or all', () => {
    expect(diariesLikeYours(0.93)).toBe('in about 93 of 100 diaries like yours');
    expect(diariesLikeYours(1)).toBe('in more than 99 of 100 diaries like yours');
    expect(diariesLikeYours(0)).toBe('in fewer than 1 of 100 diaries like yours');
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
        expect(inHundred(p)).not.toMatch(/^(0|100) in/);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('figures', () => {
  it('keeps true signs and drops a negative zero', () => {
    expect(figure(-0.04, 1)).toBe('0.0');
    expect(figure(-1.25, 2)).toBe('−1.25');
    expect(signed(0.04, 1)).toBe('0.0');
    expect(signed(1.2, 1)).toBe('+1.2');
    expect(short(3, 1)).toBe('3');
    expect(short(0.5, 2)).toBe('0.5');
  });

  it('shows as many decimals as the scale deserves', () => {
    expect([3, 10, 100].map(decimalsFor)).toEqual([2, 1, 0]);
  });
});

describe('delays and dates', () => {
  it('speaks of whole days', () => {
    expect([0.2, 1.1, 6.4].map(after)).toEqual(['on the same day', 'after 1 day', 'after 6 days']);
    expect(delayBetween(0, 0.3)).toBe('the same day');
    expect(delayBetween(0, 1)).toBe('the same day to 1 day');
    expect(delayBetween(3.2, 8.8)).toBe('3 to 9 days');
    expect(delayBetween(4, 4.2)).toBe('4 days');
    expect(delayBetween(-2, 1)).toBe('the same day to 1 day');
  });

  it('names levels and days', () => {
    expect(timesIn(0.8)).toBe('8 times in 10');
    expect(timesIn(0.95)).toBe('95 times in 100');
    expect(day('2024-07-04')).toBe('4 Jul 2024');
    expect(day('')).toBe('an unknown day');
  });
});
