import { type CancellationTerms, type Clinic, cancellationTerms } from '@zonula/clinic';
import type { Selectable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { AppointmentTable, Database, DatabaseTransaction } from '../db/tables.ts';

/** An appointment without whose it is. Times are ms since 1970. */
export interface Appointment {
  readonly id: string;
  readonly status: AppointmentTable['status'];
  readonly treatment: string;
  readonly practitioner: string;
  readonly room: string;
  readonly start: number;
  readonly end: number;
  readonly zone: string;
  /** What the clinic's clock shows at `start`. */
  readonly localStart: string;
  /** Until when a hold can be confirmed. */
  readonly expiresAt: number | null;
  /** Raised by every change of time and by cancelling, as calendars count. */
  readonly sequence: number;
  readonly price: number;
  /** What a code took off the price. */
  readonly discount: number;
  readonly deposit: number;
  readonly depositKept: number;
  /** What of the deposit the clinic has noted as paid. */
  readonly depositReceived: number;
  readonly currency: string;
  readonly cancellation: Clinic['cancellation'];
  /** The clinic has noted that nobody came. */
  readonly missed: boolean;
  /** As they are called now, or were when they were offered last. */
  readonly names: { readonly treatment: string; readonly practitioner: string };
  /** When a report was attached, ms since 1970; null without one. */
  readonly reportAt: number | null;
}

export const appointmentColumns = [
  'id',
  'status',
  'treatment',
  'practitioner',
  'room',
  'starts_at',
  'ends_at',
  'zone',
  'local_start',
  'expires_at',
  'sequence',
  'price',
  'discount',
  'deposit',
  'deposit_kept',
  'deposit_received',
  'currency',
  'cancellation',
  'missed',
] as const;

/** What stands in other tables about the row of `clinic.appointment` at hand. */
export const appointmentLookups = () =>
  [
    nameIn('treatment').as('treatment_name'),
    nameIn('practitioner').as('practitioner_name'),
    sql<Date | null>`(select attached_at from clinic.attachment
      where appointment = clinic.appointment.id)`.as('report_at'),
  ] as const;

const nameIn = (kind: 'treatment' | 'practitioner') =>
  sql<string>`(select coalesce(o.document ->> 'name', o.id) from ${sql.table(`clinic.${kind}`)} o
    where o.id = ${sql.ref(`clinic.appointment.${kind}`)})`;

export type AppointmentRow = Pick<
  Selectable<AppointmentTable>,
  (typeof appointmentColumns)[number]
> & {
  readonly treatment_name: string;
  readonly practitioner_name: string;
  readonly report_at: Date | null;
};

export const appointmentOf = (row: AppointmentRow): Appointment => ({
  id: row.id,
  status: row.status,
  treatment: row.treatment,
  practitioner: row.practitioner,
  room: row.room,
  start: row.starts_at.getTime(),
  end: row.ends_at.getTime(),
  zone: row.zone,
  localStart: row.local_start,
  expiresAt: row.expires_at?.getTime() ?? null,
  sequence: row.sequence,
  price: row.price,
  discount: row.discount,
  deposit: row.deposit,
  depositKept: row.deposit_kept,
  depositReceived: row.deposit_received,
  currency: row.currency,
  // Written by us from a parsed catalogue.
  cancellation: row.cancellation as Clinic['cancellation'],
  missed: row.missed,
  names: { treatment: row.treatment_name, practitioner: row.practitioner_name },
  reportAt: row.report_at?.getTime() ?? null,
});

export const findAppointment = async (
  database: Database | DatabaseTransaction,
  id: string,
): Promise<Appointment | null> => {
  const row = await database
    .selectFrom('clinic.appointment')
    .select(appointmentColumns)
    .select(appointmentLookups)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : appointmentOf(row);
};

/** The appointment, kept from changes by others until the transaction ends. */
export const lockAppointment = async (
  transaction: DatabaseTransaction,
  id: string,
): Promise<Appointment | null> => {
  const row = await transaction
    .selectFrom('clinic.appointment')
    .select(appointmentColumns)
    .select(appointmentLookups)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : appointmentOf(row);
};

/** Changes an appointment and notes the event, which mail and calendars follow. */
export const changeAppointment = async (
  transaction: DatabaseTransaction,
  id: string,
  now: number,
  kind: 'confirmed' | 'moved' | 'cancelled' | 'expired',
  change: Omit<Updateable<AppointmentTable>, 'id'>,
): Promise<Appointment> => {
  const row = await transaction
    .updateTable('clinic.appointment')
    .set({ ...change, changed_at: new Date(now) })
    .where('id', '=', id)
    .returning(appointmentColumns)
    .returning(appointmentLookups)
    .executeTakeFirstOrThrow();
  await noteEvent(transaction, row, kind, now);
  return appointmentOf(row);
};

export const noteEvent = async (
  transaction: DatabaseTransaction,
  { id, sequence }: { readonly id: string; readonly sequence: number },
  kind: 'held' | 'confirmed' | 'moved' | 'cancelled' | 'expired',
  now: number,
): Promise<void> => {
  await transaction
    .insertInto('clinic.appointment_event')
    .values({ appointment: id, kind, sequence, at: new Date(now) })
    .execute();
};

/** Lets go of holds that nobody confirmed in time; those that somebody is changing just now are left for later. */
export const expireHolds = async (
  database: Database | DatabaseTransaction,
  now: number,
): Promise<number> => {
  const { rows } = await sql`
    with due as (
      select id from clinic.appointment
      where status = 'held' and expires_at <= ${new Date(now)}
      order by id for update skip locked
    ), expired as (
      update clinic.appointment set status = 'expired', expires_at = null, changed_at = ${new Date(now)}
      where id in (select id from due)
      returning id, sequence
    )
    insert into clinic.appointment_event (appointment, kind, sequence, at)
    select id, 'expired', sequence, ${new Date(now)}::timestamptz from expired
    returning id`.execute(database);
  return rows.length;
};

/** What cancelling would cost now, by the rules that were agreed when it was booked. */
export const termsOf = (
  { cancellation, start, deposit }: Appointment,
  now: number,
): CancellationTerms => cancellationTerms(cancellation, { start, deposit, now });
