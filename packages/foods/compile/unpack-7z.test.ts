import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackLzma2 } from './lzma2.ts';
import { unpack7z } from './unpack-7z.ts';

/** Packed by another program; see fixtures/make-small-7z.py, which prints size and checksum. */
const archive = new Uint8Array(readFileSync(new URL('fixtures/small.7z', import.meta.url)));
const size = 42748;
const checksum = 1058006644;

const changed = (at: number, to: number): Uint8Array => {
  const copy = Uint8Array.from(archive);
  copy[at] = to;
  return copy;
};

describe('a 7z archive of one file', () => {
  it('is unpacked, through packed and plain chunks', () => {
    const content = unpack7z(archive);
    expect(content).toHaveLength(size);
    expect(crc32(content)).toBe(checksum);
    expect(new TextDecoder('latin1').decode(content.subarray(0, 20))).toBe('~00001~^~203~^20.3^1');
  });

  it('is refused when it is none, is cut, or packed in another way', () => {
    expect(() => unpack7z(changed(0, 0x50))).toThrow(/signature/u);
    expect(() => unpack7z(archive.subarray(0, 10))).toThrow(/ends too early/u);
    expect(() => unpack7z(archive.subarray(0, -3))).toThrow(/damaged header/u);
    expect(() => unpack7z(changed(archive.length - 20, 1))).toThrow(/damaged header/u);
  });

  it('is refused when a byte of its content is another', () => {
    for (const at of [60, 500, 3000, 15_000, archive.length - 120])
      expect(() => unpack7z(changed(at, archive[at]! ^ 0x10))).toThrow(RangeError);
  });
});

describe('a packed stream', () => {
  it('is refused when it ends early or begins with an unknown chunk', () => {
    expect(() => unpackLzma2(Uint8Array.of(), 0)).toThrow(/damaged/u);
    expect(() => unpackLzma2(Uint8Array.of(0x44, 0, 0), 4)).toThrow(/damaged/u);
    expect(() => unpackLzma2(Uint8Array.of(1, 0, 9, 65), 10)).toThrow(/damaged/u);
    expect(() => unpackLzma2(Uint8Array.of(0), 1)).toThrow(/damaged/u);
  });

  it('may be plain', () => {
    expect([...unpackLzma2(Uint8Array.of(1, 0, 1, 65, 66, 0), 2)]).toEqual([65, 66]);
  });
});
