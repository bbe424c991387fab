import type { ClinicContext } from './context.ts';
import { Refusal } from './refusal.ts';
import { isLeaveToken } from './waiting-links.ts';

/** Takes somebody off the waiting list by their link; done again, it changes nothing. */
export const leaveWaiting = async (
  { database, linkSecret }: ClinicContext,
  id: string,
  token: string,
): Promise<void> => {
  if (!isLeaveToken(token, id, linkSecret)) throw new Refusal('link-invalid');
  await database
    .updateTable('clinic.waiting')
    .set({ status: 'left', offered: null })
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'offered'])
    .execute();
};
