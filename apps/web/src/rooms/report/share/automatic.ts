import type { Journal } from '@zonula/journal';
import { readSession } from '../../../account/server.ts';
import { isMarked } from '../../../account/session-store.ts';
import { forgetLiveShare, liveShares } from '../../../account/sharing/device-store.ts';
import { markLive } from '../../../account/sharing/live-mark.ts';
import { isOver } from '../../../account/sharing/server.ts';
import { Refused, Unreachable } from '../../../api/ask.ts';
import { whoseDiary } from '../../../journal/open.ts';
import { refreshLive } from './live.ts';

const firstMs = 5000;
const againMs = 3_600_000;

const refreshDue = async (journal: Journal): Promise<void> => {
  const kept = await liveShares();
  for (const { id, expiresAt } of kept) if (expiresAt <= Date.now()) await forgetLiveShare(id);
  const open = kept.filter(({ expiresAt }) => expiresAt > Date.now());
  if (open.length === 0) return markLive(false);
  if (!isMarked() || !navigator.onLine) return;
  const due = open.filter(
    ({ whose, checkedAt }) => whose === whoseDiary() && Date.now() - checkedAt >= againMs,
  );
  if (due.length === 0) return;
  const { account } = await readSession();
  for (const share of due) {
    if (share.account !== account) continue;
    await refreshLive(journal, share).catch(async (failure: unknown) => {
      // The person ended it on another device, or it never arrived: it is remembered before it is sent.
      if (!isOver(failure)) throw failure;
      await forgetLiveShare(share.id);
    });
  }
};

/** Brings the live views of the open diary up to date, when the app is opened or looked at again, at most once an hour. */
export const keepLive = (journal: Journal): (() => void) => {
  const look = (): void => {
    if (document.visibilityState !== 'visible') return;
    // One tab at a time; another one that has begun does it for all.
    void navigator.locks
      .request('zonula-live', { ifAvailable: true }, async (lock) => {
        if (lock !== null) await refreshDue(journal);
      })
      .catch((failure: unknown) => {
        // Signed out, ended or not reachable: the list of shares says how things stand, and it is tried again.
        if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      });
  };
  const timer = setTimeout(look, firstMs);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
};
