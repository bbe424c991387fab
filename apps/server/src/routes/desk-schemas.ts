import { z } from '@hono/zod-openapi';
import { daySchema, daysBetween, slug, unfitReasons } from '@zonula/clinic';
import type { Context } from 'hono';
import type { DeskAppointment } from '../clinic/desk-list.ts';
import { Refusal } from '../clinic/refusal.ts';
import { instant, isoOf, sessionProblems } from './schemas.ts';
import { appointmentSchema, appointmentView, slotSchema } from './views.ts';

/** What every route of the desk may answer with. */
export const deskProblems = [...sessionProblems, 'not-allowed'] as const;
export const editProblems = ['version-missing', 'changed-meanwhile'] as const;

const mostDays = 31;
/** Some days, of everybody or of one practitioner. */
export const fewDaysQuery = z
  .object({
    from: daySchema.meta({ description: "The first day, by the clinic's clock." }),
    to: daySchema,
    practitioner: slug.optional(),
  })
  .refine(
    ({ from, to }) => daysBetween(from, to) >= 0 && daysBetween(from, to) < mostDays,
    `"to" is at most ${mostDays - 1} days after "from"`,
  );

/** Free starts with what the clinic's clock shows then. */
export const localSlotsSchema = z.object({
  zone: z.string(),
  items: z.array(slotSchema.extend({ localStart: z.string() })),
});

const mostVersion = 2_147_483_647;

/** For a request that says in `If-Match: "7"` which version it changes. */
export const ifMatch = z.object({
  'if-match': z
    .string()
    .optional()
    .meta({ description: 'The version that was looked at, as `ETag` told it.', example: '"7"' }),
});

/** The version that a request says it has looked at. */
export const expectedIn = (context: Context): number => {
  const version = Number(/^"(\d{1,10})"$/u.exec(context.req.header('if-match') ?? '')?.[1]);
  if (Number.isNaN(version)) throw new Refusal('version-missing');
  if (version > mostVersion) throw new Refusal('changed-meanwhile');
  return version;
};

export const changeSchema = z.object({
  kind: z.enum(['clinic', 'room', 'practitioner', 'treatment']),
  id: z.string(),
  name: z.string(),
  what: z.enum(['added', 'changed', 'withdrawn']),
});
export const changesSchema = z.array(changeSchema);

export const deskAppointmentSchema = appointmentSchema
  .extend({
    client: z.object({ name: z.string(), email: z.string(), phone: z.string().nullable() }),
    roomName: z.string(),
    depositReceivedAt: instant.nullable(),
    unfit: z
      .array(z.enum(unfitReasons))
      .meta({ description: 'What of it does not fit what is offered now.' }),
  })
  .meta({ id: 'DeskAppointment' });

export const deskAppointmentView = (
  { client, roomName, depositReceivedAt, unfit, ...appointment }: DeskAppointment,
  now: number,
): z.infer<typeof deskAppointmentSchema> => ({
  ...appointmentView(appointment, now),
  client,
  roomName,
  depositReceivedAt: depositReceivedAt === null ? null : isoOf(depositReceivedAt),
  unfit: [...unfit],
});
