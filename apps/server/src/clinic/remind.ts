import { sql } from 'kysely';
import { retried } from '../db/failures.ts';
import { queueAppointmentLetter } from '../mail/appointment-letter.ts';
import { findAppointment } from './appointments.ts';
import { loadCatalogue } from './catalogue-store.ts';
import type { ClinicContext } from './context.ts';
import { openLinks } from './links.ts';

const hour = 3_600_000;

/**
 * Writes a reminder down for every appointment that begins within the clinic's `reminderHours`, once for each time it
 * was given. Whoever booked or moved within these hours has just been told and is not reminded. Returns how many.
 */
export const remindOfSoon = async (context: ClinicContext): Promise<number> => {
  const { database, now } = context;
  if (context.mail === undefined) return 0;
  const catalogue = await loadCatalogue(database);
  const { reminderHours } = catalogue.clinic.booking;
  if (reminderHours === 0) return 0;
  const at = now();
  const { rows: soon } = await sql<{ id: string }>`
    select a.id from clinic.appointment a
    where a.status = 'confirmed'
      and a.starts_at > ${new Date(at)}
      and a.starts_at <= ${new Date(at + reminderHours * hour)}
      and a.changed_at <= a.starts_at - ${reminderHours}::int * interval '1 hour'
      and not exists (
        select from mail.outbox o where o.about = 'appointment ' || a.id || ' reminder ' || a.sequence)
    order by a.starts_at`.execute(database);
  let reminded = 0;
  for (const { id } of soon) {
    reminded++;
    await retried(() =>
      database.transaction().execute(async (transaction) => {
        const appointment = await findAppointment(transaction, id);
        if (appointment?.status !== 'confirmed') return;
        const links = await openLinks(transaction, id);
        const letter = { kind: 'reminder', appointment, links, at, catalogue } as const;
        await queueAppointmentLetter(context, transaction, letter);
      }),
    );
  }
  if (reminded > 0) context.nudge?.('mail');
  return reminded;
};
