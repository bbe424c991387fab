import { expect, test } from 'vitest';
import { reportIn } from './report-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a page and a PDF are told by what is in them, byte for byte', () => {
  const pdf = Uint8Array.of(...bytes('%PDF-1.7\n'), 0, 255, 10);
  expect(reportIn(pdf)).toEqual({
    mediaType: 'application/pdf',
    content: Buffer.from(pdf).toString('base64'),
  });
  expect(reportIn(bytes('\n<!DOCTYPE html><p>Ä'))?.mediaType).toBe('text/html');
  const large = new Uint8Array(2 * 1024 * 1024).fill(65);
  large.set(bytes('<html>'));
  expect(reportIn(large)?.content).toBe(Buffer.from(large).toString('base64'));
});

test.each([
  ['nothing', new Uint8Array()],
  ['a table', bytes('date,itch')],
  ['a document for a system', bytes('{"resourceType": "Bundle"}')],
  ['too much', new Uint8Array(2 * 1024 * 1024 + 1).fill(65)],
])('%s is none', (_, content) => {
  expect(reportIn(content)).toBeNull();
});
