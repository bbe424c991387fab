import type { SyncContext } from './context.ts';
import { keysAfter } from './epochs.ts';
import { SyncFailure } from './failure.ts';
import { followControl } from './log.ts';
import type { Membership } from './membership.ts';
import type { Known } from './outgoing.ts';
import type { Relay, SyncState } from './ports.ts';
import {
  assertContinues,
  inPieces,
  type Manifest,
  openManifest,
  openPart,
  sealManifest,
  sealPart,
} from './snapshot.ts';
import type { Intake } from './take-in.ts';

const foldChanges = (
  start: Membership | null,
  rows: Awaited<ReturnType<Relay['changes']>>['rows'],
): Membership => {
  let membership = start;
  for (const { bytes } of rows) membership = followControl(membership, bytes);
  if (membership === null) throw new SyncFailure('missing', 'the first row');
  return membership;
};

/** Brings the journal up to the snapshot of the relay, part by part. Gives back the state from there on. */
export const takeSnapshot = async (
  { effects, relay, store }: SyncContext,
  state: SyncState,
  known: Known,
  intake: Intake,
): Promise<SyncState> => {
  const { self, log } = state;
  const { owner } = log;
  const changes = await relay.changes(owner, self);
  const own = changes.rows.filter(({ seq }) => seq > log.seq);
  const membership = foldChanges(log.membership, own);
  const keys = await keysAfter(effects, log.keys, membership, self);
  const bytes = await relay.manifest(owner, self);
  const manifest: Manifest = await openManifest(effects, membership, keys, bytes);
  assertContinues(log, manifest);
  const upTo = foldChanges(
    log.membership,
    own.filter(({ seq }) => seq <= manifest.base),
  );
  if (upTo.head !== manifest.control)
    throw new SyncFailure('forked', 'a snapshot of other devices');
  const clocks: string[] = [];
  for (const number of manifest.parts.keys()) {
    const part = await relay.part(owner, manifest.base, number, self);
    const revisions = await openPart(effects, membership, keys, manifest, number, part);
    await intake.take(revisions);
    for (const { clock } of revisions) clocks.push(clock);
  }
  await intake.finish();
  const { base, head, hashes, before, chains } = manifest;
  const ownSeq = chains.find(({ device }) => device === self.id)?.seq ?? 0;
  const next: SyncState = {
    ...state,
    log: { owner, seq: base, head, hashes, before, membership: upTo, chains, keys },
    pending: state.pending.filter(({ deviceSeq }) => deviceSeq > ownSeq),
    base,
  };
  await store.save(next, known.add(clocks));
  return next;
};

/** Lays everything down at the relay as one sealed snapshot, so that it can let go of rows. */
export const giveSnapshot = async (
  { effects, relay, replica, store }: SyncContext,
  state: SyncState,
): Promise<SyncState> => {
  const { log, self } = state;
  const clocks = await replica.clocksAfter('');
  const parts: Uint8Array[] = [];
  for (let at = 0; at < clocks.length; at += 2000) {
    const revisions = await replica.revisions(clocks.slice(at, at + 2000));
    for (const piece of inPieces(revisions)) {
      const part = await sealPart(effects, log, self, parts.length + 1, piece);
      await relay.putPart(log.owner, log.seq, parts.length, part, self);
      parts.push(part);
    }
  }
  const manifest = await sealManifest(effects, log, self, parts);
  await relay.putManifest(log.owner, log.seq, parts.length, manifest, self);
  const next = { ...state, base: log.seq, snapshotAt: log.seq };
  await store.save(next);
  return next;
};
