import { z } from 'zod';
import { availabilitySchema } from './availability.ts';
import { line, prose, slug } from './text.ts';
import { zoneSchema } from './zone.ts';

/** Money in the smallest unit of its currency: pence, cents. */
const minorUnits = z.int().min(0).max(100_000_000);
const minutes = (most: number) => z.int().min(0).max(most);

const contactSchema = z.strictObject({
  email: z.email().max(254),
  phone: line(40),
  address: prose(300),
});

/** What the clinic asks of every booking. */
const bookingRulesSchema = z.strictObject({
  /** Starts are offered every so many minutes from the beginning of somebody's hours. */
  stepMinutes: z.int().min(5).max(240),
  /** The latest that one can book: so many minutes before. */
  noticeMinutes: minutes(60 * 24 * 60),
  /** The earliest that one can book: so many days before. */
  daysAhead: z.int().min(1).max(730),
  /** For how long a start is kept for somebody who has not confirmed yet. */
  holdMinutes: z.int().min(1).max(60),
  /** For how long a start that became free is kept for the first on the waiting list. */
  offerMinutes: z
    .int()
    .min(10)
    .max(24 * 60)
    .default(120),
  /** Reminders are sent so many hours before; 0 sends none. */
  reminderHours: z
    .int()
    .min(0)
    .max(7 * 24)
    .default(24),
});

/** Until when cancelling costs nothing, and what happens with the deposit afterwards. */
const cancellationSchema = z.strictObject({
  freeUntilHours: z
    .int()
    .min(0)
    .max(24 * 60),
  keepsDeposit: z.boolean(),
});

/** What whoever confirms the newsletter is given for a first appointment; 0 gives nothing. */
const newsletterSchema = z.strictObject({ discountPercent: z.int().min(0).max(50).default(0) });

export const clinicSchema = z
  .strictObject({
    name: line(120),
    about: prose(2000),
    zone: zoneSchema,
    currency: z.string().regex(/^[A-Z]{3}$/u, 'a currency such as GBP is needed'),
    contact: contactSchema,
    booking: bookingRulesSchema,
    cancellation: cancellationSchema,
    newsletter: newsletterSchema.default({ discountPercent: 0 }),
    /** Appointments are forgotten so many days after they ended. */
    keepDays: z.int().min(1).max(3650).default(365),
  })
  .meta({ id: 'Clinic' });
export type Clinic = Readonly<z.infer<typeof clinicSchema>>;

export const roomSchema = z.strictObject({ id: slug, name: line(120) });

export const practitionerSchema = z.strictObject({
  id: slug,
  name: line(120),
  role: line(120),
  availability: availabilitySchema,
});
export type Practitioner = Readonly<z.infer<typeof practitionerSchema>>;

/** Asked before booking. Whoever answers yes is not sold an appointment but told `advice`. */
const contraindicationSchema = z.strictObject({ id: slug, question: line(300), advice: line(500) });

export const treatmentSchema = z
  .strictObject({
    id: slug,
    name: line(120),
    about: prose(2000),
    price: minorUnits,
    deposit: minorUnits.default(0),
    minutes: z
      .int()
      .min(5)
      .max(12 * 60),
    /** Kept free before and after for the practitioner and the room; may reach beyond working hours. */
    bufferBefore: minutes(120).default(0),
    bufferAfter: minutes(120).default(0),
    practitioners: z.array(slug).min(1).max(50),
    rooms: z.array(slug).min(1).max(50),
    contraindications: z.array(contraindicationSchema).max(30).default([]),
  })
  .refine(({ deposit, price }) => deposit <= price, 'the deposit is at most the price')
  .meta({ id: 'Treatment' });
export type Treatment = Readonly<z.infer<typeof treatmentSchema>>;

const repeated = (ids: readonly string[]): string | undefined =>
  ids.find((id, index) => ids.indexOf(id) !== index);

/** Everything that a clinic offers: the file that `zonula serve --clinic` reads. */
export const catalogueSchema = z
  .strictObject({
    clinic: clinicSchema,
    rooms: z.array(roomSchema).max(200),
    practitioners: z.array(practitionerSchema).max(500),
    treatments: z.array(treatmentSchema).max(500),
  })
  .superRefine(({ rooms, practitioners, treatments }, context) => {
    const lists = { rooms, practitioners, treatments };
    for (const [name, list] of Object.entries(lists)) {
      const twice = repeated(list.map(({ id }) => id));
      if (twice !== undefined)
        context.addIssue({ code: 'custom', path: [name], message: `"${twice}" stands twice` });
    }
    treatments.forEach((treatment, index) => {
      for (const kind of ['practitioners', 'rooms'] as const) {
        const known = new Set(lists[kind].map(({ id }) => id));
        for (const id of treatment[kind].filter((id) => !known.has(id)))
          context.addIssue({
            code: 'custom',
            path: ['treatments', index, kind],
            message: `"${id}" is not among the ${kind}`,
          });
      }
    });
  });
export type Catalogue = Readonly<z.infer<typeof catalogueSchema>>;
