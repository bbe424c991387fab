import { describe, expect, test } from 'vitest';
import { once, parseOutcome, parsePoints, parseSeed, several } from './options.ts';

describe('values of options', () => {
  test.each(['-1', '1.5', '', ' ', '1e3', 'one', '9007199254740992', '0x10'])(
    'no seed: %j',
    (text) => {
      expect(() => parseSeed(text)).toThrow('whole number');
    },
  );
  test('a seed', () => {
    expect([parseSeed('0'), parseSeed('42'), parseSeed('9007199254740991')]).toEqual([
      0, 42, 9007199254740991,
    ]);
  });

  test.each(['0', '-1', 'x', '', ' ', 'Infinity', 'NaN'])('no points: %j', (text) => {
    expect(() => parsePoints(text)).toThrow('above 0');
  });
  test('points', () => expect(parsePoints('0.25')).toBe(0.25));

  test.each(['itch', '/itch', 'skin/', 'skin/ ', 'plate/itch', ''])('no outcome: %j', (text) => {
    expect(() => parseOutcome(text)).toThrow('CATEGORY/NAME');
  });
  test('an outcome, as the diary names it', () => {
    expect([parseOutcome('skin/Itch'), parseOutcome('Gut/gas / wind')]).toEqual([
      'skin/itch',
      'gut/gas / wind',
    ]);
  });

  test('once: the second is refused, not taken', () => {
    const parse = once(parsePoints);
    expect(parse('2', undefined)).toBe(2);
    expect(() => parse('3', 2)).toThrow('once only');
  });

  test('several: all are kept in order', () => {
    const parse = several(parsePoints);
    expect(parse('3', parse('2', undefined))).toEqual([2, 3]);
    expect(() => parse('x', [2])).toThrow('above 0');
  });
});
