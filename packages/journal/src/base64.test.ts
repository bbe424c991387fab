import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';

test('writes and reads what Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = toBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(text)).toEqual(bytes);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('knows one way only to write the same bytes', () => {
  for (const other of [
    'A',
    'AA',
    'AAA',
    'AA=A',
    'A===',
    '====',
    'AB==',
    'AAB=',
    'AA==AA==',
    'AA-_',
    'AA\n=',
    'ÄAAA',
    'AAA==',
  ])
    expect([other, fromBase64(other)]).toEqual([other, null]);
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const bytes = fromBase64(text);
      if (bytes !== null) expect(toBase64(bytes)).toBe(text);
    }),
    { seed: 1, numRuns: 500 },
  );
});
