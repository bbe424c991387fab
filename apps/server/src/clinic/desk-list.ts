import { addDays, type Catalogue, instantOf, type UnfitReason, unfitOf } from '@zonula/clinic';
import { sql } from 'kysely';
import type { Database } from '../db/tables.ts';
import {
  type Appointment,
  appointmentColumns,
  appointmentLookups,
  appointmentOf,
} from './appointments.ts';
import { Refusal } from './refusal.ts';

/** An appointment with whose it is, as the desk sees it. Times are ms since 1970. */
export interface DeskAppointment extends Appointment {
  readonly client: {
    readonly name: string;
    readonly email: string;
    readonly phone: string | null;
  };
  readonly roomName: string;
  readonly depositReceivedAt: number | null;
  /** What of it does not fit what is offered now; empty when it is over, held or cancelled. */
  readonly unfit: readonly UnfitReason[];
}

export interface DeskQuestion {
  readonly catalogue: Catalogue;
  /** The first and the last day, in the clinic's zone. */
  readonly from: string;
  readonly to: string;
  /** Only this one's. */
  readonly practitioner?: string;
  /** The last appointment of the page before. */
  readonly after?: string;
  readonly limit: number;
  readonly now: number;
}

/** Appointments that begin within some days, but no holds that ran out, in order of time; one more than `limit` where there are more. */
export const deskAppointments = async (
  database: Database,
  { catalogue, from, to, practitioner, after, limit, now }: DeskQuestion,
): Promise<DeskAppointment[]> => {
  const { zone } = catalogue.clinic;
  const start = new Date(instantOf(from, '00:00', zone));
  const end = new Date(instantOf(addDays(to, 1), '00:00', zone));
  let query = fromBook(database)
    .where('clinic.appointment.starts_at', '>=', start)
    .where('clinic.appointment.starts_at', '<', end)
    .where(({ or, eb }) =>
      or([
        eb('clinic.appointment.status', 'in', ['confirmed', 'cancelled']),
        eb('clinic.appointment.expires_at', '>', new Date(now)),
      ]),
    )
    .limit(limit + 1);
  if (practitioner !== undefined)
    query = query.where('clinic.appointment.practitioner', '=', practitioner);
  if (after !== undefined) {
    const last = await database
      .selectFrom('clinic.appointment')
      .select('starts_at')
      .where('id', '=', after)
      .executeTakeFirst();
    if (last === undefined) throw new Refusal('invalid', { detail: '"after" is no appointment' });
    query = query.where(
      sql<boolean>`(clinic.appointment.starts_at, clinic.appointment.id) > (${last.starts_at}, ${after}::uuid)`,
    );
  }
  return (await query.execute()).map((row) => deskAppointmentOf(row, catalogue, now));
};

/** Confirmed appointments to come that could not be booked like that with this catalogue, in order of time. */
export const unfitAppointments = async (
  database: Database,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: number },
): Promise<DeskAppointment[]> => {
  const rows = await fromBook(database)
    .where('clinic.appointment.status', '=', 'confirmed')
    .where('clinic.appointment.starts_at', '>', new Date(now))
    .execute();
  return rows
    .map((row) => deskAppointmentOf(row, catalogue, now))
    .filter(({ unfit }) => unfit.length > 0);
};

const fromBook = (database: Database) =>
  database
    .selectFrom('clinic.appointment')
    .innerJoin('clinic.client as c', 'c.id', 'clinic.appointment.client')
    .innerJoin('clinic.room as r', 'r.id', 'clinic.appointment.room')
    .select(appointmentColumns.map((column) => `clinic.appointment.${column}` as const))
    .select(appointmentLookups)
    .select([
      'clinic.appointment.client_name',
      'clinic.appointment.client_phone',
      'clinic.appointment.deposit_received_at',
      'c.email',
    ])
    .select(sql<string>`coalesce(r.document ->> 'name', r.id)`.as('room_name'))
    .orderBy('clinic.appointment.starts_at')
    .orderBy('clinic.appointment.id');

type Row = Awaited<ReturnType<ReturnType<typeof fromBook>['execute']>>[number];

const deskAppointmentOf = (row: Row, catalogue: Catalogue, now: number): DeskAppointment => {
  const appointment = appointmentOf(row);
  const open = appointment.status === 'confirmed' && appointment.start > now;
  return {
    ...appointment,
    client: { name: row.client_name, email: row.email, phone: row.client_phone },
    roomName: row.room_name,
    depositReceivedAt: row.deposit_received_at?.getTime() ?? null,
    unfit: open ? unfitOf(catalogue, appointment) : [],
  };
};
