import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
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
  it('is unpacked, through packed and plain chunks', async () => {
    const content = await unpack7z(archive);
    expect(content).toHaveLength(size);
    expect(crc32(content)).toBe(checksum);
    expect(new TextDecoder('latin1').decode(content.subarray(0, 20))).toBe('~00001~^~203~^20.3^1');
  });

  it('is refused when it is none, or is cut', async () => {
    await expect(unpack7z(changed(0, 0x50))).rejects.toThrow(RangeError);
    await expect(unpack7z(archive.subarray(0, 10))).rejects.toThrow(RangeError);
    await expect(unpack7z(archive.subarray(0, -3))).rejects.toThrow(RangeError);
    await expect(unpack7z(changed(archive.length - 20, 1))).rejects.toThrow(RangeError);
    await expect(unpack7z(new Uint8Array())).rejects.toThrow(RangeError);
  });

  it('is refused when a byte of its content is another', async () => {
    for (const at of [60, 500, 3000, 15_000])
      await expect(unpack7z(changed(at, archive[at]! ^ 0x10))).rejects.toThrow(RangeError);
  });
});
