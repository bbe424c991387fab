import { expireHolds } from '../clinic/appointments.ts';
import type { ClinicContext } from '../clinic/context.ts';
import { offerFreed } from '../clinic/offer-freed.ts';
import { Refusal } from '../clinic/refusal.ts';
import { remindOfSoon } from '../clinic/remind.ts';
import { forgetOld } from '../clinic/retention.ts';
import { deliverDue } from '../mail/deliver.ts';
import { messageOf } from '../mail/letter-message.ts';
import type { Post } from '../mail/post.ts';
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
    leaseMs = 60_000,
  }: {
    readonly post: Post | null;
    readonly onMailFailed: () => void;
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
      name: 'retention',
      everySeconds: 3600,
      run: () => wherePresent(() => forgetOld(database, now())),
    },
  ];
  if (post === null || mail === undefined) return own;
  const addresses = { publicUrl: mail.publicUrl, linkSecret };
  return [
    ...own,
    {
      name: 'mail',
      everySeconds: 60,
      run: async (isOver) => {
        const write = (id: string, letter: unknown) => messageOf(addresses, id, letter);
        const { failed } = await deliverDue({ database, post, now, newId, write, isOver, leaseMs });
        if (failed > 0) onMailFailed();
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
