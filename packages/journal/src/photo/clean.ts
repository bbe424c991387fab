import { unusable } from '@zonula/diary';
import type { Stripped } from './bytes.ts';
import { stripJpeg } from './jpeg.ts';
import { type PhotoType, photoId } from './photo-id.ts';
import { stripPng } from './png.ts';
import { stripWebp } from './webp.ts';

export interface CleanPhoto {
  readonly id: string;
  readonly type: PhotoType;
  readonly bytes: Uint8Array;
  /** What was left out: `EXIF`, `XMP`, `tEXt`, `trailer`. */
  readonly removed: readonly string[];
}

const strippers: readonly (readonly [PhotoType, (bytes: Uint8Array) => Stripped | null])[] = [
  ['image/jpeg', stripJpeg],
  ['image/png', stripPng],
  ['image/webp', stripWebp],
];

const begins: readonly (readonly [PhotoType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
];

/**
 * A photo without its place, time and device; pixels and way up stay as they were. Throws `UnusableInput` for what is no
 * JPEG, PNG or WebP, or is damaged: it is not kept, since what hides in it cannot be told.
 */
export const cleanPhoto = (bytes: Uint8Array, file = 'photo'): CleanPhoto => {
  const type = begins.find(([, head]) => head.every((byte, k) => bytes[k] === byte))?.[0];
  const strip = strippers.find(([one]) => one === type)?.[1];
  if (type === undefined || strip === undefined)
    throw unusable({ file }, 'expected a photo as JPEG, PNG or WebP');
  const stripped = strip(bytes);
  if (stripped === null) throw unusable({ file }, 'expected a whole photo, found a damaged one');
  return { id: photoId(stripped.bytes), type, ...stripped };
};
