import { joined } from '../bytes.ts';
import { type Stripped, textAt, uint32 } from './bytes.ts';
import { orientationOf, tiffOf } from './orientation.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Chunks that the picture is made of (PNG, third edition); text, times and unknown ones are not among them. */
const keptChunks: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT'.split(' '),
);

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

const crc32 = (bytes: Uint8Array): number => {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};

const chunk = (type: string, body: Uint8Array): Uint8Array => {
  const named = joined([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), body]);
  return joined([uint32(body.length), named, uint32(crc32(named))]);
};

/** A PNG with its pixels and colours only, and its way up. Null when its chunks are damaged or the end is missing. */
export const stripPng = (bytes: Uint8Array): Stripped | null => {
  if (signature.some((byte, k) => bytes[k] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  const removed: string[] = [];
  let orientation: number | null = null;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const type = textAt(bytes, at + 4, 4);
    if (type === 'eXIf') orientation ??= orientationOf(bytes.subarray(at + 8, end - 4));
    if (keptChunks.has(type)) kept.push(bytes.subarray(at, end));
    else removed.push(type);
    if (type === 'IEND') {
      if (end < bytes.length) removed.push('trailer');
      const [header, ...rest] = kept;
      if (header === undefined || textAt(header, 4, 4) !== 'IHDR') return null;
      const turned =
        orientation === null || orientation === 1 ? [] : [chunk('eXIf', tiffOf(orientation))];
      return { bytes: joined([bytes.subarray(0, 8), header, ...turned, ...rest]), removed };
    }
    at = end;
  }
  return null;
};
