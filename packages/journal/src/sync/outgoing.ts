import type { Revision } from '../revision.ts';
import type { SyncContext } from './context.ts';
import type { SyncEffects } from './effects.ts';
import type { OpenedRow } from './log.ts';
import { hashOf } from './membership.ts';
import type { Pending, SyncState } from './ports.ts';
import { sealRow } from './row.ts';
import { inPieces } from './snapshot.ts';

/** Bytes of rows sent at once. */
const mostSent = 1_500_000;

/** What the log holds, as a set in memory, and which revisions of the journal it lacks. */
export const openKnown = async ({ store, replica }: SyncContext) => {
  const known = new Set(await store.known());
  let latest = '';
  /** Of the journal; counting a large one takes long. What is written beside an exchange is for the next one. */
  let total: number | null = null;
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
    /** So many revisions came into the journal. */
    grew: (by: number): void => {
      if (total !== null) total += by;
    },
    lacking: async (pending: readonly Pending[]): Promise<readonly string[]> => {
      const underWay = new Set(pending.flatMap(({ clocks }) => clocks));
      const isLacking = (clock: string): boolean => !known.has(clock) && !underWay.has(clock);
      total ??= await replica.count();
      const surplus = total - known.size;
      if (surplus <= 0) return [];
      const above = await replica.clocksAfter(latest);
      // What was written offline may have earlier stamps than what came from elsewhere.
      const all = above.length === surplus ? above : await replica.clocksAfter('');
      return all.filter(isLacking);
    },
  };
};
export type Known = Awaited<ReturnType<typeof openKnown>>;

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
export const prepare = async (
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
export const unacknowledged = (
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
