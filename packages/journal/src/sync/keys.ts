import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { joined } from '../bytes.ts';
import type { SyncEffects } from './effects.ts';

/** What one device, the recovery words or a code of invitation can do: sign (Ed25519) and be written to (X25519). */
export interface Identity {
  readonly sign: Uint8Array;
  readonly box: Uint8Array;
}

/** The public keys of an identity, 32 bytes each. */
export interface PublicIdentity {
  readonly sign: Uint8Array;
  readonly box: Uint8Array;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** HKDF-SHA-256 (RFC 5869); `purpose` keeps keys from one secret apart. */
export const derive = (secret: Uint8Array, purpose: string, length = 32): Uint8Array =>
  hkdf(sha256, secret, utf8('zonula sync 1'), utf8(purpose), length);

export const identityOf = (secret: Uint8Array): Identity => ({
  sign: derive(secret, 'sign'),
  box: derive(secret, 'box'),
});

export const publicOf = ({ sign, box }: Identity): PublicIdentity => ({
  sign: ed25519.getPublicKey(sign),
  box: x25519.getPublicKey(box),
});

/** Names a key: 32 hexadecimal digits of its SHA-256. Of the first recovery key it names the owner. */
export const idOf = (sign: Uint8Array): string =>
  bytesToHex(sha256(joined([utf8('zonula id 1'), sign])).subarray(0, 16));

export const signed = (
  { sign }: Pick<Identity, 'sign'>,
  purpose: string,
  bytes: Uint8Array,
): Uint8Array => ed25519.sign(joined([utf8(purpose), bytes]), sign);

export const isSigned = (
  signature: Uint8Array,
  purpose: string,
  bytes: Uint8Array,
  sign: Uint8Array,
): boolean => {
  try {
    return ed25519.verify(signature, joined([utf8(purpose), bytes]), sign, { zip215: false });
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
};

/** Seals under a key; a nonce of 12 random bytes stands before. */
export const sealWith = async (
  { aesGcm, randomBytes }: SyncEffects,
  key: Uint8Array,
  plain: Uint8Array,
  purpose: string,
): Promise<Uint8Array> => {
  const nonce = randomBytes(12);
  return joined([nonce, await aesGcm.seal(key, nonce, plain, utf8(purpose))]);
};

/** Null when it does not open. */
export const openWith = (
  { aesGcm }: SyncEffects,
  key: Uint8Array,
  sealed: Uint8Array,
  purpose: string,
): Promise<Uint8Array | null> =>
  aesGcm.open(key, sealed.subarray(0, 12), sealed.subarray(12), utf8(purpose));

/** Seals to the holder of `box`: X25519 with a key made for this once, HKDF over both public keys, AES-GCM. */
export const sealTo = async (
  effects: SyncEffects,
  box: Uint8Array,
  plain: Uint8Array,
  purpose: string,
): Promise<Uint8Array> => {
  const once = effects.randomBytes(32);
  const own = x25519.getPublicKey(once);
  const shared = joined([x25519.getSharedSecret(once, box), own, box]);
  return joined([own, await sealWith(effects, derive(shared, 'box'), plain, purpose)]);
};

/** Null when it was not sealed to this identity. */
export const openFrom = async (
  effects: SyncEffects,
  { box }: Pick<Identity, 'box'>,
  sealed: Uint8Array,
  purpose: string,
): Promise<Uint8Array | null> => {
  const from = sealed.slice(0, 32);
  if (from.length < 32) return null;
  let shared: Uint8Array;
  try {
    shared = x25519.getSharedSecret(box, from);
  } catch {
    // A point of small order.
    return null;
  }
  const key = derive(joined([shared, from, x25519.getPublicKey(box)]), 'box');
  return openWith(effects, key, sealed.subarray(32), purpose);
};
