import { fromBase64 } from '../base64.ts';
import type { Revision } from '../revision.ts';
import type { SyncEffects } from './effects.ts';
import { keysAfter } from './epochs.ts';
import { SyncFailure } from './failure.ts';
import type { Identity } from './keys.ts';
import { applyControl, hashOf, isControl, type Membership, readControl } from './membership.ts';
import { emptyHead, isRecordOf, nextHead, openRow, type RowHeader, readRowHeader } from './row.ts';

/** The rows of one device as far as they were seen. */
export interface Chain {
  readonly device: string;
  readonly seq: number;
  readonly hash: string;
}

/** What a device has seen and checked of its owner's log. Can be kept by structured cloning. */
export interface LogState {
  readonly owner: string;
  /** Rows seen. */
  readonly seq: number;
  /** Hash of the log up to `seq`. */
  readonly head: string;
  /** Hashes of the last rows, up to `seq`, and that of the log before them. */
  readonly hashes: readonly string[];
  readonly before: string;
  readonly membership: Membership;
  readonly chains: readonly Chain[];
  /** `keys[k]` is that of epoch k + 1. */
  readonly keys: readonly Uint8Array[];
}

export interface LogRow {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** A stretch of the log as the relay gave it. */
export interface Page {
  readonly rows: readonly LogRow[];
  /** Rows that the log has, as the relay says. */
  readonly head: number;
  /** Rows up to here were let go, as a snapshot holds them. */
  readonly base: number;
}

/** A row that was checked and opened. */
export interface OpenedRow extends RowHeader {
  readonly seq: number;
  readonly hash: string;
  readonly revisions: readonly Revision[];
}

/** Writers that had seen less than the last so many rows cannot be checked against the log. */
const mostHashes = 4096;

/** Takes in one change of the membership. Throws `SyncFailure` for one that does not follow. */
export const followControl = (before: Membership | null, bytes: Uint8Array): Membership => {
  const next = applyControl(before, bytes);
  if (typeof next !== 'string') return next;
  if (next !== 'place') throw new SyncFailure('forged', `a change of devices (${next})`);
  const n = readControl(bytes)!.n;
  const known = before?.n ?? 0;
  const where = `change ${n} of devices after ${known}`;
  if (n <= known) throw new SyncFailure('replayed', where);
  throw new SyncFailure(n > known + 1 ? 'missing' : 'forked', where);
};

/** A log of which nothing was seen but its first row, made by this device. */
export const beginLog = (membership: Membership, row: Uint8Array, key: Uint8Array): LogState => {
  const before = emptyHead(membership.owner);
  const hash = hashOf(row);
  return {
    owner: membership.owner,
    seq: 1,
    head: nextHead(before, hash),
    hashes: [hash],
    before,
    membership,
    chains: [],
    keys: [key],
  };
};

/** The hash of the log after `seq` rows; null when that is too long ago. */
export const headAt = ({ hashes, before, seq }: LogState, at: number): string | null => {
  const first = seq - hashes.length;
  if (at < first || at > seq) return null;
  return hashes.slice(0, at - first).reduce(nextHead, before);
};

const trimmed = (
  hashes: readonly string[],
  before: string,
): Pick<LogState, 'hashes' | 'before'> => {
  const surplus = hashes.length - mostHashes;
  if (surplus <= mostHashes / 4) return { hashes, before };
  return {
    hashes: hashes.slice(surplus),
    before: hashes.slice(0, surplus).reduce(nextHead, before),
  };
};

export interface Followed {
  readonly log: LogState;
  readonly rows: readonly OpenedRow[];
  /** What the first row that was not taken in did wrong. */
  readonly failure: SyncFailure | null;
}

/**
 * Checks what the relay gave next, row by row, and opens it. Stops at the first row that is not as it should be: those
 * before it are good. `self` is this device, which a rotation gives the new key. `onRow` gets each good row right away; it
 * is waited for.
 */
export const followPage = async (
  effects: SyncEffects,
  start: LogState,
  page: Page,
  self: { readonly id: string; readonly identity: Identity },
  onRow: (row: OpenedRow) => Promise<void> = async () => undefined,
): Promise<Followed> => {
  const { owner } = start;
  let { seq, head, membership, keys } = start;
  const hashes = [...start.hashes];
  const heads = new Map<number, string>();
  let running = start.before;
  heads.set(seq - hashes.length, running);
  hashes.forEach((hash, k) => {
    running = nextHead(running, hash);
    heads.set(seq - hashes.length + k + 1, running);
  });
  const chains = new Map(start.chains.map((chain) => [chain.device, chain]));
  const rows: OpenedRow[] = [];

  const followData = async (
    { bytes, seq: at }: LogRow,
    hash: string,
    k: number,
  ): Promise<OpenedRow> => {
    const header = readRowHeader(bytes);
    if (header === null) throw new SyncFailure('forged', `row ${at} is none`);
    const { device, deviceSeq, epoch } = header;
    const member = membership.devices.find(({ id }) => id === device);
    if (member === undefined) throw new SyncFailure('forged', `row ${at} of an unknown device`);
    if (!isRecordOf(owner, bytes, fromBase64(member.sign)!))
      throw new SyncFailure('forged', `the signature of row ${at}`);
    const last = chains.get(device) ?? { device, seq: 0, hash: '' };
    const where = `row ${at}, number ${deviceSeq} of its device after ${last.seq}`;
    if (deviceSeq <= last.seq) throw new SyncFailure('replayed', where);
    if (deviceSeq > last.seq + 1) {
      const isLater = page.rows.slice(k + 1).some(({ bytes: other }) => {
        const found = readRowHeader(other);
        return found?.device === device && found.deviceSeq === last.seq + 1;
      });
      throw new SyncFailure(isLater ? 'reordered' : 'missing', where);
    }
    if (!member.active) throw new SyncFailure('forged', `row ${at} of a device that was taken out`);
    if (epoch !== membership.epoch) throw new SyncFailure('forged', `row ${at} under an old key`);
    const content = await openRow(effects, owner, bytes, keys[epoch - 1]!);
    if (content.prev !== last.hash) throw new SyncFailure('forked', where);
    const [seen, seenHead] = content.seen;
    if (seen >= at) throw new SyncFailure('reordered', `row ${at}, whose writer had seen ${seen}`);
    const known = heads.get(seen);
    if (known !== undefined && known !== seenHead)
      throw new SyncFailure('forked', `row ${at}, whose writer had seen another log up to ${seen}`);
    chains.set(device, { device, seq: deviceSeq, hash });
    return { ...header, seq: at, hash, revisions: content.revisions };
  };

  const followChange = async (bytes: Uint8Array): Promise<void> => {
    const next = followControl(membership, bytes);
    keys = await keysAfter(effects, keys, next, self);
    membership = next;
  };

  let failure: SyncFailure | null = null;
  try {
    if (page.head < seq) throw new SyncFailure('rolled-back', `${page.head} rows after ${seq}`);
    for (const [k, row] of page.rows.entries()) {
      if (row.seq !== seq + 1)
        throw new SyncFailure(
          row.seq <= seq ? 'replayed' : 'missing',
          `row ${row.seq} after ${seq}`,
        );
      const hash = hashOf(row.bytes);
      const opened = isControl(row.bytes) ? null : await followData(row, hash, k);
      if (opened === null) await followChange(row.bytes);
      seq = row.seq;
      head = nextHead(head, hash);
      hashes.push(hash);
      heads.set(seq, head);
      if (opened === null) continue;
      rows.push(opened);
      await onRow(opened);
    }
    if (page.rows.length === 0 && page.head > seq)
      throw new SyncFailure('missing', `rows ${seq + 1} to ${page.head}`);
  } catch (error) {
    if (!(error instanceof SyncFailure)) throw error;
    failure = error;
  }
  const log: LogState = {
    ...{ owner, seq, head, membership, keys },
    ...trimmed(hashes, start.before),
    chains: [...chains.values()],
  };
  return { log, rows, failure };
};
