import { z } from 'zod';
import { fromBase64 } from '../base64.ts';
import type { Revision } from '../revision.ts';
import type { SyncEffects } from './effects.ts';
import { SyncFailure } from './failure.ts';
import type { Identity } from './keys.ts';
import { type Chain, headAt, type LogState } from './log.ts';
import { hashOf, hashSchema, idSchema, type Membership } from './membership.ts';
import { isRecordOf, nextHead, openRecord, readOwn, readRowHeader, sealRecord } from './row.ts';

/**
 * A snapshot: all revisions in sealed parts, and a signed manifest that says which part of the log they stand for, so that
 * the relay may let those rows go. Manifest and parts are records like rows, of versions of their own.
 */
const manifestVersion = 3;
const partVersion = 4;
/** Devices that have seen less than the last so many rows believe the device that signed. */
const mostHashes = 2048;
const mostRevisions = 2000;
const mostText = 2 ** 20;

const manifestSchema = z.strictObject({
  base: z.int().positive(),
  head: hashSchema,
  /** Of the last rows up to `base`. */
  hashes: z.array(hashSchema).max(mostHashes),
  /** Hash of the log before those. */
  before: hashSchema,
  /** The last change of devices up to `base`. */
  control: hashSchema,
  chains: z.array(z.strictObject({ device: idSchema, seq: z.int().positive(), hash: hashSchema })),
  parts: z.array(hashSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

interface Writer {
  readonly id: string;
  readonly identity: Identity;
}

/** Pieces of revisions that fit into one row or one part. */
export function* inPieces(
  revisions: Iterable<Revision>,
  { most = mostRevisions, text = mostText } = {},
): Generator<Revision[]> {
  let piece: Revision[] = [];
  let length = 0;
  for (const revision of revisions) {
    const own = JSON.stringify(revision).length;
    if (piece.length > 0 && (piece.length >= most || length + own > text)) {
      yield piece;
      piece = [];
      length = 0;
    }
    piece.push(revision);
    length += own;
  }
  if (piece.length > 0) yield piece;
}

export const sealPart = (
  effects: SyncEffects,
  log: LogState,
  { id, identity }: Writer,
  number: number,
  revisions: readonly Revision[],
): Promise<Uint8Array> => {
  const { epoch } = log.membership;
  const header = { device: id, deviceSeq: number, epoch };
  const keys = { key: log.keys[epoch - 1]!, signer: identity };
  return sealRecord(effects, log.owner, partVersion, header, JSON.stringify(revisions), keys);
};

/** The manifest of a snapshot of everything up to where the log was seen. */
export const sealManifest = (
  effects: SyncEffects,
  log: LogState,
  { id, identity }: Writer,
  parts: readonly Uint8Array[],
): Promise<Uint8Array> => {
  const { epoch } = log.membership;
  const manifest: Manifest = {
    base: log.seq,
    head: log.head,
    hashes: log.hashes.slice(-mostHashes),
    before: headAt(log, log.seq - Math.min(log.hashes.length, mostHashes))!,
    control: log.membership.head,
    chains: [...log.chains],
    parts: parts.map(hashOf),
  };
  const header = { device: id, deviceSeq: log.seq, epoch };
  const keys = { key: log.keys[epoch - 1]!, signer: identity };
  return sealRecord(effects, log.owner, manifestVersion, header, JSON.stringify(manifest), keys);
};

const openSigned = async (
  effects: SyncEffects,
  { owner, devices }: Membership,
  keys: readonly Uint8Array[],
  bytes: Uint8Array,
  version: number,
): Promise<unknown> => {
  const header = readRowHeader(bytes, version);
  const writer = devices.find(({ id, active }) => active && id === header?.device);
  if (
    header === null ||
    writer === undefined ||
    !isRecordOf(owner, bytes, fromBase64(writer.sign)!)
  )
    throw new SyncFailure('forged', 'a snapshot');
  const key = keys[header.epoch - 1];
  if (key === undefined) throw new SyncFailure('forged', 'a snapshot');
  return openRecord(effects, owner, bytes, key);
};

/** Checks a manifest by the device that signed, which has to belong to the owner still. Throws `SyncFailure`. */
export const openManifest = async (
  effects: SyncEffects,
  membership: Membership,
  keys: readonly Uint8Array[],
  bytes: Uint8Array,
): Promise<Manifest> => {
  const read = manifestSchema.safeParse(
    await openSigned(effects, membership, keys, bytes, manifestVersion),
  );
  if (!read.success) throw new SyncFailure('newer', 'a snapshot of another version');
  if (read.data.base !== readRowHeader(bytes, manifestVersion)?.deviceSeq)
    throw new SyncFailure('forged', 'a snapshot');
  if (read.data.hashes.reduce(nextHead, read.data.before) !== read.data.head)
    throw new SyncFailure('forged', 'a snapshot');
  return read.data;
};

/** The revisions of one part. Throws `SyncFailure` when it is not the one that the manifest names. */
export const openPart = async (
  effects: SyncEffects,
  membership: Membership,
  keys: readonly Uint8Array[],
  manifest: Manifest,
  number: number,
  bytes: Uint8Array,
): Promise<Revision[]> => {
  if (hashOf(bytes) !== manifest.parts[number])
    throw new SyncFailure('forged', `part ${number + 1} of a snapshot`);
  const read = await openSigned(effects, membership, keys, bytes, partVersion);
  if (!Array.isArray(read)) throw new SyncFailure('newer', 'a snapshot of another version');
  return read.map(readOwn);
};

/** Whether the snapshot continues what this device has seen. Throws `SyncFailure`: `forked`, `rolled-back`. */
export const assertContinues = (
  log: Pick<LogState, 'seq' | 'head' | 'chains'>,
  manifest: Manifest,
): void => {
  if (manifest.base < log.seq) throw new SyncFailure('rolled-back', 'a snapshot');
  const first = manifest.base - manifest.hashes.length;
  if (log.seq >= first) {
    const head = manifest.hashes.slice(log.seq - first).reduce(nextHead, log.head);
    if (head !== manifest.head) throw new SyncFailure('forked', 'a snapshot of another log');
  }
  const chains = new Map<string, Chain>(manifest.chains.map((chain) => [chain.device, chain]));
  for (const { device, seq, hash } of log.chains) {
    const there = chains.get(device);
    if (there === undefined || there.seq < seq || (there.seq === seq && there.hash !== hash))
      throw new SyncFailure('forked', 'a snapshot without rows that were seen');
  }
};
