import { forgetEnded } from '../account/forget.ts';
import { eraseUnused } from '../account/keeping.ts';
import { forgetOldAccesses } from '../audit/accesses.ts';
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
import { forgetOldProofs, forgetUnconfirmed } from '../newsletter/subscribers.ts';
import { forgetUnusedLogs } from '../relay/forget.ts';
import { forgetEndedShares, forgetExpiredShares } from '../sharing/lists.ts';
import type { Job } from './run-jobs.ts';

/** Without a clinic there is nothing to do yet. */
const wherePresent = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'no-clinic') throw error;
  }
};

/** One after the other; what fails keeps none of the others from being done, and is thrown afterwards. */
const each = async (
  parts: readonly (() => Promise<unknown>)[],
  isOver: () => boolean,
): Promise<void> => {
  const failures: unknown[] = [];
  for (const part of parts) {
    if (isOver()) break;
    await part().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 1) throw new AggregateError(failures);
  if (failures.length === 1) throw failures[0];
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
      run: (isOver) =>
        each(
          [
            () => forgetUnconfirmed(database, now()),
            () => forgetOldProofs(context, now()),
            () => wherePresent(() => forgetOld(database, now())),
            () => forgetEndedShares(database, now()),
            () => eraseUnused(database, now()),
            () => forgetUnusedLogs(database, now()),
            () => forgetOldAccesses(database, now()),
          ],
          isOver,
        ),
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
