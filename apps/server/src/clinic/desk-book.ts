import type { Slot } from '@zonula/clinic';
import { retried } from '../db/failures.ts';
import type { Database } from '../db/tables.ts';
import type { Appointment } from './appointments.ts';
import { loadCatalogue } from './catalogue-store.ts';
import { confirmIn } from './confirm.ts';
import type { ClinicContext } from './context.ts';
import { noteDeskAction } from './desk-actions.ts';
import { atDesk } from './desk-change.ts';
import { freeStarts, nextStarts } from './free-starts.ts';
import { assertSuitable, type HoldRequest, writeHold } from './hold.ts';
import { type IdempotentRequest, onceFor } from './idempotency.ts';
import { assertOffered, withNextStarts } from './place.ts';
import { Refusal } from './refusal.ts';

/** What somebody who telephones is asked for. */
export type DeskBooking = Omit<HoldRequest, 'discount' | 'replaces'>;

const offeredAtDesk = async (database: Database, id: string) => {
  const catalogue = atDesk(await loadCatalogue(database));
  const treatment = catalogue.treatments.find((one) => one.id === id);
  if (treatment === undefined) throw new Refusal('unknown-treatment');
  return { catalogue, treatment };
};

/** Where a treatment could be booked at the desk from one day to another, by the clinic's clock. */
export const startsAtDesk = async (
  { database, now }: ClinicContext,
  treatment: string,
  days: { readonly from: string; readonly to: string; readonly practitioner?: string },
): Promise<Slot[]> =>
  freeStarts(database, { ...(await offeredAtDesk(database, treatment)), ...days, now: now() });

/**
 * Books for a client and confirms it in one step; the client gets the same mail as one who booked alone. The rules are those
 * of every booking, but for the notice and how far ahead. The same `idempotent` key gives the same appointment.
 */
export const bookAtDesk = async (
  context: ClinicContext,
  { treatment: id, answers, start, practitioner, ...whose }: DeskBooking,
  account: string,
  idempotent: IdempotentRequest,
): Promise<Appointment> => {
  const { database, now } = context;
  const { catalogue, treatment } = await offeredAtDesk(database, id);
  assertSuitable(treatment, answers);
  const wanted = {
    catalogue,
    treatment,
    start,
    ...(practitioner === undefined ? {} : { practitioner }),
  };
  const booked = await withNextStarts(
    () =>
      retried(() =>
        database.transaction().execute((transaction) =>
          onceFor(transaction, 'desk-book', idempotent, now(), async () => {
            const at = now();
            assertOffered(wanted, at);
            const { id: own } = await writeHold(context, transaction, wanted, whose);
            const { appointment } = await confirmIn(context, transaction, own, at);
            await noteDeskAction(transaction, { at, account, action: 'booked', appointment: own });
            return appointment;
          }),
        ),
      ),
    () => nextStarts(database, { ...wanted, now: now() }),
  );
  context.nudge?.('mail');
  return booked;
};
