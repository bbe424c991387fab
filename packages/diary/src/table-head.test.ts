import { expect, test } from 'vitest';
import { importers } from './importers/index.ts';
import { chunksOf } from './source.ts';
import { tableHead } from './table-head.ts';
import { tidyImporter } from './tidy.ts';

const headOf = (text: string | Uint8Array) =>
  tableHead(chunksOf(text), { file: 'a.csv', importers: [tidyImporter, ...importers] });

test('a table of nobody: its columns, their first filled cells, and which holds the dates', async () => {
  const table = await headOf(
    'Jucken;Tag;Milch;__proto__\n4;01.03.2024;ja;1\n;02.03.2024;nein;\n2;03.03.2024;;2\n1;04.03.2024;ja;\n0;05.03.2024;ja;\n',
  );
  expect(table).toEqual({
    columns: [
      { name: 'Jucken', examples: ['4', '2', '1'] },
      { name: 'Tag', examples: ['01.03.2024', '02.03.2024', '03.03.2024'] },
      { name: 'Milch', examples: ['ja', 'nein', 'ja'] },
      { name: '__proto__', examples: ['1', '2'] },
    ],
    date: 1,
  });
});

test('columns that cannot be told by their name are left out', async () => {
  expect(await headOf(',Day,Itch,Note,Note,\n0,2024-03-01,3,a,b,\n1,2024-03-02,4,,c,\n')).toEqual({
    columns: [
      { name: 'Day', examples: ['2024-03-01', '2024-03-02'] },
      { name: 'Itch', examples: ['3', '4'] },
    ],
    date: 0,
  });
});

test.each([
  ['03/25/2024', 'month'],
  ['25/03/2024', 'day'],
])('%s is a date, %s first', async (day) => {
  expect(await headOf(`Itch,Day\n3,${day}\n`)).toMatchObject({ date: 1 });
});

test('a table without dates is a table all the same', async () => {
  expect(await headOf('a,b\n1,2\n')).toMatchObject({ date: null });
});

test.each([
  ['a tidy diary', 'date,category,name,value\n2024-03-01,skin,itch,3\n'],
  ['one column', 'Two eggs and a pinch of salt.\nStir.\n'],
  ['only names', 'a,b\n'],
  ['one column that can be told', 'a,,b,b\n1,2,3,4\n'],
  ['nothing', ''],
  ['lines of different lengths', 'a,b\n1,2,3\n'],
])('%s is none', async (_, text) => {
  expect(await headOf(text)).toBeNull();
});

test('bytes that are no text are none', async () => {
  expect(await headOf(Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0xff, 0xfe, 0x00, 0x81))).toBeNull();
});
