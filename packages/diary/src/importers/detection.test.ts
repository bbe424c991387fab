import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixtureText } from '../../fixtures/read-fixture.ts';
import { csvImporter, tidyImporter } from '../index.ts';
import { importers } from './index.ts';

const folder = new URL('../../fixtures/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => /\.(?:csv|xml)$/u.test(name));
const all = [tidyImporter, csvImporter, ...importers];

describe('detection', () => {
  it('has a fixture for every format', () => {
    for (const { format } of importers) {
      expect(fixtures.some((name) => name.startsWith(format))).toBe(true);
    }
  });

  it.each(fixtures)('finds %s by its content, and no other format is as sure', (name) => {
    const head = fixtureText(name);
    const scores = all
      .map(({ format, detect }) => ({ format, sureness: detect(head) }))
      .sort((a, b) => b.sureness - a.sureness);
    expect(name.startsWith(scores[0]!.format)).toBe(true);
    expect(scores[0]!.sureness).toBeGreaterThanOrEqual(0.9);
    expect(scores[1]!.sureness).toBeLessThan(0.9);
  });

  it.each([
    'date,category,name,value\n2024-01-01,skin,itch,2\n',
    '#scale skin/itch 0 10\ndate;category;name;value\n',
    'Day,Itch,Coffee\n2024-01-01,2,1\n',
    'Date,Tags\n',
    '',
    '\n\n',
    '{"a": 1}',
    '<html><body>Record</body></html>',
    'just some words, with a comma',
    '12/26/2017',
  ])('claims nothing of %j', (head) => {
    for (const { detect } of importers) expect(detect(head)).toBe(0);
  });

  it('reads the header through a byte order mark, quotes, blanks and capitals', () => {
    const surest = (head: string) =>
      importers.filter(({ detect }) => detect(head) >= 0.9).map(({ format }) => format);
    expect(
      surest('\uFEFF"full_date", "date","weekday","time","mood","activities","note"\r\n'),
    ).toEqual(['daylio']);
    expect(
      surest('"date";"weekday";"time of day";"category";"rating/amount";"detail";"notes"'),
    ).toEqual(['bearable']);
    expect(surest('"12/26/2017", "10:00 AM", "Symptom", "Itch"')).toEqual(['mysymptoms']);
  });
});
