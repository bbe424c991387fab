import { z } from '@hono/zod-openapi';
import { localTimeOf, type Slot } from '@zonula/clinic';
import { type Appointment, termsOf } from '../clinic/appointments.ts';
import { type Link, tokenOf } from '../clinic/links.ts';
import { instant, isoOf } from './schemas.ts';

export const slotSchema = z
  .object({ start: instant, end: instant, practitioner: z.string() })
  .meta({ id: 'Slot' });

export const slotView = ({ start, end, practitioner }: Slot): z.infer<typeof slotSchema> => ({
  start: isoOf(start),
  end: isoOf(end),
  practitioner,
});

export const appointmentSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(['held', 'confirmed', 'cancelled', 'expired']),
    treatment: z.string(),
    practitioner: z.string(),
    room: z.string(),
    start: instant,
    end: instant,
    zone: z.string(),
    localStart: z.string().meta({ description: "What the clinic's clock shows at the start." }),
    expiresAt: instant.nullable(),
    sequence: z.int(),
    price: z.int(),
    discount: z.int().meta({ description: 'What a code took off the price.' }),
    deposit: z.int(),
    depositKept: z.int(),
    depositReceived: z.int(),
    missed: z.boolean().meta({ description: 'The clinic has noted that nobody came.' }),
    names: z
      .object({ treatment: z.string(), practitioner: z.string() })
      .meta({ description: 'Also of what is not offered any more.' }),
    reportAt: instant.nullable().meta({ description: 'When a report was attached.' }),
    currency: z.string(),
    cancellation: z.object({
      freeUntil: instant,
      free: z.boolean().meta({ description: 'Whether cancelling now costs nothing.' }),
      kept: z.int().meta({ description: 'What of the deposit would be kept now.' }),
      keepsDeposit: z.boolean().meta({ description: 'What was agreed for cancelling later.' }),
    }),
  })
  .meta({ id: 'Appointment' });

export const appointmentView = (
  appointment: Appointment,
  now: number,
): z.infer<typeof appointmentSchema> => {
  const { start, end, expiresAt, reportAt, cancellation, ...rest } = appointment;
  const { freeUntil, free, kept } = termsOf(appointment, now);
  // A hold that nobody has swept up yet is over all the same.
  const status =
    appointment.status === 'held' && expiresAt! <= now ? 'expired' : appointment.status;
  return {
    ...rest,
    status,
    start: isoOf(start),
    end: isoOf(end),
    expiresAt: expiresAt === null ? null : isoOf(expiresAt),
    reportAt: reportAt === null ? null : isoOf(reportAt),
    cancellation: {
      freeUntil: isoOf(freeUntil),
      free,
      kept,
      keepsDeposit: cancellation.keepsDeposit,
    },
  };
};

/** What each link that came with an answer allows; sent as `Authorization: Bearer TOKEN`. */
export const linksSchema = z
  .object({ confirm: z.string(), move: z.string(), cancel: z.string() })
  .partial()
  .meta({ id: 'Links' });

export const linksView = (
  links: readonly Link[],
  secret: Uint8Array,
): z.infer<typeof linksSchema> =>
  Object.fromEntries(links.map((link) => [link.purpose, tokenOf(link, secret)]));

export const localSlotView = (slot: Slot, zone: string) => ({
  ...slotView(slot),
  localStart: localTimeOf(slot.start, zone),
});
