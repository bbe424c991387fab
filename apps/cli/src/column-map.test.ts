import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatAndMap } from './column-map.ts';

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
