/// <reference types="fhir/r4" />
import {
  addDays,
  type Catalogue,
  dayOf,
  type FhirAppointmentStatus,
  fhirAppointment,
  fhirSlot,
  instantOf,
  slotId,
  workingSpans,
} from '@zonula/clinic';
import { sql } from 'kysely';
import type { Database } from '../db/tables.ts';
import type { InstantRange } from './fhir-search.ts';

interface AppointmentRow {
  readonly id: string;
  readonly fhir_status: FhirAppointmentStatus;
  readonly sequence: number;
  readonly treatment: string;
  readonly treatment_name: string;
  readonly practitioner: string;
  readonly practitioner_name: string;
  readonly room: string;
  readonly room_name: string;
  readonly client: string;
  readonly client_name: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly created_at: Date;
  readonly changed_at: Date;
}

export interface AppointmentQuestion extends InstantRange {
  readonly id?: string;
  readonly practitioner?: string;
  readonly statuses: readonly FhirAppointmentStatus[];
  /** The last appointment of the page before. */
  readonly after?: { readonly start: number; readonly id: string };
  readonly limit: number;
}

const dateOr = (ms: number, otherwise: string) =>
  Number.isFinite(ms) ? new Date(ms).toISOString() : otherwise;

/** What FHIR calls the state of the row `a`; holds that ran out have none. */
const statusOf = sql`case when a.missed then 'noshow'
  else case a.status when 'held' then 'pending' when 'confirmed' then 'booked' when 'cancelled' then 'cancelled' end end`;

/** Appointments in order of time, with how many there are altogether. Holds that ran out are none. */
export const fhirAppointments = async (
  database: Database,
  now: number,
  question: AppointmentQuestion,
): Promise<{ readonly total: number; readonly items: fhir4.Appointment[] }> => {
  const { id, practitioner, statuses, after, limit } = question;
  const where = sql`${statusOf} = any(${[...statuses]})
    and (a.expires_at is null or a.expires_at > ${new Date(now)})
    and a.starts_at >= ${dateOr(question.from, '-infinity')}::timestamptz
    and a.starts_at < ${dateOr(question.until, 'infinity')}::timestamptz
    and (${id ?? null}::uuid is null or a.id = ${id ?? null}::uuid)
    and (${practitioner ?? null}::text is null or a.practitioner = ${practitioner ?? null}::text)`;
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from clinic.appointment a where ${where}`.execute(database);
  const beyond =
    after === undefined
      ? sql`true`
      : sql`(a.starts_at, a.id) > (${new Date(after.start)}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<AppointmentRow>`
    select a.*, ${statusOf} as fhir_status, t.document ->> 'name' as treatment_name, p.document ->> 'name' as practitioner_name,
      r.document ->> 'name' as room_name
    from clinic.appointment a
    join clinic.treatment t on t.id = a.treatment
    join clinic.practitioner p on p.id = a.practitioner
    join clinic.room r on r.id = a.room
    where ${where} and ${beyond}
    order by a.starts_at, a.id limit ${limit}`.execute(database);
  const items = rows.map((row) =>
    fhirAppointment({
      id: row.id,
      status: row.fhir_status,
      sequence: row.sequence,
      treatment: { id: row.treatment, name: row.treatment_name },
      practitioner: { id: row.practitioner, name: row.practitioner_name },
      room: { id: row.room, name: row.room_name },
      client: { id: row.client, name: row.client_name },
      start: row.starts_at.getTime(),
      end: row.ends_at.getTime(),
      created: row.created_at.getTime(),
      changed: row.changed_at.getTime(),
    }),
  );
  return { total: counted[0]!.total, items };
};

/** The slots of a practitioner: the steps of working hours within a range that is not open. */
export const fhirSlots = async (
  database: Database,
  { clinic, practitioners }: Catalogue,
  { practitioner, range, now }: { practitioner: string; range: InstantRange; now: number },
): Promise<fhir4.Slot[]> => {
  const hours = practitioners.find(({ id }) => id === practitioner)?.availability;
  if (hours === undefined || range.from >= range.until) return [];
  const { rows } = await sql<{ status: string; start: Date; end: Date }>`
    select status, occupied_from as start, occupied_until as end from clinic.appointment
    where practitioner = ${practitioner} and status in ('held', 'confirmed')
      and (expires_at is null or expires_at > ${new Date(now)})
      and tstzrange(occupied_from, occupied_until, '[)')
        && tstzrange(${new Date(range.from)}, ${new Date(range.until)}, '[)')`.execute(database);
  const step = clinic.booking.stepMinutes * 60_000;
  const last = dayOf(range.until - 1, clinic.zone);
  const slots: fhir4.Slot[] = [];
  for (let day = dayOf(range.from, clinic.zone); day <= last; day = addDays(day, 1))
    for (const span of workingSpans(hours, day, clinic.zone))
      for (let start = span.start; start + step <= span.end; start += step) {
        if (start < range.from || start >= range.until) continue;
        const taken = rows.filter(
          (row) => row.start.getTime() < start + step && start < row.end.getTime(),
        );
        const status = taken.some((row) => row.status === 'confirmed')
          ? 'busy'
          : taken.length > 0
            ? 'busy-tentative'
            : 'free';
        slots.push(fhirSlot(practitioner, { start, end: start + step }, status));
      }
  return slots;
};

/** The practitioner and the instant that an id of a slot names, else null. */
export const slotOf = (
  { practitioners }: Catalogue,
  id: string,
): { readonly practitioner: string; readonly start: number } | null => {
  const start = Number.parseInt(id.slice(id.lastIndexOf('.') + 1), 36) * 60_000;
  if (!Number.isSafeInteger(start) || start > 7.26e12) return null;
  const known = practitioners.find((one) => slotId(one.id, start) === id);
  return known === undefined ? null : { practitioner: known.id, start };
};

/** What can be searched: from now, at most so many days ahead as can be booked. */
export const horizonOf = ({ clinic }: Catalogue, now: number): InstantRange => ({
  from: now,
  until: instantOf(
    addDays(dayOf(now, clinic.zone), clinic.booking.daysAhead + 1),
    '00:00',
    clinic.zone,
  ),
});
