import { createRoute, z } from '@hono/zod-openapi';
import { languageSchema, line, slug } from '@zonula/clinic';
import type { Context } from 'hono';
import { findAppointment } from '../clinic/appointments.ts';
import { cancel } from '../clinic/cancel.ts';
import { confirm } from '../clinic/confirm.ts';
import { hold } from '../clinic/hold.ts';
import { ownersPurposes, purposes, unusedLink } from '../clinic/links.ts';
import { move } from '../clinic/move.ts';
import { Refusal } from '../clinic/refusal.ts';
import { callerOf } from '../http/caller.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { problemResponses } from '../http/problem.ts';
import { charge } from '../limits/rates.ts';
import { appointmentSchema, appointmentView, linksSchema, linksView } from './views.ts';

/** An instant between 2000 and 2199 with its offset. */
const startSchema = z.iso
  .datetime({ offset: true })
  .regex(/^2[01]/u, 'a time from 2000 to 2199 is needed')
  .meta({ example: '2026-03-30T09:00:00+01:00' });

export const keySchema = z
  .string()
  .regex(/^[\x21-\x7e]{16,200}$/u, '16 to 200 visible ASCII characters are needed')
  .meta({ description: 'Chosen at random for each booking; a repetition has the same answer.' });

/** What is booked and for whom. */
export const wantedSchema = z.object({
  treatment: slug,
  start: startSchema,
  practitioner: slug.optional(),
  client: z.object({
    name: line(120),
    email: z.email().max(254),
    phone: line(40).optional(),
  }),
  language: languageSchema.default('en').meta({ description: 'Of the mails.' }),
  answers: z
    .array(z.object({ id: slug, applies: z.boolean() }))
    .max(30)
    .default([])
    .meta({ description: "Whether each of the treatment's questions applies; never kept." }),
});

const holdSchema = wantedSchema
  .extend({
    discount: line(40).optional().meta({ description: 'A code of the newsletter.' }),
    replaces: z
      .object({ id: z.uuid(), link: z.string().regex(/^[\w-]{1,200}$/u) })
      .optional()
      .meta({ description: 'An earlier hold of the same person, which is let go for this one.' }),
  })
  .meta({ id: 'HoldRequest' });

/** What was sent, as operations take it: times in ms, and nothing where nothing was said. */
export const wantedOf = ({
  start,
  practitioner,
  client: { name, email, phone },
  ...rest
}: z.infer<typeof wantedSchema>) => ({
  ...rest,
  start: Date.parse(start),
  client: { name, email, ...(phone === undefined ? {} : { phone }) },
  ...(practitioner === undefined ? {} : { practitioner }),
});

export const moveSchema = z
  .object({ start: startSchema, practitioner: slug.optional() })
  .meta({ id: 'MoveRequest' });

const bookedSchema = z.object({ appointment: appointmentSchema, links: linksSchema });
const booked = (description: string) => ({
  description,
  content: { 'application/json': { schema: bookedSchema } },
});
const security = [{ link: [] }];
const params = z.object({ id: z.uuid() });
const linkProblems = [
  'bad-request',
  'invalid',
  'link-missing',
  'link-invalid',
  'link-other-purpose',
  'link-expired',
  'unknown-appointment',
  'too-many',
  'cross-site',
  'unavailable',
  'defect',
] as const;

const holdRoute = createRoute({
  method: 'post',
  path: '/api/v1/appointments',
  summary: 'Hold a start for a few minutes',
  request: {
    headers: z.object({ 'idempotency-key': keySchema }),
    body: { required: true, content: { 'application/json': { schema: holdSchema } } },
  },
  responses: {
    201: booked('Held; `links.confirm` confirms it'),
    ...problemResponses(
      'bad-request',
      'invalid',
      'no-clinic',
      'unknown-treatment',
      'not-offered',
      'just-taken',
      'link-invalid',
      'link-other-purpose',
      'link-expired',
      'question-unanswered',
      'ask-the-clinic',
      'discount-invalid',
      'key-reused',
      'too-many',
      'cross-site',
      'too-large',
      'not-json',
      'unavailable',
      'defect',
    ),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/api/v1/appointments/{id}',
  summary:
    'An appointment, by any of its links that was not used; by one that moves or cancels it also after its beginning',
  security,
  request: { params },
  responses: {
    200: { description: 'As it is now', content: { 'application/json': { schema: bookedSchema } } },
    ...problemResponses(...linkProblems, 'link-used'),
  },
});

const confirmRoute = createRoute({
  method: 'post',
  path: '/api/v1/appointments/{id}/confirm',
  summary: 'Confirm a hold; asked again within ten minutes, the answer is the same',
  security,
  request: { params },
  responses: {
    200: booked('Confirmed; the links move or cancel it, once'),
    ...problemResponses(...linkProblems, 'link-used', 'hold-expired', 'already-cancelled'),
  },
});

const moveRoute = createRoute({
  method: 'post',
  path: '/api/v1/appointments/{id}/move',
  summary: 'Move to another start, by a single-use link',
  security,
  request: {
    params,
    headers: z.object({ 'idempotency-key': keySchema.optional() }),
    body: { required: true, content: { 'application/json': { schema: moveSchema } } },
  },
  responses: {
    200: booked('Moved; with new links in the place of the old ones'),
    ...problemResponses(
      ...linkProblems,
      'link-used',
      'not-offered',
      'just-taken',
      'not-confirmed',
      'already-cancelled',
      'already-begun',
      'key-reused',
      'too-large',
      'not-json',
    ),
  },
});

const cancelRoute = createRoute({
  method: 'post',
  path: '/api/v1/appointments/{id}/cancel',
  summary: 'Cancel, by a single-use link',
  security,
  request: { params },
  responses: {
    200: booked('Cancelled; `depositKept` says what is kept'),
    ...problemResponses(
      ...linkProblems,
      'link-used',
      'not-confirmed',
      'already-cancelled',
      'already-begun',
    ),
  },
});

/** The routes of booking, for clients that are typed by them. */
export const booking = {
  hold: holdRoute,
  read: readRoute,
  confirm: confirmRoute,
  move: moveRoute,
  cancel: cancelRoute,
};

/** The token of the link that came with the request. */
export const tokenIn = (context: Context): string => {
  const header = context.req.header('authorization') ?? '';
  const token = /^Bearer ([\w-]{1,200})$/u.exec(header)?.[1];
  if (token === undefined) throw new Refusal('link-missing');
  return token;
};

/** Booking, and what the holder of a link may do. */
export const addAppointmentRoutes = (app: Api, clinic: ServerContext): void => {
  const { now, linkSecret } = clinic;
  app.openAPIRegistry.registerComponent('securitySchemes', 'link', {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of a link; it is for one appointment and one purpose.',
  });
  app.openapi(holdRoute, async (context) => {
    const { discount, replaces, ...wanted } = context.req.valid('json');
    const request = {
      ...wantedOf(wanted),
      ...(discount === undefined ? {} : { discount }),
      ...(replaces === undefined ? {} : { replaces }),
    };
    const key = context.req.valid('header')['idempotency-key'];
    const caller = callerOf(context, clinic.behindProxy);
    await charge(clinic.database, clinic, 'hold-attempt', caller);
    const idempotent = { key, content: request };
    const { appointment, link } = await hold(clinic, request, idempotent, (transaction) =>
      charge(transaction, clinic, 'hold', caller),
    );
    const links = linksView([link], linkSecret);
    return context.json({ appointment: appointmentView(appointment, now()), links }, 201);
  });
  app.openapi(readRoute, async (context) => {
    const token = tokenIn(context);
    const { id } = context.req.valid('param');
    const allowed = { appointment: id, allowed: purposes, evenExpired: ownersPurposes };
    await unusedLink(clinic, token, allowed);
    const appointment = await findAppointment(clinic.database, id);
    if (appointment === null) throw new Refusal('unknown-appointment');
    return context.json({ appointment: appointmentView(appointment, now()), links: {} }, 200);
  });
  app.openapi(confirmRoute, async (context) => {
    const token = tokenIn(context);
    const { appointment, links } = await confirm(clinic, context.req.valid('param').id, token);
    const answer = { links: linksView(links, linkSecret) };
    return context.json({ appointment: appointmentView(appointment, now()), ...answer }, 200);
  });
  app.openapi(moveRoute, async (context) => {
    const token = tokenIn(context);
    const { id } = context.req.valid('param');
    const { start, practitioner } = context.req.valid('json');
    const chosen = practitioner === undefined ? {} : { practitioner };
    const request = { start: Date.parse(start), ...chosen };
    const key = context.req.valid('header')['idempotency-key'];
    const idempotent = key === undefined ? null : { key, content: { id, token, ...request } };
    const { appointment, links } = await move(clinic, id, token, request, idempotent);
    const answer = { links: linksView(links, linkSecret) };
    return context.json({ appointment: appointmentView(appointment, now()), ...answer }, 200);
  });
  app.openapi(cancelRoute, async (context) => {
    const token = tokenIn(context);
    const appointment = await cancel(clinic, context.req.valid('param').id, token);
    return context.json({ appointment: appointmentView(appointment, now()), links: {} }, 200);
  });
};
