import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnusableInput } from './importer.ts';
import { type Oddity, type RowOptions, readRows } from './rows.ts';
import { chunksOf } from './source.ts';

const read = async (
  content: string | Uint8Array,
  options: Partial<RowOptions> = {},
  size?: number,
) => {
  const rows = [];
  for await (const row of readRows(chunksOf(content, size), { file: 'f.csv', ...options })) {
    rows.push([row.line, ...row.cells]);
  }
  return rows;
};
const failure = async (content: string | Uint8Array, options: Partial<RowOptions> = {}) => {
  try {
    await read(content, options);
  } catch (error) {
    if (error instanceof UnusableInput) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('readRows', () => {
  it('gives rows with the line on which they begin', async () => {
    expect(await read('a,b\n1,"x\ny"\n\n3,"say ""hi"""\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x\ny'],
      [5, '3', 'say "hi"'],
    ]);
  });

  it('reads CR, CRLF, a missing last line end and empty cells', async () => {
    const rows = [
      [1, 'a', 'b'],
      [2, '', ''],
      [3, '1', ''],
    ];
    expect(await read('a,b\r\n,\r\n1,')).toEqual(rows);
    expect(await read('a,b\r,\r1,\r')).toEqual(rows);
    expect(await read('""\n')).toEqual([[1, '']]);
  });

  it('ignores blanks around a quoted cell only', async () => {
    expect(await read('x, "a, b" , c "d" \n', { raggedAllowed: true })).toEqual([
      [1, 'x', 'a, b', ' c "d" '],
    ]);
  });

  it('tells oddities once and hands comments over before the first row only', async () => {
    const oddities: Oddity[] = [];
    const comments: unknown[] = [];
    const rows = await read('\uFEFF#scale a, "b" 0 1\r\nx;y\r\n#1;2,5\r\n', {
      onOddity: (oddity) => oddities.push(oddity),
      onComment: (text, line) => comments.push([line, text]),
    });
    expect(rows).toEqual([
      [2, 'x', 'y'],
      [3, '#1', '2,5'],
    ]);
    expect(comments).toEqual([[1, '#scale a, "b" 0 1']]);
    expect(oddities).toEqual(['bom', 'semicolon', 'crlf']);
  });

  it.each([
    ['date;a;b\n1;2,5;3,5\n', ';'],
    ['Date,Foods\n2020-01-01,"a; b; c; d"\n2020-01-02,e; f; g; h\n', ','],
    ['a\tb\n1\t"2,3,4"\n', '\t'],
  ] as const)('finds the separator of %j', async (text, delimiter) => {
    expect(await read(text)).toEqual(await read(text, { delimiter }));
  });

  it('names the place of what it refuses', async () => {
    const latin = new Uint8Array([...new TextEncoder().encode('a,b\né,'), 0xe9, 0x0a]);
    expect((await failure(latin)).message).toBe(
      'f.csv, line 2, column 3: expected UTF-8 text; save the file as UTF-8',
    );
    expect((await failure('a,b\n1,2\0\n')).place).toEqual({ file: 'f.csv', line: 2, column: 4 });
    expect((await failure('a,b\n1,2,3\n')).message).toContain('line 2, column 3: expected 2 cells');
    expect((await failure('a,b\n1,"2\n3,4\n')).message).toContain(
      'line 2, column 2: expected a clos',
    );
    expect((await failure('a,b\n1,"2"x\n')).message).toContain('line 2, column 2: expected a sep');
    expect((await failure('PK\x03\x04 whatever is in it')).message).toContain('ZIP');
    expect((await failure(new Uint8Array([0xe2, 0x82]))).message).toContain('UTF-8');
  });

  it('refuses a line of 10 MB in one clear line and in little time', async () => {
    const began = performance.now();
    for (const [text, expectation] of [
      [`a,b\n1,${'x'.repeat(10_000_000)}\n`, 'column 2: expected a cell of at most 1000000'],
      [`a,b\n1,"${'x\n'.repeat(5_000_000)}\n`, 'column 2: expected a cell of at most 1000000'],
      [`a,b\n${','.repeat(10_000_000)}\n`, 'expected at most 100000 cells'],
      [`a,b\n${`${'x'.repeat(99)},`.repeat(99_999)}\n`, 'expected a line of at most 4000000'],
    ] as const) {
      const { message } = await failure(text);
      expect(message).toMatch(/^f\.csv, line 2, column \d+: /u);
      expect(message).toContain(expectation);
      expect(message).not.toContain('\n');
    }
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('gives the same rows however the bytes are cut', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', '\r', '\t', 'é', '😀', '#'),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        async (table, size) => {
          const text = table
            .map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          const rows = await read(text, { delimiter: ',', raggedAllowed: true }, size);
          expect(rows.map((row) => row.slice(1))).toEqual(table);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('never throws anything but UnusableInput on noise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await read(bytes).catch((error: unknown) => {
          expect(error).toBeInstanceOf(UnusableInput);
        });
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
