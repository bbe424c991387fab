import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import type { Message, Post, Posted } from './post.ts';

export interface Delivery {
  readonly outbox: 'mail.outbox' | 'newsletter.outbox';
  /** Runs what is asked of the database; as another role where the outbox is that one's own. */
  readonly run: <T>(work: (database: Database | DatabaseTransaction) => Promise<T>) => Promise<T>;
  readonly post: Post;
  /** ms since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** What is sent for a letter of the outbox. */
  readonly write: (id: string, letter: unknown) => Message;
  /** Told why a letter cannot be written, as one of another version; it waits like one that the mail server put off. */
  readonly onUnwritable: (error: unknown) => void;
  /** For how long a mail is one process's own, ms; a process that dies meanwhile leaves it to the others afterwards. */
  readonly leaseMs?: number;
  /** Asked before each mail; what is left then waits. */
  readonly isOver?: () => boolean;
}

const minute = 60_000;
/** After each failure the next try is later; after the last one it is given up. */
const pauses = [1, 5, 15, 60, 180, 360, 720, 1440].map((minutes) => minutes * minute);

interface Claimed {
  readonly id: string;
  readonly attempts: number;
  readonly notice: unknown;
}

const claimNext = async (
  { outbox, run, now, leaseMs = minute }: Delivery,
  lease: string,
): Promise<Claimed | undefined> => {
  const at = new Date(now());
  const { rows } = await run((database) =>
    sql<Claimed>`
    update ${sql.table(outbox)} set lease = ${lease}, leased_until = ${new Date(now() + leaseMs)}, attempts = attempts + 1
    where id = (
      select id from ${sql.table(outbox)}
      where sent_at is null and failed_at is null and due_at <= ${at}
        and (leased_until is null or leased_until <= ${at})
      order by due_at, id limit 1 for update skip locked
    )
    returning id, attempts, notice`.execute(database),
  );
  return rows[0];
};

const settle = async (
  { outbox, run, now }: Delivery,
  lease: string,
  { id, attempts }: Claimed,
  posted: Posted,
): Promise<void> => {
  const at = new Date(now());
  const pause = pauses[attempts - 1];
  const change =
    posted === 'sent'
      ? { sent_at: at, notice: null }
      : posted === 'refused' || pause === undefined
        ? { failed_at: at, notice: null }
        : { due_at: new Date(now() + pause) };
  await run((database) =>
    database
      // Both have the same columns.
      .updateTable(outbox as 'mail.outbox')
      .set({ ...change, lease: null, leased_until: null })
      .where('id', '=', id)
      .where('lease', '=', lease)
      .execute(),
  );
};

const written = ({ write, onUnwritable }: Delivery, { id, notice }: Claimed): Message | null => {
  try {
    return write(id, notice);
  } catch (error) {
    onUnwritable(error);
    return null;
  }
};

/** How many mails were sent, and how many the mail server did not take. */
export interface Delivered {
  readonly sent: number;
  readonly failed: number;
}

/**
 * Sends what is due, until nothing is left. Several processes may do so at once: each mail is one process's own while
 * it is sent, and no transaction is open meanwhile. A process that dies after the mail server has taken a mail and
 * before it is noted leads to the same mail once more, with the same Message-ID and the same bytes.
 */
export const deliverDue = async (delivery: Delivery): Promise<Delivered> => {
  const { isOver = () => false } = delivery;
  let [sent, failed] = [0, 0];
  for (;;) {
    if (isOver()) return { sent, failed };
    const lease = delivery.newId();
    const claimed = await claimNext(delivery, lease);
    if (claimed === undefined) return { sent, failed };
    const message = written(delivery, claimed);
    const posted = message === null ? 'later' : await delivery.post.send(message);
    await settle(delivery, lease, claimed, posted);
    if (posted === 'sent') sent++;
    else failed++;
  }
};
