import { createRoute, z } from '@hono/zod-openapi';
import { practitionerOf } from '../account/roles.ts';
import {
  attachReport,
  detachReport,
  largestAttachment,
  readingsOf,
  readReport,
  recordDeposit,
} from '../clinic/attach.ts';
import { Refusal } from '../clinic/refusal.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { signedInAs } from '../http/guard.ts';
import { problemResponses } from '../http/problem.ts';
import { tokenIn } from './appointments.ts';
import { logNext, logPage, logQuery } from './paging.ts';
import {
  bySession,
  contentProblems,
  instant,
  isoOf,
  json,
  sent,
  sessionProblems,
} from './schemas.ts';

const params = z.object({ id: z.uuid() });
const path = '/api/v1/appointments/{id}/report';
const reportSchema = z
  .object({
    mediaType: z.enum(['application/pdf', 'text/html', 'application/vnd.zonula.sealed']),
    content: z
      .base64()
      .min(4)
      .max(Math.ceil(largestAttachment / 3) * 4)
      .meta({ description: 'At most 2 MiB before encoding.' }),
  })
  .meta({ id: 'Report' });

/** Where larger requests are taken. */
export const reportPaths = /^\/api\/v1\/appointments\/[^/]+\/report$/u;
export const largestReportRequest = Math.ceil(largestAttachment / 3) * 4 + 1024;

const linkProblems = [
  'bad-request',
  'invalid',
  'link-missing',
  'link-invalid',
  'link-other-purpose',
  'link-expired',
  'link-used',
  'cross-site',
  'unavailable',
  'defect',
] as const;

const attachRoute = createRoute({
  method: 'put',
  path,
  summary: 'Attach a report that the practitioner may read; it takes the place of an earlier one',
  security: [{ link: [] }],
  request: { params, body: sent(reportSchema) },
  responses: {
    204: { description: 'Attached' },
    ...problemResponses(
      ...linkProblems,
      ...contentProblems,
      'unknown-appointment',
      'not-confirmed',
      'already-begun',
    ),
  },
});

const detachRoute = createRoute({
  method: 'delete',
  path,
  summary: 'Take the report back',
  security: [{ link: [] }],
  request: { params },
  responses: { 204: { description: 'Not attached' }, ...problemResponses(...linkProblems) },
});

const readRoute = createRoute({
  method: 'get',
  path,
  summary:
    'The report, for the practitioner of the appointment; the person is told that it was read',
  security: bySession,
  request: { params },
  responses: {
    200: json(reportSchema, 'Show it without letting it run anything'),
    ...problemResponses(...sessionProblems, 'not-allowed', 'unknown-report'),
  },
});

const readingsRoute = createRoute({
  method: 'get',
  path: `${path}/readings`,
  summary: 'Who read the report, and when',
  security: [{ link: [] }],
  request: { params, query: logQuery },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({ id: z.int(), at: instant, practitioner: z.string(), name: z.string() }),
        ),
        next: logNext,
      }),
      'The latest first',
    ),
    ...problemResponses(...linkProblems),
  },
});

const depositRoute = createRoute({
  method: 'put',
  path: '/api/v1/clinic/appointments/{id}/deposit',
  summary: 'Note what of the deposit has been received',
  security: bySession,
  request: {
    params,
    body: sent(z.object({ received: z.int().min(0) }).meta({ id: 'DepositRequest' })),
  },
  responses: {
    204: { description: 'Noted' },
    ...problemResponses(
      ...sessionProblems,
      ...contentProblems,
      'not-allowed',
      'unknown-appointment',
    ),
  },
});

/** Reports that go with an appointment, and its deposit. */
export const addReportRoutes = (app: Api, server: ServerContext): void => {
  const { database } = server;
  app.openapi(attachRoute, async (context) => {
    const { mediaType, content } = context.req.valid('json');
    const report = { mediaType, content: Buffer.from(content, 'base64') };
    await attachReport(server, context.req.valid('param').id, tokenIn(context), report);
    return context.body(null, 204);
  });
  app.openapi(detachRoute, async (context) => {
    await detachReport(server, context.req.valid('param').id, tokenIn(context));
    return context.body(null, 204);
  });
  app.openapi(readRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinician');
    const practitioner = await practitionerOf(database, account);
    if (practitioner === null) throw new Refusal('not-allowed');
    const { id } = context.req.valid('param');
    const { mediaType, content } = await readReport(server, id, practitioner);
    return context.json({ mediaType, content: Buffer.from(content).toString('base64') }, 200);
  });
  app.openapi(readingsRoute, async (context) => {
    const { before, limit } = context.req.valid('query');
    const { id } = context.req.valid('param');
    const found = await readingsOf(server, id, tokenIn(context), { before, limit: limit + 1 });
    const items = found.map(({ at, ...rest }) => ({ ...rest, at: isoOf(at) }));
    return context.json(logPage(items, limit), 200);
  });
  app.openapi(depositRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinic-admin');
    const { received } = context.req.valid('json');
    await recordDeposit(server, context.req.valid('param').id, received, account);
    return context.body(null, 204);
  });
};
