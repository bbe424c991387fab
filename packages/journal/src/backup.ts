import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { type Place, unusable } from '@zonula/diary';

/**
 * A backup file that only its passphrase opens.
 *
 *     "ZONULA-BACKUP"  13 bytes
 *     version          1 byte: 1
 *     log2 N, r, p     3 bytes: scrypt (RFC 7914) makes the key of 32 bytes from the passphrase in NFKC and the salt
 *     salt             16 bytes
 *     nonce prefix     16 bytes
 *     length           6 bytes, big-endian: of what is sealed
 *     check            16 bytes: the tag of an empty text, to tell a wrong passphrase from a damaged file
 *     segments         each of 65,536 bytes and a tag of 16; the last may be shorter
 *
 * Everything is sealed by XChaCha20-Poly1305 with all that stands before the check as associated data. The nonce is the
 * prefix and, in eight bytes, the number of the segment; the check has the number 2^32 - 1. So a segment that is changed,
 * moved or repeated does not open, and the length tells when some are missing.
 */
const magic = 'ZONULA-BACKUP';
const version = 1;
const saltLength = 16;
const prefixLength = 16;
const tagLength = 16;
const segmentSize = 65_536;
const lengthAt = magic.length + 4 + saltLength + prefixLength;
const headerLength = lengthAt + 6;

/** Cost of the passphrase: memory is 128 x r x 2^logN bytes. */
export interface PassphraseCost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** 64 MiB, twice: what OWASP asks of scrypt, in memory that a phone spares. */
export const usualCost: PassphraseCost = { logN: 16, r: 8, p: 2 };

/** A file from elsewhere may not ask for more than 1 GiB or for hours. */
const isBearable = ({ logN, r, p }: PassphraseCost): boolean =>
  logN >= 1 &&
  logN <= 20 &&
  r >= 1 &&
  r <= 32 &&
  p >= 1 &&
  p <= 16 &&
  r * 2 ** (logN + 7) <= 2 ** 30;

const checkNumber = 2 ** 32 - 1;

const cipherOf = (key: Uint8Array, prefix: Uint8Array, header: Uint8Array, number: number) => {
  const nonce = new Uint8Array(24);
  nonce.set(prefix);
  new DataView(nonce.buffer).setUint32(20, number);
  return xchacha20poly1305(key, nonce, header);
};

const keyOf = (
  passphrase: string,
  salt: Uint8Array,
  { logN, r, p }: PassphraseCost,
  onProgress?: (share: number) => void,
): Promise<Uint8Array> =>
  scryptAsync(passphrase.normalize('NFKC'), salt, {
    N: 2 ** logN,
    r,
    p,
    dkLen: 32,
    maxmem: 2 ** 30 + 2 ** 20,
    ...(onProgress === undefined ? {} : { onProgress }),
  });

const sealedLength = (length: number): number =>
  headerLength + tagLength + length + Math.ceil(length / segmentSize) * tagLength;

export interface SealOptions {
  readonly randomBytes: (length: number) => Uint8Array;
  readonly cost?: PassphraseCost;
  /** Share of the work on the passphrase, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Seals bytes with a passphrase. Throws `RangeError` for an empty one. */
export const sealBackup = async (
  plain: Uint8Array,
  passphrase: string,
  { randomBytes, cost = usualCost, onProgress }: SealOptions,
): Promise<Uint8Array> => {
  if (passphrase === '') throw new RangeError('a backup needs a passphrase');
  const salt = randomBytes(saltLength);
  const prefix = randomBytes(prefixLength);
  const sealed = new Uint8Array(sealedLength(plain.length));
  sealed.set(new TextEncoder().encode(magic));
  sealed.set([version, cost.logN, cost.r, cost.p], magic.length);
  sealed.set(salt, magic.length + 4);
  sealed.set(prefix, lengthAt - prefixLength);
  new DataView(sealed.buffer).setUint16(lengthAt, Math.floor(plain.length / 2 ** 32));
  new DataView(sealed.buffer).setUint32(lengthAt + 2, plain.length % 2 ** 32);
  const header = sealed.slice(0, headerLength);
  const key = await keyOf(passphrase, salt, cost, onProgress);
  const seal = (bytes: Uint8Array, number: number): Uint8Array =>
    cipherOf(key, prefix, header, number).encrypt(bytes);
  sealed.set(seal(new Uint8Array(0), checkNumber), headerLength);
  let at = headerLength + tagLength;
  for (let k = 0; k * segmentSize < plain.length; k++) {
    const segment = seal(plain.subarray(k * segmentSize, (k + 1) * segmentSize), k);
    sealed.set(segment, at);
    at += segment.length;
  }
  return sealed;
};

export const isSealedBackup = (bytes: Uint8Array): boolean =>
  [...magic].every((letter, k) => bytes[k] === letter.charCodeAt(0));

const cut = 'expected a whole backup; the file is cut short';
const wrong = 'the passphrase does not open this backup';
const damaged = 'expected a backup as it was written; the file is damaged';

/**
 * Opens what `sealBackup` sealed. Throws `UnusableInput` with one line: no backup, a newer version, a wrong passphrase, a
 * file that is cut short, or a damaged one.
 */
export const openBackup = async (
  bytes: Uint8Array,
  passphrase: string,
  place: Place,
  onProgress?: (share: number) => void,
): Promise<Uint8Array> => {
  if (!isSealedBackup(bytes)) throw unusable(place, 'expected an encrypted Zonula backup');
  const found = bytes[magic.length];
  if (found !== undefined && found !== version)
    throw unusable(
      place,
      `expected version ${version} of the backup, found ${found}; a newer Zonula may have written it`,
    );
  if (bytes.length < headerLength) throw unusable(place, cut);
  const header = bytes.slice(0, headerLength);
  const [logN, r, p] = header.slice(magic.length + 1, magic.length + 4);
  const cost = { logN: logN!, r: r!, p: p! };
  const view = new DataView(header.buffer);
  const length = view.getUint16(lengthAt) * 2 ** 32 + view.getUint32(lengthAt + 2);
  if (bytes.length < sealedLength(length)) throw unusable(place, cut);
  if (bytes.length > sealedLength(length) || !isBearable(cost)) throw unusable(place, damaged);
  const salt = header.slice(magic.length + 4, lengthAt - prefixLength);
  const prefix = header.slice(lengthAt - prefixLength, lengthAt);
  const key = await keyOf(passphrase, salt, cost, onProgress);
  const open = (sealed: Uint8Array, number: number, complaint: string): Uint8Array => {
    try {
      return cipherOf(key, prefix, header, number).decrypt(sealed);
    } catch {
      throw unusable(place, complaint);
    }
  };
  open(bytes.subarray(headerLength, headerLength + tagLength), checkNumber, wrong);
  const plain = new Uint8Array(length);
  let at = headerLength + tagLength;
  for (let k = 0; k * segmentSize < length; k++) {
    const sealed = bytes.subarray(at, at + segmentSize + tagLength);
    plain.set(open(sealed, k, damaged), k * segmentSize);
    at += sealed.length;
  }
  return plain;
};
