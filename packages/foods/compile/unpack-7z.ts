import { crc32 } from 'node:zlib';
import { unpackLzma2 } from './lzma2.ts';

const signature = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c];
const lzma2 = 0x21;

const refuse = (what: string): never => {
  throw new RangeError(`the 7z archive ${what}`);
};

/** Reads numbers and bytes one after the other. */
const createReader = (bytes: Uint8Array) => {
  let at = 0;
  const byte = (): number => bytes[at++] ?? refuse('ends too early');
  const bytesOf = (count: number): Uint8Array => bytes.subarray(at, (at += count));
  /** The format's variable-length number: leading ones of the first byte count the bytes that follow. */
  const number = (): number => {
    const first = byte();
    let mask = 0x80;
    let value = 0;
    for (let i = 0; i < 8; i++) {
      if ((first & mask) === 0) return value + (first & (mask - 1)) * 2 ** (8 * i);
      value += byte() * 2 ** (8 * i);
      mask >>= 1;
    }
    return value;
  };
  const expect = (...wanted: number[]): void => {
    for (const one of wanted) if (byte() !== one) refuse('is not one file packed with LZMA2');
  };
  const checksum = (): number => bytesOf(4).reduceRight((sum, one) => sum * 256 + one, 0);
  return { byte, bytesOf, number, expect, checksum };
};

/**
 * The content of a 7z archive that holds one file packed with LZMA2 and a plain header, as published nutrient
 * tables come. Format: 7zFormat.txt of the LZMA SDK (public domain).
 * @throws RangeError for any other archive, and when a checksum differs
 */
export const unpack7z = (archive: Uint8Array): Uint8Array => {
  if (signature.some((one, i) => archive[i] !== one)) refuse('has another signature');
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (archive.length < 32) refuse('ends too early');
  const headerStart = 32 + Number(view.getBigUint64(12, true));
  const header = archive.subarray(headerStart, headerStart + Number(view.getBigUint64(20, true)));
  if (crc32(header) !== view.getUint32(28, true)) refuse('has a damaged header');
  const { byte, bytesOf, number, expect, checksum } = createReader(header);
  // Header, main streams, pack info: one stream.
  expect(0x01, 0x04, 0x06);
  const packedStart = 32 + number();
  expect(0x01, 0x09);
  const packedSize = number();
  expect(0x00);
  // Coders: one folder, one coder with properties.
  expect(0x07, 0x0b, 0x01, 0x00, 0x01);
  const flags = byte();
  if ((flags & 0x0f) !== 1 || byte() !== lzma2) refuse('is not one file packed with LZMA2');
  if ((flags & 0x20) !== 0) bytesOf(number());
  expect(0x0c);
  const size = number();
  const packed = archive.subarray(packedStart, packedStart + packedSize);
  const content = unpackLzma2(packed, size);
  // The checksum stands with the folder or with the sub-stream.
  let next = byte();
  if (next === 0x00) {
    expect(0x08);
    next = byte();
  }
  if (next !== 0x0a) refuse('has no checksum');
  expect(0x01);
  if (crc32(content) !== checksum()) refuse('has a damaged content');
  return content;
};
