import { isBusy, mostAttempts } from './busy.ts';
import { type SyncContext, stateOf } from './context.ts';
import { SyncFailure } from './failure.ts';
import { followPage, headAt, type Page } from './log.ts';
import { openKnown, prepare, unacknowledged } from './outgoing.ts';
import type { Pin, SyncState } from './ports.ts';
import { giveSnapshot, takeSnapshot } from './snapshot-exchange.ts';
import { createIntake } from './take-in.ts';

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
/** A relay that goes on without end is left. */
const mostRounds = 100_000;

/** Throws `SyncFailure` (`forked`) when the log is not the one that the inviting device had seen. */
const checkPin = ({ log, pin }: Pick<SyncState, 'log' | 'pin'>): Pin | null => {
  if (pin === null || log.seq < pin.seq) return pin;
  const head = headAt(log, pin.seq);
  if (head !== null && head !== pin.head)
    throw new SyncFailure('forked', 'another log than the inviting device had seen');
  return null;
};

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
  const intake = createIntake(replica, (added) => {
    received += added;
    known.grew(added);
    tell(1);
  });

  const takeIn = async (page: Page): Promise<void> => {
    const { log, rows, failure } = await followPage(
      effects,
      state.log,
      page,
      state.self,
      ({ revisions }) => intake.take(revisions),
    );
    await intake.finish();
    const clocks = rows.flatMap(({ revisions }) => revisions.map(({ clock }) => clock));
    const { left, arrived } = unacknowledged(state.pending, rows, state.self.id);
    for (const { clocks } of arrived) sent += clocks.length;
    // A rotation makes what was sealed under the old key useless; its revisions are lacking still and are sealed anew.
    const isStale = log.membership.epoch !== state.log.membership.epoch;
    state = { ...state, log, pending: isStale ? [] : left, base: page.base };
    await store.save(state, known.add(clocks));
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
      state = await takeSnapshot(context, { ...state, base: page.base }, known, intake);
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
