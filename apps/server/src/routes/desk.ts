import { createRoute, z } from '@hono/zod-openapi';
import { dayOf } from '@zonula/clinic';
import { practitionerOf } from '../account/roles.ts';
import { loadCatalogue } from '../clinic/catalogue-store.ts';
import { deskActions, deskLog } from '../clinic/desk-actions.ts';
import { cancelAtDesk, moveAtDesk, noteAttendance, startsToMoveTo } from '../clinic/desk-change.ts';
import { deskAppointments, unfitAppointments } from '../clinic/desk-list.ts';
import { waitingEntries } from '../clinic/desk-waiting.ts';
import { Refusal } from '../clinic/refusal.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { signedIn, signedInAs } from '../http/guard.ts';
import { problemResponses } from '../http/problem.ts';
import { moveSchema } from './appointments.ts';
import {
  changesSchema,
  deskAppointmentSchema,
  deskAppointmentView,
  deskProblems,
  editProblems,
  expectedIn,
  fewDaysQuery,
  ifMatch,
  localSlotsSchema,
} from './desk-schemas.ts';
import { logNext, logPage, logQuery, pageOf, pageQuery, pageSchema } from './paging.ts';
import { bySession, contentProblems, instant, isoOf, json, sent } from './schemas.ts';
import { appointmentSchema, appointmentView, localSlotView } from './views.ts';

const path = '/api/v1/clinic/appointments';
const params = z.object({ id: z.uuid() });
const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'The appointments of some days; for a clinician their own',
  security: bySession,
  request: {
    query: fewDaysQuery.safeExtend({
      after: z.uuid().optional().meta({ description: 'The last one of the page before.' }),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
  },
  responses: {
    200: json(
      z.object({ items: z.array(deskAppointmentSchema), next: z.uuid().nullable() }),
      'In order of time; `next` goes into `after`',
    ),
    ...problemResponses(...deskProblems, 'no-clinic'),
  },
});

const unfitRoute = createRoute({
  method: 'get',
  path: `${path}/unfit`,
  summary:
    'Appointments to come that do not fit what is offered now; they stay until they are moved',
  security: bySession,
  request: { query: pageQuery(z.uuid(), 500) },
  responses: {
    200: json(pageSchema(deskAppointmentSchema), 'In order of time'),
    ...problemResponses(...deskProblems, 'no-clinic'),
  },
});

const slotsRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/slots`,
  summary: 'Where an appointment could be moved, without the notice that clients must give',
  security: bySession,
  request: {
    params,
    query: fewDaysQuery,
  },
  responses: {
    200: json(localSlotsSchema, 'In order of time'),
    ...problemResponses(...deskProblems, 'no-clinic', 'unknown-appointment'),
  },
});

const changeProblems = [
  ...deskProblems,
  ...contentProblems,
  ...editProblems,
  'unknown-appointment',
  'not-confirmed',
  'already-cancelled',
  'already-begun',
] as const;

const moveRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/move`,
  summary: 'Give an appointment another time; its old links are used up, the client gets a mail',
  security: bySession,
  request: { params, headers: ifMatch, body: sent(moveSchema) },
  responses: {
    200: json(appointmentSchema, 'Moved; `If-Match` is the `sequence` that was looked at'),
    ...problemResponses(...changeProblems, 'no-clinic', 'not-offered', 'just-taken'),
  },
});

const cancelRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/cancel`,
  summary: 'Cancel an appointment; the client gets a mail',
  security: bySession,
  request: {
    params,
    headers: ifMatch,
    body: sent(
      z
        .object({
          by: z.enum(['clinic', 'client']).meta({
            description: 'What was agreed about the deposit holds for the client alone.',
          }),
        })
        .meta({ id: 'DeskCancelRequest' }),
    ),
  },
  responses: {
    200: json(appointmentSchema, 'Cancelled; `If-Match` is the `sequence` that was looked at'),
    ...problemResponses(...changeProblems),
  },
});

const attendanceRoute = createRoute({
  method: 'put',
  path: `${path}/{id}/attendance`,
  summary: 'Note that nobody came, or take that back',
  security: bySession,
  request: {
    params,
    body: sent(z.object({ missed: z.boolean() }).meta({ id: 'AttendanceRequest' })),
  },
  responses: {
    204: { description: 'Noted' },
    ...problemResponses(
      ...deskProblems,
      ...contentProblems,
      'unknown-appointment',
      'not-confirmed',
      'not-begun',
    ),
  },
});

const waitingRoute = createRoute({
  method: 'get',
  path: '/api/v1/clinic/waiting',
  summary: 'Who waits for a start to become free, whoever joined first before the others',
  security: bySession,
  request: { query: pageQuery(z.uuid(), 500) },
  responses: {
    200: json(
      pageSchema(
        z
          .object({
            id: z.uuid(),
            name: z.string(),
            email: z.string(),
            treatment: z.string(),
            treatmentName: z.string(),
            practitioner: z.string().nullable(),
            from: z.string(),
            until: z.string(),
            joinedAt: instant,
            offeredStart: instant.nullable(),
          })
          .meta({ id: 'WaitingEntry' }),
      ),
      'Of the first 500',
    ),
    ...problemResponses(...deskProblems, 'no-clinic'),
  },
});

const logRoute = createRoute({
  method: 'get',
  path: '/api/v1/clinic/log',
  summary: 'What was done at the desk, the latest first',
  security: bySession,
  request: {
    query: logQuery,
  },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            id: z.int(),
            at: instant,
            account: z.uuid().nullable().meta({ description: 'null when it is gone.' }),
            byYou: z.boolean(),
            action: z.enum(deskActions),
            appointment: z.uuid().nullable(),
            key: z.uuid().nullable(),
            version: z.int().nullable(),
            changes: changesSchema.nullable(),
          }),
        ),
        next: logNext,
      }),
      'The latest first',
    ),
    ...problemResponses(...deskProblems),
  },
});

/** The book of the clinic, for its administrators; clinicians see their own appointments. */
export const addDeskRoutes = (app: Api, server: ServerContext): void => {
  const { database, now } = server;
  app.openapi(listRoute, async (context) => {
    const session = await signedIn(context, server);
    const isAdmin = session.roles.includes('clinic-admin');
    const own = isAdmin ? null : await practitionerOf(database, session.account);
    if (!isAdmin && own === null) throw new Refusal('not-allowed');
    const { from, to, limit, after, ...asked } = context.req.valid('query');
    const practitioner = own ?? asked.practitioner;
    const at = now();
    const catalogue = await loadCatalogue(database);
    const found = await deskAppointments(database, {
      ...{ catalogue, from, to, limit, now: at },
      ...(practitioner === undefined ? {} : { practitioner }),
      ...(after === undefined ? {} : { after }),
    });
    const items = found.slice(0, limit).map((one) => deskAppointmentView(one, at));
    return context.json({ items, next: found.length > limit ? items.at(-1)!.id : null }, 200);
  });
  app.openapi(unfitRoute, async (context) => {
    await signedInAs(context, server, 'clinic-admin');
    const at = now();
    const catalogue = await loadCatalogue(database);
    const found = await unfitAppointments(database, { catalogue, now: at });
    const page = pageOf(found, context.req.valid('query'), ({ id }) => id);
    const items = page.items.map((one) => deskAppointmentView(one, at));
    return context.json({ items, next: page.next }, 200);
  });
  app.openapi(slotsRoute, async (context) => {
    await signedInAs(context, server, 'clinic-admin');
    const { practitioner, ...asked } = context.req.valid('query');
    const chosen = practitioner === undefined ? asked : { ...asked, practitioner };
    const slots = await startsToMoveTo(server, context.req.valid('param').id, chosen);
    const { zone } = (await loadCatalogue(database)).clinic;
    return context.json({ zone, items: slots.map((slot) => localSlotView(slot, zone)) }, 200);
  });
  app.openapi(moveRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinic-admin');
    const { start, practitioner } = context.req.valid('json');
    const chosen = practitioner === undefined ? {} : { practitioner };
    const request = { start: Date.parse(start), ...chosen };
    const change = { account, expected: expectedIn(context) };
    const moved = await moveAtDesk(server, context.req.valid('param').id, request, change);
    return context.json(appointmentView(moved, now()), 200);
  });
  app.openapi(cancelRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinic-admin');
    const change = { account, expected: expectedIn(context) };
    const { by } = context.req.valid('json');
    const cancelled = await cancelAtDesk(server, context.req.valid('param').id, by, change);
    return context.json(appointmentView(cancelled, now()), 200);
  });
  app.openapi(attendanceRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinic-admin');
    const { missed } = context.req.valid('json');
    await noteAttendance(server, context.req.valid('param').id, missed, account);
    return context.body(null, 204);
  });
  app.openapi(waitingRoute, async (context) => {
    await signedInAs(context, server, 'clinic-admin');
    const { zone } = (await loadCatalogue(database)).clinic;
    const entries = await waitingEntries(database, dayOf(now(), zone));
    const all = entries.map(({ joinedAt, offeredStart, ...rest }) => ({
      ...rest,
      joinedAt: isoOf(joinedAt),
      offeredStart: offeredStart === null ? null : isoOf(offeredStart),
    }));
    return context.json(
      pageOf(all, context.req.valid('query'), ({ id }) => id),
      200,
    );
  });
  app.openapi(logRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinic-admin');
    const { before, limit } = context.req.valid('query');
    const page = { limit: limit + 1, ...(before === undefined ? {} : { before }) };
    const items = (await deskLog(database, page)).map((entry) => ({
      ...entry,
      at: isoOf(entry.at),
      byYou: entry.account === account,
      changes: entry.changes === null ? null : [...entry.changes],
    }));
    return context.json(logPage(items, limit), 200);
  });
};
