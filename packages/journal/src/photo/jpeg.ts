import { joined } from '../bytes.ts';
import { type Stripped, textAt } from './bytes.ts';
import { orientationOf, tiffOf } from './orientation.ts';

const exif = 'Exif\0\0';
const standsAlone = (marker: number): boolean =>
  marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** JFIF says how dense, ICC which colours, Adobe how they are coded: without them the picture looks different. */
const isKept = (marker: number, body: Uint8Array): boolean => {
  if (marker === 0xe0) return textAt(body, 0, 5) === 'JFIF\0';
  if (marker === 0xe2) return textAt(body, 0, 12) === 'ICC_PROFILE\0';
  if (marker === 0xee) return textAt(body, 0, 5) === 'Adobe';
  return marker !== 0xfe && !(marker >= 0xe0 && marker <= 0xef);
};

const nameOf = (marker: number, body: Uint8Array): string => {
  if (marker === 0xfe) return 'comment';
  if (marker === 0xe1) return textAt(body, 0, 6) === exif ? 'EXIF' : 'XMP';
  if (marker === 0xed) return 'IPTC';
  return `APP${marker - 0xe0}`;
};

const segment = (marker: number, body: Uint8Array): Uint8Array =>
  joined([new Uint8Array([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);

const orientationSegment = (orientation: number): Uint8Array =>
  segment(
    0xe1,
    joined([Uint8Array.from(exif, (letter) => letter.charCodeAt(0)), tiffOf(orientation)]),
  );

/** Where the scan that begins here ends: the next marker that is neither stuffing nor restart. */
const endOfScan = (bytes: Uint8Array, start: number): number => {
  for (let at = start; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at;
  }
  return bytes.length;
};

/**
 * A JPEG (ITU T.81, annex B) without places, times, devices, comments, thumbnails and whatever follows its end. The pixels
 * stay to the bit, and so does the way up. Null when the segments are damaged or the end is missing.
 */
export const stripJpeg = (bytes: Uint8Array): Stripped | null => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const kept: Uint8Array[] = [];
  const removed: string[] = [];
  let orientation: number | null = null;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) {
      if (at + 2 < bytes.length) removed.push('trailer');
      const upright = orientation === null || orientation === 1;
      const [first, ...rest] = kept;
      if (first === undefined) return null;
      // JFIF wants to be first.
      const isJfif = first[1] === 0xe0;
      const turned = upright ? [] : [orientationSegment(orientation!)];
      const head = isJfif ? [first, ...turned] : [...turned, first];
      const whole = [bytes.subarray(0, 2), ...head, ...rest, bytes.subarray(at, at + 2)];
      return { bytes: joined(whole), removed };
    }
    if (standsAlone(marker) || at + 4 > bytes.length) return null;
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    if (end < at + 4 || end > bytes.length) return null;
    const body = bytes.subarray(at + 4, end);
    const stop = marker === 0xda ? endOfScan(bytes, end) : end;
    if (isKept(marker, body)) kept.push(bytes.subarray(at, stop));
    else {
      const name = nameOf(marker, body);
      if (name === 'EXIF') orientation ??= orientationOf(body.subarray(6));
      removed.push(name);
    }
    at = stop;
  }
  return null;
};
