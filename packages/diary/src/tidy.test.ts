import { describe, expect, it } from 'vitest';
import type { Diary } from './diary.ts';
import { UnusableInput } from './importer.ts';
import { readDiary } from './read-diary.ts';
import { chunksOf } from './source.ts';
import { tidyImporter, writeTidy } from './tidy.ts';

const read = (text: string): Promise<Diary> =>
  readDiary(chunksOf(text), {
    file: 'diary.csv',
    format: 'auto',
    importers: [tidyImporter],
    today: '2026-06-01',
  });
const codes = (diary: Diary) => diary.warnings.map(({ code, count }) => [code, count]);

describe('reading the tidy diary', () => {
  it('reads any optional columns in any order', async () => {
    const diary = await read(
      [
        '#scale skin/itch 0 10',
        'Note,date,category,name,value,site,time',
        '"woke up,\n""raw""",2026-03-02,Skin, Itch ,7.5,face,8:05',
        ',2026-03-01,food,rice,,,',
        'late,2026-03-01,note,diary,,,',
      ].join('\n'),
    );
    expect(diary).toEqual({
      observations: [
        { date: '2026-03-01', category: 'food', name: 'rice', value: 1 },
        { date: '2026-03-01', category: 'note', name: 'diary', value: null, note: 'late' },
        {
          date: '2026-03-02',
          category: 'skin',
          name: 'Itch',
          value: 7.5,
          time: '08:05',
          site: 'face',
          note: 'woke up,\n"raw"',
        },
      ],
      scales: new Map([['skin/itch', { min: 0, max: 10, inferred: false }]]),
      warnings: [{ code: 'time-format', text: expect.any(String), count: 1 }],
    });
  });

  it('accepts oddities and counts them', async () => {
    const diary = await read(
      '\uFEFFdate;category;name;value;mood of the cat\r\n' +
        '2026-03-01;skin;itch;2,5;x\r\n2026-03-01;skin;itch;2.5;y\r\n2026-07-01;gut;pain;3,5;z\r\n',
    );
    expect(codes(diary)).toEqual([
      ['bom', 1],
      ['semicolon', 1],
      ['crlf', 1],
      ['unknown-column', 1],
      ['decimal-comma', 2],
      ['duplicate-row', 1],
      ['future-date', 1],
    ]);
    expect(diary.observations.map(({ value }) => value)).toEqual([2.5, 2.5, 3.5]);
  });

  it('reads scales that a spreadsheet has quoted or padded, and widens what does not hold', async () => {
    const diary = await read(
      '"#scale skin/red, ""hot"" 0 4",,\n#scale gut/a 1 2 0 5,,,\n# made by hand\n' +
        'date,category,name,value\n2026-03-01,gut,a 1 2,6\n',
    );
    expect([...diary.scales.keys()]).toEqual(['gut/a 1 2', 'skin/red, "hot"']);
    expect(codes(diary)).toEqual([
      ['comment', 1],
      ['outside-scale', 1],
    ]);
  });

  it.each([
    ['', 'diary.csv, line 1, column 1: expected a diary, found an empty file'],
    [
      'date,category,name\n',
      'line 1, column 1: expected the header date,category,name,value; the column "value" is',
    ],
    ['day,what\n', 'line 1, column 1: expected the header date,category,name,value, or a file'],
    ['2026-01-01,skin,itch,3\n', 'column 1: expected the header date,category,name,value; the'],
    ['date,category,name,value\n01/02/2026,skin,itch,1', 'line 2, column 1 (date): expected a day'],
    ['date,category,name,value\n2026-02-29,skin,itch,1', 'line 2, column 1 (date): expected a day'],
    ['date,category,name,value\n\n2026-02-01,skn,itch,1', 'line 3, column 2 (category): expected'],
    ['date,category,name,value\n2026-02-01,skin, ,1', 'line 2, column 3 (name): expected a name'],
    ['date,category,name,value\n2026-02-01,skin,itch,', 'column 4 (value): expected a number'],
    ['date,category,name,value\n2026-02-01,skin,itch,1e999', 'column 4 (value): expected a number'],
    ['date,category,name,value\n2026-02-01,skin,itch,3,5', 'line 2, column 5: expected 4 cells'],
    ['date,category,name,value\n2026-02-01,ski', 'line 2, column 3: expected 4 cells'],
    ['date,category,name,value,time\n2026-02-01,skin,itch,3,25:00', 'column 5 (time): expected'],
    ['date,category,name,value,date\n', 'line 1, column 5: expected one column "date"'],
    ['#scale skin/itch 10 0\ndate,category,name,value\n', 'line 1, column 1: expected a scale'],
    ['#scale itch 0 10\ndate,category,name,value\n', 'line 1, column 1: expected a scale'],
    [
      '#scale skin/itch 0 4\n#scale skin/Itch 0 10\ndate,category,name,value\n',
      'line 2, column 1: expected one scale',
    ],
  ])('refuses %j', async (text, message) => {
    const error: unknown = await read(text).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnusableInput);
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).not.toMatch(/[\r\n]/u);
  });

  it('gives an empty diary from a header alone', async () => {
    expect((await read('date,category,name,value')).observations).toEqual([]);
  });
});

describe('writing the tidy diary', () => {
  it('writes the same bytes whatever the order of rows that differ in one cell only', async () => {
    const rows = [
      '2026-03-01,skin,itch,1,,,,',
      '2026-03-01,skin,itch,1,,,,b',
      '2026-03-01,skin,itch,1,,,face,',
      '2026-03-01,skin,itch,1,,mm,,',
      '2026-03-01,skin,itch,2,,,,',
      '2026-03-01,skin,Itch,1,,,,',
      '2026-03-01,skin,itch,1,08:00,,,',
    ];
    const textOf = async (order: string[]) =>
      writeTidy(await read(`date,category,name,value,time,unit,site,note\n${order.join('\n')}\n`));
    const text = await textOf(rows);
    for (let turn = 1; turn < rows.length; turn++) {
      const turned = [...rows.slice(turn), ...rows.slice(0, turn)];
      expect(await textOf(turned)).toBe(text);
      expect(await textOf(turned.reverse())).toBe(text);
    }
  });

  it('writes only the columns in use, and no inferred scale', async () => {
    const text =
      '#scale skin/itch 0 10\ndate,category,name,value,site\n' +
      '2026-03-01,skin,itch,-0.5,face\n2026-03-01,food,"rice, white",1e-7,\n';
    const diary = await read(text);
    expect(writeTidy(diary)).toBe(text);
    const scales = new Map([['skin/itch', { min: 0, max: 10, inferred: true }]]);
    expect(writeTidy({ observations: [], scales })).toBe('date,category,name,value\n');
  });

  it('neutralises formulas and gives the very text back', async () => {
    const names = ['=1+1', '+a', '-b', '@c', "'=d", "''-e", "'f", 'g=h', '-3'];
    const observations = names.map((name) => ({
      date: '2026-03-01',
      category: 'food' as const,
      name,
      value: -2,
      note: `\t${name}`,
    }));
    const scales = new Map([['food/a,=b', { min: 0, max: 1, inferred: false }]]);
    const text = writeTidy({ observations, scales });
    expect(text).toContain("2026-03-01,food,'=1+1,-2,");
    expect(text).toContain("2026-03-01,food,''=d,-2,");
    expect(text).toContain("2026-03-01,food,'f,-2,");
    expect(text).toContain('"#scale food/a,=b 0 1"');
    for (const line of text.split('\n')) {
      for (const cell of line.split(',').slice(2)) expect(cell).not.toMatch(/^"?[=+@\t]/u);
    }
    const back = await read(text);
    expect(new Set(back.observations.map(({ name, note }) => `${name}|${note}`))).toEqual(
      new Set(names.map((name) => `${name}|\t${name}`)),
    );
  });
});
