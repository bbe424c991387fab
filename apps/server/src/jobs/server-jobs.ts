import { forgetEnded } from '../account/forget.ts';
import { expireHolds } from '../clinic/appointments.ts';
import type { ClinicContext } from '../clinic/context.ts';
import { offerFreed } from '../clinic/offer-freed.ts';
import { Refusal } from '../clinic/refusal.ts';
import { remindOfSoon } from '../clinic/remind.ts';
import { forgetOld } from '../clinic/retention.ts';
import { deliverDue } from '../mail/deliver.ts';
import { messageOf } from '../mail/letter-message.ts';
import type { Post } from '../mail/post.ts';
import { asNewsletter } from '../newsletter/as-newsletter.ts';
import { newsletterMessage } from '../newsletter/letters.ts';
import { forgetUnconfirmed } from '../newsletter/subscribers.ts';
import { forgetExpiredShares } from '../sharing/lists.ts';
import type { Job } from './run-jobs.ts';

/** Without a clinic there is nothing to do yet. */
const wherePresent = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'no-clinic') throw error;
  }
};

/** What a server does by itself. Mails are sent where there is a `post`. */
export const serverJobs = (
  context: ClinicContext,
  {
    post,
    onMailFailed,
    onUnwritable,
    leaseMs = 60_000,
  }: {
    readonly post: Post | null;
    readonly onMailFailed: () => void;
    readonly onUnwritable: (error: unknown) => void;
    readonly leaseMs?: number;
  },
): Job[] => {
  const { database, now, newId, linkSecret, mail } = context;
  const own: Job[] = [
    {
      name: 'holds',
      everySeconds: 60,
      run: async () => {
        if ((await expireHolds(database, now())) > 0) context.nudge?.('waiting');
      },
    },
    {
      name: 'ended',
      everySeconds: 60,
      run: async () => {
        await forgetExpiredShares(database, now());
        await forgetEnded(database, now());
      },
    },
    {
      name: 'retention',
      everySeconds: 3600,
      run: async () => {
        await forgetUnconfirmed(database, now());
        await wherePresent(() => forgetOld(database, now()));
      },
    },
  ];
  if (post === null || mail === undefined) return own;
  const addresses = { publicUrl: mail.publicUrl, linkSecret };
  const sending = { post, now, newId, leaseMs, onUnwritable };
  return [
    ...own,
    {
      name: 'mail',
      everySeconds: 60,
      run: async (isOver) => {
        const write = (id: string, letter: unknown) => messageOf(addresses, id, letter);
        const own = await deliverDue({
          outbox: 'mail.outbox',
          run: (ask) => ask(database),
          ...sending,
          write,
          isOver,
        });
        const news = await deliverDue({
          outbox: 'newsletter.outbox',
          run: (ask) => asNewsletter(database, ask),
          ...sending,
          write: (id, letter) => newsletterMessage(addresses, id, letter),
          isOver,
        });
        if (own.failed + news.failed > 0) onMailFailed();
      },
    },
    {
      name: 'waiting',
      everySeconds: 60,
      run: (isOver) => wherePresent(() => offerFreed(context, isOver)),
    },
    { name: 'reminders', everySeconds: 300, run: () => wherePresent(() => remindOfSoon(context)) },
  ];
};
