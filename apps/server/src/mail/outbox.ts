import {
  type AppointmentNotice,
  appointmentNoticeSchema,
  type JoinedNotice,
  joinedNoticeSchema,
} from '@zonula/clinic';
import type { ClinicContext } from '../clinic/context.ts';
import type { Link } from '../clinic/links.ts';
import type { DatabaseTransaction } from '../db/tables.ts';

/** What waits in the outbox: the facts of a mail and the ids of its links, never their tokens. */
export interface Letter {
  readonly notice: AppointmentNotice | JoinedNotice;
  readonly links: readonly Link[];
  /** The entry of the waiting list that the mail is about. */
  readonly waiting?: string;
}

/**
 * Writes a mail down in the transaction of what it tells, so that both are there or neither. `about` names what it
 * tells; a second mail about the same is left out. Does nothing where the server sends no mail.
 */
export const queueLetter = async (
  { mail, newId }: Pick<ClinicContext, 'mail' | 'newId'>,
  transaction: DatabaseTransaction,
  { about, letter }: { readonly about: string; readonly letter: Letter },
): Promise<void> => {
  if (mail === undefined) return;
  const at = new Date(letter.notice.at);
  await transaction
    .insertInto('mail.outbox')
    .values({
      id: newId(),
      about,
      created_at: at,
      due_at: at,
      notice: JSON.stringify(letter),
    })
    .onConflict((conflict) => conflict.column('about').doNothing())
    .execute();
};

/** A letter as the outbox gives it back. */
export const letterOf = (stored: unknown): Letter => {
  const { notice, ...rest } = stored as Letter;
  const schema = notice.kind === 'joined' ? joinedNoticeSchema : appointmentNoticeSchema;
  return { ...rest, notice: schema.parse(notice) };
};
