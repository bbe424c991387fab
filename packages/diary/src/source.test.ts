import { describe, expect, it } from 'vitest';
import { UnusableInput } from './importer.ts';
import { chunksOf, linesOf, peek, textOf } from './source.ts';

const gather = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
};

describe('textOf', () => {
  it('decodes characters that are cut between chunks and removes one byte order mark', async () => {
    const content = '\uFEFF\uFEFFaé€😀'.repeat(9);
    for (const size of [1, 2, 3, 5, 16, 17]) {
      const pieces = await gather(textOf(chunksOf(content, size), { file: 'f' }));
      expect(pieces.join('')).toBe(content.slice(1));
    }
  });

  it('counts bytes', async () => {
    const seen: number[] = [];
    const onProgress = (bytes: number) => seen.push(bytes);
    await gather(textOf(chunksOf('x'.repeat(50), 20), { file: 'f', onProgress }));
    expect(seen).toEqual([20, 40, 50]);
  });

  it('counts lines up to a damaged character across chunks', async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('0123456789abcdef\r\ncd\re€\n'),
      120,
      0xff,
      120,
    ]);
    for (const size of [1, 2, 3, 4, 17, 50]) {
      const reading = gather(textOf(chunksOf(bytes, size), { file: 'f' }));
      await expect(reading).rejects.toMatchObject({ place: { file: 'f', line: 4, column: 2 } });
    }
  });
});

describe('linesOf', () => {
  it('splits at LF, CR and CRLF wherever the chunks end', async () => {
    for (const size of [1, 2, 3, 50]) {
      const lines = await gather(linesOf(chunksOf('a\r\n\rb\nc\n', size), { file: 'f' }));
      expect(lines).toEqual([
        { line: 1, text: 'a' },
        { line: 2, text: '' },
        { line: 3, text: 'b' },
        { line: 4, text: 'c' },
      ]);
    }
  });

  it('refuses an over-long line', async () => {
    const reading = gather(linesOf(chunksOf(`a\n${'x'.repeat(200)}`), { file: 'f', maxLine: 100 }));
    await expect(reading).rejects.toThrow(UnusableInput);
    await expect(
      gather(linesOf(chunksOf(`a\n${'x'.repeat(200)}`), { file: 'f', maxLine: 100 })),
    ).rejects.toThrow('f, line 2: expected a line of at most 100 characters');
  });
});

describe('peek', () => {
  it('keeps the stream readable from its beginning', async () => {
    const content = '\uFEFFé'.repeat(40_000);
    const { head, chunks } = await peek(chunksOf(content, 1000));
    expect(content.slice(1).startsWith(head)).toBe(true);
    expect(new TextEncoder().encode(head).length).toBeGreaterThan(65_000);
    expect((await gather(textOf(chunks, { file: 'f' }))).join('')).toBe(content.slice(1));
  });

  it('closes the source when the reader stops early', async () => {
    let closed = false;
    async function* source() {
      try {
        for (;;) yield new Uint8Array(1000);
      } finally {
        closed = true;
      }
    }
    const { chunks } = await peek(source());
    for await (const _ of chunks) break;
    expect(closed).toBe(true);
  });
});
