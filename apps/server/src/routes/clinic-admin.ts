import { createRoute, z } from '@hono/zod-openapi';
import { catalogueSchema } from '@zonula/clinic';
import { catalogueChanges } from '../clinic/catalogue-changes.ts';
import { editCatalogue, loadVersioned } from '../clinic/catalogue-store.ts';
import { catalogueOf, catalogueVersions } from '../clinic/catalogue-versions.ts';
import { unfitAppointments } from '../clinic/desk-list.ts';
import { takeBackVersion } from '../clinic/take-back.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { signedInAs } from '../http/guard.ts';
import { problemResponses } from '../http/problem.ts';
import {
  changeSchema,
  changesSchema,
  deskAppointmentSchema,
  deskAppointmentView,
  deskProblems,
  editProblems,
  expectedIn,
  ifMatch,
} from './desk-schemas.ts';
import { logNext } from './paging.ts';
import { bySession, contentProblems, instant, isoOf, json, sent } from './schemas.ts';

export const cataloguePath = '/api/v1/clinic/catalogue';
/** 500 treatments and 500 practitioners with their hours fit in. */
export const largestCatalogue = 4 * 1024 * 1024;

/** Only documented: a catalogue is sent as it is. */
const anyCatalogue = z.looseObject({}).meta({ description: 'As `serve --clinic FILE` reads it.' });
const etag = { etag: { schema: { type: 'string', example: '"7"' } as const } };

const readRoute = createRoute({
  method: 'get',
  path: cataloguePath,
  summary: 'All that the clinic offers, with the hours of its practitioners',
  security: bySession,
  responses: {
    200: { ...json(anyCatalogue, 'The catalogue; its version is the ETag'), headers: etag },
    ...problemResponses(...deskProblems, 'no-clinic'),
  },
});

const writeRoute = createRoute({
  method: 'put',
  path: cataloguePath,
  summary: 'Offer this from now on; appointments that were made stay as they are',
  security: bySession,
  request: { headers: ifMatch, body: sent(catalogueSchema) },
  responses: {
    200: {
      ...json(z.object({ version: z.int() }), 'Offered; the same content makes no new version'),
      headers: etag,
    },
    ...problemResponses(...deskProblems, ...contentProblems, ...editProblems),
  },
});

const previewRoute = createRoute({
  method: 'post',
  path: `${cataloguePath}/preview`,
  summary: 'What a catalogue would change, and which appointments to come would not fit it',
  security: bySession,
  request: { body: sent(catalogueSchema) },
  responses: {
    200: json(
      z.object({ changes: changesSchema, unfit: z.array(deskAppointmentSchema) }),
      'Nothing was changed; appointments that do not fit now already are among them',
    ),
    ...problemResponses(...deskProblems, ...contentProblems, 'no-clinic'),
  },
});

const versionsRoute = createRoute({
  method: 'get',
  path: `${cataloguePath}/versions`,
  summary: 'What was offered when, the latest first',
  security: bySession,
  request: {
    query: z.object({
      before: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
  },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            version: z.int(),
            at: instant,
            byYou: z.boolean(),
            source: z.enum(['file', 'desk']),
            changes: changesSchema,
          }),
        ),
        next: logNext,
      }),
      'The latest first',
    ),
    ...problemResponses(...deskProblems),
  },
});

const versionParams = z.object({
  version: z.coerce.number().int().min(1).max(2_147_483_647),
});
const versionRoute = createRoute({
  method: 'get',
  path: `${cataloguePath}/versions/{version}`,
  summary: 'What was offered in one version',
  security: bySession,
  request: { params: versionParams },
  responses: {
    200: json(anyCatalogue, 'The catalogue as it was'),
    ...problemResponses(...deskProblems, 'unknown-version'),
  },
});

const takeBackRoute = createRoute({
  method: 'post',
  path: `${cataloguePath}/versions/{version}/take-back`,
  summary: 'Take back what one version changed; what later ones changed stays',
  security: bySession,
  request: { params: versionParams, headers: ifMatch },
  responses: {
    200: {
      ...json(
        z.object({
          version: z.int(),
          kept: z
            .array(changeSchema.omit({ what: true }))
            .meta({ description: 'Was changed again since, and stays as it is.' }),
        }),
        'Taken back; where nothing of it was left, this makes no new version',
      ),
      headers: etag,
    },
    ...problemResponses(
      ...deskProblems,
      ...editProblems,
      'no-clinic',
      'unknown-version',
      'needed-since',
    ),
  },
});

/** What a clinic offers, for its administrators. */
export const addClinicAdminRoutes = (app: Api, server: ServerContext): void => {
  const { database, now } = server;
  app.openapi(readRoute, async (context) => {
    await signedInAs(context, server, 'clinic-admin');
    const { version, catalogue } = await loadVersioned(database);
    context.header('etag', `"${version}"`);
    return context.json({ ...catalogue }, 200);
  });
  app.openapi(writeRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinic-admin');
    const edit = { account, expected: expectedIn(context), now: now() };
    const version = await editCatalogue(database, context.req.valid('json'), edit);
    server.nudge?.('waiting');
    context.header('etag', `"${version}"`);
    return context.json({ version }, 200);
  });
  app.openapi(previewRoute, async (context) => {
    await signedInAs(context, server, 'clinic-admin');
    const catalogue = context.req.valid('json');
    const offered = await loadVersioned(database);
    const at = now();
    const unfit = await unfitAppointments(database, { catalogue, now: at });
    return context.json(
      {
        changes: [...catalogueChanges(offered.catalogue, catalogue)],
        unfit: unfit.map((one) => deskAppointmentView(one, at)),
      },
      200,
    );
  });
  app.openapi(versionsRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinic-admin');
    const { before, limit } = context.req.valid('query');
    const page = { limit: limit + 1, ...(before === undefined ? {} : { before }) };
    const found = await catalogueVersions(database, page);
    const items = found.slice(0, limit).map(({ at, changes, ...rest }) => ({
      version: rest.version,
      at: isoOf(at),
      byYou: rest.account === account,
      source: rest.source,
      changes: [...changes],
    }));
    const next = found.length > limit ? items.at(-1)!.version : null;
    return context.json({ items, next }, 200);
  });
  app.openapi(versionRoute, async (context) => {
    await signedInAs(context, server, 'clinic-admin');
    const { version } = context.req.valid('param');
    return context.json({ ...(await catalogueOf(database, version)) }, 200);
  });
  app.openapi(takeBackRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinic-admin');
    const edit = { account, expected: expectedIn(context), now: now() };
    const { version, kept } = await takeBackVersion(
      database,
      context.req.valid('param').version,
      edit,
    );
    server.nudge?.('waiting');
    context.header('etag', `"${version}"`);
    return context.json({ version, kept: [...kept] }, 200);
  });
};
