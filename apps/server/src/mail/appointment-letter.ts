import type { AppointmentNotice, Catalogue } from '@zonula/clinic';
import { type Appointment, termsOf } from '../clinic/appointments.ts';
import { loadCatalogue } from '../clinic/catalogue-store.ts';
import type { ClinicContext } from '../clinic/context.ts';
import type { Link } from '../clinic/links.ts';
import type { DatabaseTransaction } from '../db/tables.ts';
import { queueLetter } from './outbox.ts';

export interface AppointmentLetter {
  readonly kind: AppointmentNotice['kind'];
  readonly appointment: Appointment;
  readonly links: readonly Link[];
  /** ms since 1970. */
  readonly at: number;
  readonly waiting?: string;
  /** What is offered, where the caller has it already. */
  readonly catalogue?: Catalogue;
}

/** Writes a mail about an appointment down, once for each kind and sequence, with everything as it is at this moment. */
export const queueAppointmentLetter = async (
  context: Pick<ClinicContext, 'mail' | 'newId'>,
  transaction: DatabaseTransaction,
  { kind, appointment, links, at, waiting, catalogue }: AppointmentLetter,
): Promise<void> => {
  if (context.mail === undefined) return;
  const { clinic } = catalogue ?? (await loadCatalogue(transaction));
  const to = await transaction
    .selectFrom('clinic.appointment as a')
    .innerJoin('clinic.client as c', 'c.id', 'a.client')
    .select(['a.client_name', 'c.email', 'a.language'])
    .where('a.id', '=', appointment.id)
    .executeTakeFirstOrThrow();
  const { name, contact } = clinic;
  const { id, sequence, start, end, zone, price, discount, deposit, depositKept } = appointment;
  const notice: AppointmentNotice = {
    kind,
    language: to.language,
    to: { name: to.client_name, email: to.email },
    clinic: { name, ...contact },
    appointment: {
      id,
      sequence,
      start,
      end,
      zone,
      practitioner: appointment.names.practitioner,
      price,
      discount,
      deposit,
      depositKept,
      currency: appointment.currency,
      freeUntil: termsOf(appointment, at).freeUntil,
      keepsDeposit: appointment.cancellation.keepsDeposit,
      expiresAt: appointment.expiresAt,
    },
    at,
  };
  const letter = { notice, links, ...(waiting === undefined ? {} : { waiting }) };
  await queueLetter(context, transaction, {
    about: `appointment ${id} ${kind} ${sequence}`,
    letter,
  });
};
