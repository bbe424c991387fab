import { createRoute, z } from '@hono/zod-openapi';
import { catalogueSchema } from '@zonula/clinic';
import { loadCatalogue, saveCatalogue } from '../clinic/catalogue-store.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { signedInAs } from '../http/guard.ts';
import { problemResponses } from '../http/problem.ts';
import { bySession, contentProblems, json, sent, sessionProblems } from './schemas.ts';

const roleProblems = [...sessionProblems, 'not-allowed'] as const;

const readRoute = createRoute({
  method: 'get',
  path: '/api/v1/clinic/catalogue',
  summary: 'All that the clinic offers, with the hours of its practitioners',
  security: bySession,
  responses: {
    200: json(
      z.looseObject({}).meta({ description: 'As `serve --clinic FILE` reads it.' }),
      'The catalogue',
    ),
    ...problemResponses(...roleProblems, 'no-clinic'),
  },
});

const writeRoute = createRoute({
  method: 'put',
  path: '/api/v1/clinic/catalogue',
  summary: 'Offer this from now on; appointments that were made stay as they are',
  security: bySession,
  request: { body: sent(catalogueSchema) },
  responses: {
    204: { description: 'Offered' },
    ...problemResponses(...roleProblems, ...contentProblems),
  },
});

/** What a clinic's administrators do. */
export const addClinicAdminRoutes = (app: Api, server: ServerContext): void => {
  const { database } = server;
  app.openapi(readRoute, async (context) => {
    await signedInAs(context, server, 'clinic-admin');
    return context.json({ ...(await loadCatalogue(database)) }, 200);
  });
  app.openapi(writeRoute, async (context) => {
    await signedInAs(context, server, 'clinic-admin');
    await saveCatalogue(database, context.req.valid('json'));
    return context.body(null, 204);
  });
};
