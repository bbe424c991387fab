import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lengthened,
  longYear,
  packColumns,
  packDigits,
  packPairs,
  packSparse,
  shortened,
  shortYear,
  unpackColumns,
  unpackDigits,
  unpackPairs,
} from './packed.ts';

const numbers = fc.array(fc.integer({ min: 0, max: 2499 }), { maxLength: 50 });

describe('packed numbers', () => {
  it('come back as they were, and need no escape', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const pairs = packPairs(values);
        expect(JSON.stringify(pairs)).toBe(`"${pairs}"`);
        expect([...unpackPairs(pairs)]).toEqual(values);
        expect([...unpackColumns(packColumns(values))]).toEqual(values);
        const digits = values.map((value) => value % 50);
        expect([...unpackDigits(packDigits(digits))]).toEqual(digits);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it.each([-1, 0.5, 50, Number.NaN])('%s is refused', (value) => {
    expect(() => packDigits([value])).toThrow(/no digit/u);
  });

  it('other letters are refused', () => {
    expect(() => unpackDigits('#~')).toThrow(/damaged/u);
  });

  it('amounts keep three digits; years their century', () => {
    for (const amount of [0, 1, 999, 1000, 1010, 9990])
      expect(lengthened(shortened(amount))).toBe(amount);
    for (const year of [0, 2002, 2023]) expect(longYear(shortYear(year))).toBe(year);
  });

  it('lines stand at their place', () => {
    const items = new Map([
      [3, 'c'],
      [1, 'a'],
    ]);
    expect(packSparse(items).split('\n')).toEqual(['', 'a', '', 'c']);
    expect(packSparse(new Map())).toBe('');
  });
});
