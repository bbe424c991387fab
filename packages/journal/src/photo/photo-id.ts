import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof photoTypes)[number];

/** The first 32 hexadecimal digits of SHA-256: the same photo is kept once. */
export const photoId = (bytes: Uint8Array): string => bytesToHex(sha256(bytes)).slice(0, 32);
