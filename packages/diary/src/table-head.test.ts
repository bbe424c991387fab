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

test('a table without dates is a table all the same', async () => {
  expect(await headOf('a,b\n1,2\n')).toMatchObject({ date: null });
});

test.each([
  ['a tidy diary', 'date,category,name,value\n2024-03-01,skin,itch,3\n'],
  ['one column', 'Two eggs and a pinch of salt.\nStir.\n'],
  ['only names', 'a,b\n'],
  ['a column without a name', 'a,,c\n1,2,3\n'],
  ['nothing', ''],
  ['lines of different lengths', 'a,b\n1,2,3\n'],
])('%s is none', async (_, text) => {
  expect(await headOf(text)).toBeNull();
});

test('bytes that are no text are none', async () => {
  expect(await headOf(Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0xff, 0xfe, 0x00, 0x81))).toBeNull();
});
