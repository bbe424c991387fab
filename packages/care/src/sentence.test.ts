import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { list, nameOf, note, plain, tidy } from './sentence.ts';

describe('tidy', () => {
  it('lets no control or direction mark through, and stays short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const shown = tidy(text);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
        expect([...shown].length).toBeLessThanOrEqual(80);
        expect(tidy(shown)).toBe(shown);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('keeps letters of every script', () => {
    expect(tidy('  שוקולד \n  crème brûlée 抹茶 ')).toBe('שוקולד crème brûlée 抹茶');
    expect(nameOf('\u202e\u0007').name).toBe('unnamed');
  });
});

describe('note', () => {
  it('shortens words, not sentences', () => {
    const long = `${'word '.repeat(60)}${'x'.repeat(200)}`;
    expect(note(long)).toHaveLength(60 * 5 + 80);
    expect(note('a\u001b[2J\r\n b')).toBe('a[2J b');
  });
});

describe('list', () => {
  const names = ['a', 'b', 'c', 'd'].map(nameOf);
  it('joins names as people do', () => {
    expect(plain(list([]))).toBe('');
    expect(plain(list(names.slice(0, 1)))).toBe('“a”');
    expect(plain(list(names.slice(0, 2), 'or'))).toBe('“a” or “b”');
    expect(plain(list(names))).toBe('“a”, “b”, “c” and “d”');
    expect(plain(list(names, 'and', 2))).toBe('“a”, “b” and 2 more');
  });
});
