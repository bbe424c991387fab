import type { Journal } from '@zonula/journal';
import { readAll } from '../../../account/server.ts';
import {
  forgetLiveShare,
  keepLiveShare,
  type OwnShare,
} from '../../../account/sharing/device-store.ts';
import { digestOf, personKeys, sealPage } from '../../../account/sharing/seal.ts';
import { readShares, sendVersion } from '../../../account/sharing/server.ts';
import { Refused } from '../../../api/ask.ts';
import { todayHere } from '../../../browser.ts';
import { plusDays } from '../../../days.ts';
import { createCare } from '../../../workers/care/client.ts';
import type { Choice } from '../choice.ts';
import { reportAsk } from '../report-ask.ts';

/** The page of a live view as it is today: its days end today, and it has no photos. */
export const livePage = async (
  journal: Journal,
  { choice, days }: Pick<OwnShare, 'choice' | 'days'>,
): Promise<string> => {
  const today = todayHere();
  const now: Choice = {
    ...choice,
    parts: choice.parts.filter((part) => part !== 'photos'),
    period: { from: plusDays(today, 1 - days), to: today },
  };
  const care = createCare();
  try {
    return (await care.ask('report', await reportAsk(journal, now, []))).html;
  } finally {
    care.stop();
  }
};

const send = async (share: OwnShare, html: string): Promise<number> => {
  const sender = await personKeys(share.account);
  const as = async (version: number): Promise<number> => {
    const label = { share: share.id, version, expiresAt: share.expiresAt };
    const sealed = await sealPage(html, label, { sender, recipient: share.recipient });
    await sendVersion(share.id, version, sealed);
    return version;
  };
  try {
    return await as(share.version + 1);
  } catch (failure) {
    if (!(failure instanceof Refused && failure.code === 'version-behind')) throw failure;
  }
  // An answer was lost: what the server has is newer than this device knows.
  const there = (await readAll(readShares)).find(({ id }) => id === share.id);
  return as((there?.version ?? share.version) + 1);
};

/**
 * Brings a live view up to date, where its page says something new. One that has ended is forgotten on this device. Throws what
 * the server refuses otherwise.
 */
export const refreshLive = async (journal: Journal, share: OwnShare): Promise<void> => {
  const html = await livePage(journal, share);
  const digest = await digestOf(html);
  try {
    const version = digest === share.digest ? share.version : await send(share, html);
    await keepLiveShare({ ...share, digest, version, checkedAt: Date.now() });
  } catch (failure) {
    if (failure instanceof Refused && failure.code === 'share-ended')
      await forgetLiveShare(share.id);
    throw failure;
  }
};
