import { joined } from '../bytes.ts';
import { type Stripped, textAt } from './bytes.ts';
import { orientationOf, tiffOf } from './orientation.ts';

const keptChunks: ReadonlySet<string> = new Set([
  'VP8 ',
  'VP8L',
  'VP8X',
  'ALPH',
  'ANIM',
  'ANMF',
  'ICCP',
]);
const exifFlag = 0x08;
const xmpFlag = 0x04;

const uint32le = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
};

const letters = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A WebP (RFC 9649) with its pixels and colours only, and its way up. Null when its chunks are damaged. */
export const stripWebp = (bytes: Uint8Array): Stripped | null => {
  if (bytes.length < 20 || textAt(bytes, 0, 4) !== 'RIFF' || textAt(bytes, 8, 4) !== 'WEBP')
    return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = 8 + view.getUint32(4, true);
  if (whole > bytes.length) return null;
  const removed: string[] = whole + (whole % 2) < bytes.length ? ['trailer'] : [];
  const kept: Uint8Array[] = [];
  let orientation: number | null = null;
  for (let at = 12; at < whole; ) {
    if (at + 8 > whole) return null;
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > whole) return null;
    const type = textAt(bytes, at, 4);
    const body = bytes.subarray(at + 8, at + 8 + size);
    if (type === 'EXIF') {
      const tiff = textAt(body, 0, 6) === 'Exif\0\0' ? body.subarray(6) : body;
      orientation ??= orientationOf(tiff);
    }
    if (keptChunks.has(type)) kept.push(bytes.slice(at, end));
    else removed.push(type.trim());
    at = end;
  }
  const [first] = kept;
  if (first === undefined) return null;
  const extended = textAt(first, 0, 4) === 'VP8X' && first.length > 8;
  const turned = extended && orientation !== null && orientation !== 1;
  if (extended) first[8] = (first[8]! & ~(exifFlag | xmpFlag)) | (turned ? exifFlag : 0);
  if (turned) {
    const tiff = tiffOf(orientation!);
    kept.push(joined([letters('EXIF'), uint32le(tiff.length), tiff]));
  }
  const body = joined([letters('WEBP'), ...kept]);
  return { bytes: joined([letters('RIFF'), uint32le(body.length), body]), removed };
};
