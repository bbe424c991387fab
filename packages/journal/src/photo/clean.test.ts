import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanJpeg, jpeg, png, secret, webp } from '../../fixtures/photos.ts';
import { cleanPhoto } from './clean.ts';
import { orientationOf } from './orientation.ts';

const holds = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text);
const wayUp = (bytes: Uint8Array, before: string): number | null => {
  const at = Buffer.from(bytes).indexOf(before);
  return at < 0 ? null : orientationOf(bytes.subarray(at + before.length));
};

const kinds = [
  ['JPEG', jpeg, 'Exif\0\0', ['EXIF', 'XMP', 'APP2', 'IPTC', 'comment', 'comment', 'trailer']],
  ['PNG', png, 'eXIf', ['tEXt', 'eXIf', 'tIME', 'iTXt', 'zzZz', 'trailer']],
  ['WebP', webp, 'EXIF\u001a\0\0\0', ['trailer', 'EXIF', 'XMP']],
] as const;

describe.each(kinds)('a %s', (_, make, before, removed) => {
  test('loses its place, time and comments', () => {
    expect(holds(make(), secret)).toBe(true);
    const clean = cleanPhoto(make());
    expect(clean.removed).toEqual(removed);
    expect(holds(clean.bytes, secret)).toBe(false);
    expect(holds(clean.bytes, before)).toBe(false);
  });

  test.each([3, 6, 8])('keeps its way up %i and nothing else', (orientation) => {
    const { bytes } = cleanPhoto(make(orientation));
    expect(wayUp(bytes, before)).toBe(orientation);
    expect(holds(bytes, secret)).toBe(false);
  });

  test('comes out the same when it is cleaned again, with the same id', () => {
    for (const orientation of [1, 6]) {
      const clean = cleanPhoto(make(orientation));
      expect(cleanPhoto(clean.bytes)).toMatchObject({ id: clean.id, bytes: clean.bytes });
      expect(clean.id).toMatch(/^[0-9a-f]{32}$/u);
    }
  });

  test('that is cut short or damaged is refused or cleaned, never kept as it was', () => {
    const whole = make(6);
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.nat(whole.length - 1),
        fc.nat(255),
        (length, at, value) => {
          const changed = whole.slice(0, Math.max(4, length));
          if (at > 3 && at < changed.length) changed[at] = value;
          let clean: Uint8Array | null = null;
          try {
            clean = cleanPhoto(changed).bytes;
          } catch (error) {
            expect((error as Error).name).toBe('UnusableInput');
          }
          // A changed length may make the place a part of the picture itself; no file says then that it is a place.
          if (clean !== null) expect(cleanPhoto(clean).bytes).toEqual(clean);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });
});

test('a JPEG keeps its picture to the bit', () => {
  expect(cleanPhoto(jpeg()).bytes).toEqual(cleanJpeg);
});

test('the way up is read in either byte order', () => {
  expect(wayUp(cleanPhoto(jpeg(8, false)).bytes, 'Exif\0\0')).toBe(8);
});

test.each([
  ['nothing', new Uint8Array(0), 'photo: expected a photo as JPEG, PNG or WebP'],
  ['a page', new TextEncoder().encode('<html>'), 'photo: expected a photo as JPEG, PNG or WebP'],
  [
    'the beginning of one',
    jpeg().slice(0, 40),
    'photo: expected a whole photo, found a damaged one',
  ],
])('%s is no photo', (_, bytes, message) => {
  expect(() => cleanPhoto(bytes)).toThrow(message);
});

test('a PNG that is turned carries a chunk with the right sum', () => {
  const { bytes } = cleanPhoto(png(6));
  const start = Buffer.from(bytes).indexOf('eXIf');
  const body = bytes.subarray(start, start + 4 + 26);
  expect(Buffer.from(bytes).readUInt32BE(start - 4)).toBe(26);
  expect(Buffer.from(bytes).readUInt32BE(start + 30)).toBe(crc32(body));
});

test.each([
  [1, 0x20],
  [6, 0x28],
])('a WebP with the way up %i says what it holds', (orientation, flags) => {
  const { bytes } = cleanPhoto(webp(orientation));
  expect(bytes[20]).toBe(flags);
  expect(Buffer.from(bytes).readUInt32LE(4)).toBe(bytes.length - 8);
});
