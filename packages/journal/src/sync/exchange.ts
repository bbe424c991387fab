import type { Revision } from '../revision.ts';
import type { SyncEffects } from './effects.ts';
import { SyncFailure } from './failure.ts';
import { followControl, followPage, headAt, keysOf, type OpenedRow, type Page } from './log.ts';
import { hashOf, type Membership } from './membership.ts';
import type { Pending, Pin, Relay, Replica, SyncState, SyncStore } from './ports.ts';
import { sealRow } from './row.ts';
import {
  assertContinues,
  inPieces,
  type Manifest,
  openManifest,
  openPart,
  sealManifest,
  sealPart,
} from './snapshot.ts';

export interface SyncContext {
  readonly effects: SyncEffects;
  readonly store: SyncStore;
  readonly replica: Replica;
  readonly relay: Relay;
}

/** What one exchange did. */
export interface SyncReport {
  /** Revisions that were new here. */
  readonly received: number;
  /** Revisions that were new to the log. */
  readonly sent: number;
}

export interface ExchangeOptions {
  readonly onProgress?: (progress: SyncReport & { readonly left: number }) => void;
  /** Rows beyond the last snapshot that make a new one worth its while. */
  readonly rowsPerSnapshot?: number;
  readonly isStopped?: () => boolean;
}

const usualRowsPerSnapshot = 400;
/** Bytes of rows sent at once. */
const mostSent = 1_500_000;
const mostAttempts = 6;
/** A relay that goes on without end is left. */
const mostRounds = 100_000;

/** What the log holds, as a set in memory, and which revisions of the journal it lacks. */
const openKnown = async ({ store, replica }: SyncContext) => {
  const known = new Set(await store.known());
  let latest = '';
  for (const clock of known) if (clock > latest) latest = clock;
  return {
    add: (clocks: readonly string[]): string[] => {
      const fresh = clocks.filter((clock) => !known.has(clock));
      for (const clock of fresh) {
        known.add(clock);
        if (clock > latest) latest = clock;
      }
      return fresh;
    },
    lacking: async (pending: readonly Pending[]): Promise<readonly string[]> => {
      const underWay = new Set(pending.flatMap(({ clocks }) => clocks));
      const isLacking = (clock: string): boolean => !known.has(clock) && !underWay.has(clock);
      const surplus = (await replica.count()) - known.size;
      if (surplus <= 0) return [];
      const above = await replica.clocksAfter(latest);
      // What was written offline may have earlier stamps than what came from elsewhere.
      const all = above.length === surplus ? above : await replica.clocksAfter('');
      return all.filter(isLacking);
    },
  };
};
type Known = Awaited<ReturnType<typeof openKnown>>;

const chainOf = ({ self, log, pending }: SyncState): { seq: number; hash: string } => {
  const last = pending.at(-1);
  if (last !== undefined) return { seq: last.deviceSeq, hash: last.hash };
  return log.chains.find(({ device }) => device === self.id) ?? { seq: 0, hash: '' };
};

const seal = async (
  effects: SyncEffects,
  state: SyncState,
  revisions: readonly Revision[],
): Promise<Pending> => {
  const { self, log } = state;
  const { epoch } = log.membership;
  const { seq, hash } = chainOf(state);
  const bytes = await sealRow(
    effects,
    log.owner,
    { device: self.id, deviceSeq: seq + 1, epoch },
    { prev: hash, seen: [log.seq, log.head], revisions },
    { key: log.keys[epoch - 1]!, signer: self.identity },
  );
  return {
    bytes,
    deviceSeq: seq + 1,
    hash: hashOf(bytes),
    clocks: revisions.map(({ clock }) => clock),
  };
};

/** Seals what the log lacks, as much as is sent at once; kept before it is sent. */
const prepare = async (
  context: SyncContext,
  before: SyncState,
  known: Known,
): Promise<SyncState> => {
  let state = before;
  if (state.pending.length > 0) return state;
  const lacking = await known.lacking([]);
  let size = 0;
  for (let at = 0; at < lacking.length && size < mostSent; ) {
    const revisions = await context.replica.revisions(lacking.slice(at, at + 2000));
    for (const piece of inPieces(revisions)) {
      const one = await seal(context.effects, state, piece);
      state = { ...state, pending: [...state.pending, one] };
      size += one.bytes.length;
      at += piece.length;
      if (size >= mostSent) break;
    }
    if (revisions.length === 0) break;
  }
  if (state !== before) await context.store.save(state);
  return state;
};

/** What of the own rows has not arrived yet; none when another copy of this device wrote under the same number. */
const unacknowledged = (
  pending: readonly Pending[],
  rows: readonly OpenedRow[],
  self: string,
): { readonly left: readonly Pending[]; readonly arrived: readonly Pending[] } => {
  const arrived: Pending[] = [];
  for (const { device, deviceSeq, hash } of rows) {
    const first = pending[arrived.length];
    if (device !== self || first === undefined || first.deviceSeq > deviceSeq) continue;
    if (first.hash !== hash) return { left: [], arrived };
    arrived.push(first);
  }
  return { left: pending.slice(arrived.length), arrived };
};

const foldChanges = (
  start: Membership | null,
  rows: Awaited<ReturnType<Relay['changes']>>['rows'],
): Membership => {
  let membership = start;
  for (const { bytes } of rows) membership = followControl(membership, bytes);
  if (membership === null) throw new SyncFailure('missing', 'the first row');
  return membership;
};

/** Brings the journal up to the snapshot of the relay, part by part. Gives back the log from there on and how many were new. */
export const takeSnapshot = async (
  { effects, relay, replica, store }: SyncContext,
  state: SyncState,
  known: Known,
  onPart: (added: number) => void,
): Promise<SyncState> => {
  const { self, log } = state;
  const { owner } = log;
  const changes = await relay.changes(owner, self);
  const own = changes.rows.filter(({ seq }) => seq > log.seq);
  const membership = foldChanges(log.membership, own);
  const keys =
    membership.epoch > log.keys.length
      ? await keysOf(effects, membership, self.identity, self.id)
      : log.keys;
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
    const { added } = await replica.merge(revisions);
    clocks.push(...known.add(revisions.map(({ clock }) => clock)));
    onPart(added);
  }
  const { base, head, hashes, before, chains } = manifest;
  const ownSeq = chains.find(({ device }) => device === self.id)?.seq ?? 0;
  const next: SyncState = {
    ...state,
    log: { owner, seq: base, head, hashes, before, membership: upTo, chains, keys },
    pending: state.pending.filter(({ deviceSeq }) => deviceSeq > ownSeq),
    base,
  };
  await store.save(next, clocks);
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

/** Throws `SyncFailure` (`forked`) when the log is not the one that the inviting device had seen. */
const checkPin = ({ log, pin }: Pick<SyncState, 'log' | 'pin'>): Pin | null => {
  if (pin === null || log.seq < pin.seq) return pin;
  const head = headAt(log, pin.seq);
  if (head !== null && head !== pin.head)
    throw new SyncFailure('forked', 'another log than the inviting device had seen');
  return null;
};

const stateOf = async ({ store }: SyncContext): Promise<SyncState> => {
  const state = await store.load();
  if (state === null) throw new SyncFailure('unknown', 'sync is off');
  return state;
};

/** Whether the relay's word `busy` can be got over by looking again. */
const isBusy = (error: unknown): boolean => error instanceof SyncFailure && error.code === 'busy';

/**
 * Brings this device and the relay together: sends what the log lacks, and takes in, row by row and checked, what it does
 * not know. What was taken in stays, also when it is stopped or fails. Throws `SyncFailure`.
 */
const exchangeAll = async (context: SyncContext, options: ExchangeOptions): Promise<SyncReport> => {
  const { effects, store, replica, relay } = context;
  const { onProgress, isStopped = () => false } = options;
  let state = await stateOf(context);
  const known = await openKnown(context);
  let received = 0;
  let sent = 0;
  let attempts = 0;
  let isBehind = false;
  const tell = (left: number): void => onProgress?.({ received, sent, left });

  const takeIn = async (page: Page): Promise<void> => {
    const { log, rows, failure } = await followPage(effects, state.log, page, state.self);
    const revisions = rows.flatMap((row) => row.revisions);
    if (revisions.length > 0) received += (await replica.merge(revisions)).added;
    const { left, arrived } = unacknowledged(state.pending, rows, state.self.id);
    for (const { clocks } of arrived) sent += clocks.length;
    // A rotation makes what was sealed under the old key useless; its revisions are lacking still and are sealed anew.
    const isStale = log.membership.epoch !== state.log.membership.epoch;
    state = { ...state, log, pending: isStale ? [] : left, base: page.base };
    await store.save(state, known.add(revisions.map(({ clock }) => clock)));
    if (failure !== null) throw failure;
    state = { ...state, pin: checkPin(state) };
    tell(Math.max(0, page.head - log.seq));
  };

  for (let round = 0; round < mostRounds && !isStopped(); round++) {
    if (!isBehind) state = await prepare(context, state, known);
    const { owner, seq } = state.log;
    const sending = isBehind ? [] : state.pending;
    let page: Page;
    try {
      page =
        sending.length === 0
          ? await relay.pull(owner, seq, state.self)
          : await relay.push(
              owner,
              seq,
              sending.map(({ bytes }) => bytes),
              state.self,
            );
    } catch (error) {
      if (!isBusy(error) || attempts++ >= mostAttempts) throw error;
      // Somebody was faster: look first, then seal and send again.
      isBehind = true;
      continue;
    }
    if (page.base > seq) {
      state = await takeSnapshot(context, { ...state, base: page.base }, known, (added) => {
        received += added;
        tell(1);
      });
      continue;
    }
    await takeIn(page);
    if (state.log.seq < page.head) continue;
    if (isBehind) {
      // What had been sealed before looking is sealed anew, on top of what is known now.
      isBehind = false;
      state = { ...state, pending: [] };
      continue;
    }
    const accepted = new Set(sending.map(({ hash }) => hash));
    if (state.pending.some(({ hash }) => accepted.has(hash)))
      throw new SyncFailure('missing', 'a row that the relay took');
    if (state.pending.length === 0 && (await known.lacking([])).length === 0) break;
  }
  const since = state.log.seq - Math.max(state.base, state.snapshotAt);
  if (!isStopped() && since > (options.rowsPerSnapshot ?? usualRowsPerSnapshot))
    state = await giveSnapshot(context, state);
  await store.save({ ...state, syncedAt: effects.now(), failure: null });
  return { received, sent };
};

/** `exchangeAll`, which also remembers what went wrong. */
export const exchange = async (
  context: SyncContext,
  options: ExchangeOptions = {},
): Promise<SyncReport> => {
  try {
    return await exchangeAll(context, options);
  } catch (error) {
    const state = await context.store.load();
    if (error instanceof SyncFailure && state !== null)
      await context.store.save({ ...state, failure: error.code });
    throw error;
  }
};
