import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatAndMap, once, parseOutcome, parsePoints, parseSeed, several } from './options.ts';

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

describe('formatAndMap', () => {
  let folder: string;
  const mapFile = (content: string) => {
    const file = join(folder, 'map.json');
    writeFileSync(file, content);
    return file;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zonula-options-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('a map means the format csv', () => {
    const map = mapFile('{ "date": "Day", "columns": { "Itch": "skin/itch" } }');
    expect(formatAndMap({ format: 'auto', map, seed: 1 })).toEqual({
      format: 'csv',
      map: { date: 'Day', columns: { Itch: 'skin/itch' } },
    });
    expect(formatAndMap({ format: 'daylio', seed: 1 })).toEqual({ format: 'daylio' });
  });

  test('format and map must fit', () => {
    const map = mapFile('{ "date": "Day", "columns": {} }');
    expect(() => formatAndMap({ format: 'csv', seed: 1 })).toThrow('--map');
    expect(() => formatAndMap({ format: 'daylio', map, seed: 1 })).toThrow('daylio');
  });

  test.each([
    ['{', 'JSON'],
    ['[]', '"date" and "columns"'],
    ['{ "date": "Day" }', 'columns'],
    ['{ "date": "Day", "columns": { "Itch": "itch" } }', 'Itch'],
    ['{ "date": "Day", "columns": {}, "colour": 1 }', 'colour'],
  ])('a map that is none: %s', (content, message) => {
    expect(() => formatAndMap({ format: 'csv', map: mapFile(content), seed: 1 })).toThrow(message);
  });
});
