import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { joined } from '../bytes.ts';
import { type Revision, readRevision } from '../revision.ts';
import type { SyncEffects } from './effects.ts';
import { SyncFailure } from './failure.ts';
import { type Identity, isSigned, signed } from './keys.ts';
import { hashSchema } from './membership.ts';
import { padded, unpadded } from './padding.ts';

/**
 * A sealed row of the log:
 *
 *     1                1 byte
 *     device           16 bytes: the name of its key
 *     device-seq       8 bytes, big-endian: 1, 2, 3 ... of this device
 *     epoch            4 bytes: which key
 *     nonce            12 bytes
 *     sealed           AES-256-GCM of the padded, deflated JSON below; owner and all that stands before are bound to it
 *     signature        64 bytes, Ed25519 of the device, on the owner and all that stands before
 *
 *     { "prev": hash of the device's row before, "seen": [seq, hash of the log up to there], "revisions": [...] }
 */
const rowVersion = 1;
const headerLength = 1 + 16 + 8 + 4;
const overhead = headerLength + 12 + 16 + 64;
const rowPurpose = 'zonula row 1';
/** Of what a row holds when it is not deflated, in bytes. */
const mostInflated = 16 * 2 ** 20;

export interface RowHeader {
  readonly device: string;
  readonly deviceSeq: number;
  readonly epoch: number;
}

export interface RowContent {
  readonly prev: string;
  /** How far the writer had seen the log, and its hash there. */
  readonly seen: readonly [number, string];
  readonly revisions: readonly Revision[];
}

const contentSchema = z.strictObject({
  prev: z.union([hashSchema, z.literal('')]),
  seen: z.tuple([z.int().nonnegative(), hashSchema]),
  revisions: z.array(z.unknown()),
});

/** The hash of a log of no row. */
export const emptyHead = (owner: string): string =>
  bytesToHex(sha256(new TextEncoder().encode(`zonula log 1 ${owner}`)));

/** The hash of the log with one row more. */
export const nextHead = (head: string, rowHash: string): string =>
  bytesToHex(sha256(hexToBytes(head + rowHash)));

/** What the relay may know of a row; null when it is none. */
export const readRowHeader = (bytes: Uint8Array, version = rowVersion): RowHeader | null => {
  if (bytes[0] !== version || bytes.length < overhead) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const deviceSeq = Number(view.getBigUint64(17));
  if (deviceSeq < 1 || deviceSeq > 2 ** 48) return null;
  return { device: bytesToHex(bytes.subarray(1, 17)), deviceSeq, epoch: view.getUint32(25) };
};

const ownerPurpose = (owner: string): string => `${rowPurpose} ${owner} `;
const bound = (owner: string, header: Uint8Array): Uint8Array =>
  joined([new TextEncoder().encode(ownerPurpose(owner)), header]);

/** JSON that fits into a row. */
const sealText = async (effects: SyncEffects, text: string): Promise<Uint8Array> =>
  padded(await effects.deflate(new TextEncoder().encode(text)));

const unsealText = async (effects: SyncEffects, plain: Uint8Array): Promise<string | null> => {
  const deflated = unpadded(plain);
  const bytes = deflated === null ? null : await effects.inflate(deflated, mostInflated);
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Seals and signs one row, or a piece of a snapshot, whose place is then in `deviceSeq`. */
export const sealRecord = async (
  effects: SyncEffects,
  owner: string,
  version: number,
  { device, deviceSeq, epoch }: RowHeader,
  text: string,
  { key, signer }: { readonly key: Uint8Array; readonly signer: Pick<Identity, 'sign'> },
): Promise<Uint8Array> => {
  const header = new Uint8Array(headerLength);
  header[0] = version;
  header.set(hexToBytes(device), 1);
  const view = new DataView(header.buffer);
  view.setBigUint64(17, BigInt(deviceSeq));
  view.setUint32(25, epoch);
  const nonce = effects.randomBytes(12);
  const plain = await sealText(effects, text);
  const sealed = await effects.aesGcm.seal(key, nonce, plain, bound(owner, header));
  const body = joined([header, nonce, sealed]);
  return joined([body, signed(signer, ownerPurpose(owner), body)]);
};

/** Whether the device with this public key wrote the record for this owner. */
export const isRecordOf = (owner: string, bytes: Uint8Array, sign: Uint8Array): boolean =>
  isSigned(bytes.slice(-64), ownerPurpose(owner), bytes.subarray(0, -64), sign);

/** The JSON of a record whose signature is checked already. Throws `SyncFailure`: `forged`. */
export const openRecord = async (
  effects: SyncEffects,
  owner: string,
  bytes: Uint8Array,
  key: Uint8Array,
): Promise<unknown> => {
  const plain = await effects.aesGcm.open(
    key,
    bytes.slice(headerLength, headerLength + 12),
    bytes.slice(headerLength + 12, -64),
    bound(owner, bytes.subarray(0, headerLength)),
  );
  const text = plain === null ? null : await unsealText(effects, plain);
  if (text === null) throw new SyncFailure('forged', 'a row that does not open');
  return JSON.parse(text);
};

export const sealRow = (
  effects: SyncEffects,
  owner: string,
  header: RowHeader,
  content: RowContent,
  keys: { readonly key: Uint8Array; readonly signer: Pick<Identity, 'sign'> },
): Promise<Uint8Array> =>
  sealRecord(effects, owner, rowVersion, header, JSON.stringify(content), keys);

/** Throws `SyncFailure`: `forged`, or `newer` for what this version does not know. */
export const openRow = async (
  effects: SyncEffects,
  owner: string,
  bytes: Uint8Array,
  key: Uint8Array,
): Promise<RowContent> => {
  const content = contentSchema.safeParse(await openRecord(effects, owner, bytes, key));
  if (!content.success) throw new SyncFailure('newer', 'a row of another version');
  const { prev, seen, revisions } = content.data;
  return { prev, seen: [seen[0], seen[1]], revisions: revisions.map(readOwn) };
};

/** A revision that a device of the same person wrote, which may run a newer Zonula. */
export const readOwn = (value: unknown): Revision => {
  const read = readRevision(value);
  if (!read.success) throw new SyncFailure('newer', 'an entry of another version');
  return read.data;
};
