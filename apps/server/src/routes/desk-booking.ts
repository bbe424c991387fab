import { createRoute, z } from '@hono/zod-openapi';
import { slug } from '@zonula/clinic';
import { loadCatalogue } from '../clinic/catalogue-store.ts';
import { bookAtDesk, startsAtDesk } from '../clinic/desk-book.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { signedInAs } from '../http/guard.ts';
import { problemResponses } from '../http/problem.ts';
import { keySchema, wantedOf, wantedSchema } from './appointments.ts';
import { deskProblems, fewDaysQuery, localSlotsSchema } from './desk-schemas.ts';
import { bySession, contentProblems, json, sent } from './schemas.ts';
import { appointmentSchema, appointmentView, localSlotView } from './views.ts';

const slotsRoute = createRoute({
  method: 'get',
  path: '/api/v1/clinic/treatments/{treatment}/slots',
  summary: 'Where the desk could book, without the notice that clients must give',
  security: bySession,
  request: { params: z.object({ treatment: slug }), query: fewDaysQuery },
  responses: {
    200: json(localSlotsSchema, 'In order of time'),
    ...problemResponses(...deskProblems, 'no-clinic', 'unknown-treatment'),
  },
});

const bookRoute = createRoute({
  method: 'post',
  path: '/api/v1/clinic/appointments',
  summary: 'Book for somebody who telephones; they get the mail of every booking',
  security: bySession,
  request: {
    headers: z.object({ 'idempotency-key': keySchema }),
    body: sent(wantedSchema.meta({ id: 'DeskBookingRequest' })),
  },
  responses: {
    201: json(appointmentSchema, 'Booked and confirmed'),
    ...problemResponses(
      ...deskProblems,
      ...contentProblems,
      'no-clinic',
      'unknown-treatment',
      'not-offered',
      'just-taken',
      'question-unanswered',
      'ask-the-clinic',
      'key-reused',
    ),
  },
});

/** Booking at the desk, for the clinic's administrators. */
export const addDeskBookingRoutes = (app: Api, server: ServerContext): void => {
  const { database, now } = server;
  app.openapi(slotsRoute, async (context) => {
    await signedInAs(context, server, 'clinic-admin');
    const { practitioner, ...asked } = context.req.valid('query');
    const chosen = practitioner === undefined ? asked : { ...asked, practitioner };
    const slots = await startsAtDesk(server, context.req.valid('param').treatment, chosen);
    const { zone } = (await loadCatalogue(database)).clinic;
    return context.json({ zone, items: slots.map((slot) => localSlotView(slot, zone)) }, 200);
  });
  app.openapi(bookRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinic-admin');
    const request = wantedOf(context.req.valid('json'));
    const key = context.req.valid('header')['idempotency-key'];
    const booked = await bookAtDesk(server, request, account, { key, content: request });
    return context.json(appointmentView(booked, now()), 201);
  });
};
