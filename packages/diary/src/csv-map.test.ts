import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvImporter, parseColumnMap } from './csv-map.ts';
import { UnusableInput } from './importer.ts';
import { readDiary } from './read-diary.ts';
import { chunksOf } from './source.ts';
import { tidyImporter } from './tidy.ts';

const read = (text: string | Uint8Array, map: unknown) =>
  readDiary(chunksOf(text), {
    file: 'table.csv',
    format: 'auto',
    importers: [tidyImporter, csvImporter],
    map: parseColumnMap(typeof map === 'string' ? map : JSON.stringify(map), 'map.json'),
    today: '2030-01-01',
  });
const rows = async (text: string, map: unknown) =>
  (await read(text, map)).observations.map(({ date, time, category, name, value, note }) =>
    [date, time, `${category}/${name}`, value ?? note].filter((part) => part !== undefined),
  );
const codes = async (text: string, map: unknown) =>
  (await read(text, map)).warnings.map(({ code, count }) => [code, count]);

const map = { date: 'Day', columns: { Itch: 'skin/itch', Coffee: 'food/coffee' } };

describe('a table read by a map', () => {
  it('keeps blank apart from zero', async () => {
    const text = 'Day,Itch,Coffee\n2026-03-01,2,0\n2026-03-02,,\n2026-03-03,n/a,yes\n,,\n';
    expect(await rows(text, map)).toEqual([
      ['2026-03-01', 'skin/itch', 2],
      ['2026-03-01', 'food/coffee', 0],
      ['2026-03-03', 'food/coffee', 1],
    ]);
    expect(await codes(text, map)).toEqual([
      ['not-recorded', 1],
      ['yes-no', 1],
    ]);
  });

  it('finds columns whatever their case, and lists what it does not read', async () => {
    const text = 'ITCH ;day;Coffee;Steps;"Mood; really"\r\n2,5;25/12/2025;1;4000;3\r\n';
    const diary = await read(text, map);
    expect(diary.observations).toEqual([
      { date: '2025-12-25', category: 'skin', name: 'itch', value: 2.5 },
      { date: '2025-12-25', category: 'food', name: 'coffee', value: 1 },
    ]);
    expect(diary.warnings).toContainEqual({
      code: 'unknown-column',
      text: 'These columns are not in your map and were not read: "Steps", "Mood; really".',
      count: 1,
    });
  });

  it('reads times, notes and stamps after midnight', async () => {
    const stamps = 'At,Itch,What\n2026-03-01 23:10,3,"red, hot"\n2026-03-02 01:00,5,\n';
    const stampMap = { date: 'At', columns: { Itch: 'skin/itch', What: 'note/diary' } };
    expect(await rows(stamps, stampMap)).toEqual([
      ['2026-03-01', 'skin/itch', 5],
      ['2026-03-01', '23:10', 'skin/itch', 3],
      ['2026-03-01', '23:10', 'note/diary', 'red, hot'],
    ]);
    expect(await codes(stamps, stampMap)).toEqual([['after-midnight', 1]]);
    const chosen = 'Day,At,Itch\n2026-03-02,1:00 AM,5\n';
    expect(await rows(chosen, { date: 'Day', time: 'At', columns: { Itch: 'skin/itch' } })).toEqual(
      [['2026-03-02', '01:00', 'skin/itch', 5]],
    );
  });

  it('takes any name for a column', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const hostileMap = `{"date":"Day","columns":{${names.map((n) => `"${n}":"food/${n}"`).join(',')}}}`;
    const table = `Day,${names.join(',')}\n2026-03-01,1,2,3\n`;
    expect((await rows(table, hostileMap)).map((row) => row.at(-2)).sort()).toEqual(
      names.map((name) => `food/${name}`).sort(),
    );
  });

  it.each([
    ['', map, 'table.csv, line 1, column 1: expected a line with the names'],
    [
      'Date,Itch,Coffee\n',
      map,
      'line 1, column 1: expected one column "Day", found 0; the columns',
    ],
    ['Day,Itch,Coffee,coffee\n', { ...map, time: 'At' }, 'expected one column "At", found 0'],
    ['Day,Itch,Itch\n', map, 'expected one column "Itch", found 2'],
    ['Day,Itch,Coffee\n2026-03-01,a lot,1\n', map, 'line 2, column 2 (Itch): expected a number'],
    ['Day,Itch,Coffee\nsoon,1,1\n', map, 'line 2, column 1 (Day): expected a date'],
    ['Day,Itch,Coffee\n01/02/2026,1,1\n', map, 'line 2, column 1 (Day): expected dates that tell'],
    ['Day,Itch,Coffee\n2026-03-01,1\n', map, 'line 2, column 3: expected 3 cells'],
    ['x', '{', 'map.json: expected JSON'],
    ['x', [], 'map.json: expected an object'],
    ['x', { columns: {} }, 'map.json: expected "date"'],
    ['x', { date: 'Day' }, 'map.json: expected "columns"'],
    [
      'x',
      { date: 'Day', columns: { A: 'itch' } },
      'map.json: expected CATEGORY/NAME for the column',
    ],
    ['x', { date: 'Day', columns: { A: 'skn/itch' } }, 'map.json: expected CATEGORY/NAME'],
    ['x', { date: 'Day', columns: { A: 7 } }, 'map.json: expected CATEGORY/NAME'],
    ['x', { ...map, dateOrder: 'ymd' }, 'map.json: expected "dateOrder"'],
    ['x', { ...map, utcOffset: 'CET' }, 'map.json: expected "utcOffset"'],
    ['x', { ...map, colour: 'red' }, 'map.json: expected date, time'],
  ])('refuses %j with %j', async (text, anyMap, message) => {
    const reading = async () => read(text, anyMap);
    const error: unknown = await reading().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnusableInput);
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).not.toMatch(/[\r\n]/u);
  });

  it('asks for a map', async () => {
    const options = { file: 't', format: 'csv', importers: [csvImporter], today: '2030-01-01' };
    await expect(readDiary(chunksOf('a,b'), { ...options, format: 'csv' })).rejects.toThrow(
      '--map',
    );
  });

  it('reads or refuses any damage in one line', async () => {
    const good = 'Day,Itch,Coffee\n2026-03-01,2,1\n2026-03-02,"3",\n25/12/2025,1,yes\n';
    const place = fc.nat({ max: good.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.uint8Array({ maxLength: 4 }), async (at, bytes) => {
        const damaged = new TextEncoder().encode(good);
        damaged.set(bytes.slice(0, damaged.length - at), at);
        try {
          expect(
            (await read(damaged.slice(0, damaged.length - ((bytes[0] ?? 0) % 20)), map)).scales
              .size,
          ).toBe(0);
        } catch (error) {
          expect(error).toBeInstanceOf(UnusableInput);
          expect((error as Error).message).toMatch(/^table\.csv, line \d+[^\r\n]*$/u);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
