import type { Journal } from '@zonula/journal';
import { base64urlOf, bytesOf } from '../../../account/sharing/base64url.ts';
import { keepLiveShare, type OwnShare } from '../../../account/sharing/device-store.ts';
import { markLive } from '../../../account/sharing/live-mark.ts';
import { digestOf, personKeys, sealPage } from '../../../account/sharing/seal.ts';
import {
  type Clinician,
  type NewShare,
  type Share,
  sendShare,
} from '../../../account/sharing/server.ts';
import { daysFrom } from '../../../days.ts';
import { whoseDiary } from '../../../journal/open.ts';
import type { Choice } from '../choice.ts';
import { livePage } from './live.ts';

const dayMs = 86_400_000;

export interface Wanted {
  readonly account: string;
  readonly clinician: Clinician;
  readonly kind: Share['kind'];
  readonly lastsDays: number;
  readonly choice: Choice;
  /** The page that was looked at. */
  readonly html: string;
}

/** Something sealed that can be sent, and sent again as the same where no answer came. */
export interface Prepared {
  readonly id: string;
  readonly body: NewShare;
  readonly live: OwnShare | null;
}

/** Seals the page, or that of a live view, for the clinician's key on this device. Throws `TooLarge`. */
export const prepare = async (journal: Journal, wanted: Wanted): Promise<Prepared> => {
  const { account, clinician, kind, lastsDays, choice } = wanted;
  const { period, ...rest } = choice;
  const days = daysFrom(period.from, period.to) + 1;
  const html = kind === 'live' ? await livePage(journal, { choice: rest, days }) : wanted.html;
  const id = crypto.randomUUID();
  const expiresAt = Date.now() + lastsDays * dayMs;
  const sender = await personKeys(account);
  const recipient = bytesOf(clinician.publicKey);
  const sealed = await sealPage(html, { share: id, version: 1, expiresAt }, { sender, recipient });
  return {
    id,
    body: {
      clinician: clinician.account,
      key: clinician.key,
      kind,
      senderKey: base64urlOf(sender.publicKey),
      expiresAt: new Date(expiresAt).toISOString(),
      sealed,
    },
    live:
      kind === 'live'
        ? {
            id,
            account,
            whose: whoseDiary(),
            days,
            choice: rest,
            recipient,
            expiresAt,
            digest: await digestOf(html),
            version: 1,
            checkedAt: Date.now(),
          }
        : null,
  };
};

/** Hands it to the server. A live view is remembered first, so that none is ever open without being looked after. */
export const deliver = async ({ id, body, live }: Prepared): Promise<void> => {
  if (live !== null) {
    await keepLiveShare(live);
    markLive(true);
  }
  await sendShare(id, body);
};
