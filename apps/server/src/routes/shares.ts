import { createRoute, z } from '@hono/zod-openapi';
import { accessesOf } from '../audit/accesses.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { signedIn } from '../http/guard.ts';
import { problemResponses } from '../http/problem.ts';
import { charge } from '../limits/rates.ts';
import { clinicians } from '../sharing/clinicians.ts';
import { sharesOf } from '../sharing/lists.ts';
import { revokeShare, share, updateShare } from '../sharing/share.ts';
import { logNext, logPage, logQuery, pageOf, pageQuery, pageSchema } from './paging.ts';
import {
  base64url,
  bySession,
  contentProblems,
  instant,
  json,
  sent,
  sessionProblems,
} from './schemas.ts';
import {
  accessSchema,
  accessView,
  bytesOf,
  publicKey,
  sharePageSchema,
  sharePageView,
  shareRangeOf,
  shareRangeSchema,
  textOf,
} from './share-schemas.ts';

/** Where sealed bytes are sent; these requests may be larger than others. */
export const sharesPath = '/api/v1/shares';
const mostSealedBytes = 1024 * 1024;
/** Of a request with such bytes in base64. */
export const largestShareRequest = Math.ceil((mostSealedBytes * 4) / 3) + 4096;
const sealed = base64url(mostSealedBytes).meta({ description: 'Sealed on the device; base64url.' });
const params = z.object({ id: z.uuid() });

const cliniciansRoute = createRoute({
  method: 'get',
  path: '/api/v1/clinicians',
  summary: 'With whom you can share, and their keys',
  security: bySession,
  request: { query: pageQuery() },
  responses: {
    200: json(
      pageSchema(
        z.object({
          account: z.uuid(),
          name: z.string(),
          practitioner: z.string(),
          key: z.uuid(),
          publicKey,
        }),
      ),
      'By name; compare the fingerprint with theirs',
    ),
    ...problemResponses(...sessionProblems),
  },
});

const listRoute = createRoute({
  method: 'get',
  path: sharesPath,
  summary: 'What you have shared, a page at a time',
  security: bySession,
  request: { query: shareRangeSchema },
  responses: {
    200: json(sharePageSchema, 'The latest first'),
    ...problemResponses(...sessionProblems),
  },
});

const shareRoute = createRoute({
  method: 'put',
  path: `${sharesPath}/{id}`,
  summary: 'Share a report or a live view with a clinician; the same again changes nothing',
  security: bySession,
  request: {
    params,
    body: sent(
      z
        .object({
          clinician: z.uuid(),
          key: z.uuid(),
          kind: z.enum(['report', 'live']),
          senderKey: publicKey,
          expiresAt: instant,
          sealed,
        })
        .meta({ id: 'NewShare' }),
    ),
  },
  responses: {
    204: { description: 'Shared' },
    ...problemResponses(
      ...sessionProblems,
      ...contentProblems,
      'unknown-clinician',
      'key-retired',
      'share-exists',
      'too-many-shares',
    ),
  },
});

const updateRoute = createRoute({
  method: 'put',
  path: `${sharesPath}/{id}/versions/{version}`,
  summary: 'The next version of a live view',
  security: bySession,
  request: {
    params: params.extend({ version: z.coerce.number().int().min(1).max(1e9) }),
    body: sent(z.object({ sealed })),
  },
  responses: {
    204: { description: 'Kept in the place of the one before' },
    ...problemResponses(
      ...sessionProblems,
      ...contentProblems,
      'unknown-share',
      'share-ended',
      'share-exists',
      'version-behind',
    ),
  },
});

const revokeRoute = createRoute({
  method: 'delete',
  path: `${sharesPath}/{id}`,
  summary: 'Share it no longer; what was sealed is forgotten',
  security: bySession,
  request: { params },
  responses: {
    204: { description: 'Ended' },
    ...problemResponses(...sessionProblems, 'unknown-share'),
  },
});

const accessesRoute = createRoute({
  method: 'get',
  path: '/api/v1/account/accesses',
  summary: 'Who saw what you shared, and when',
  security: bySession,
  request: {
    query: logQuery,
  },
  responses: {
    200: json(
      z.object({
        items: z.array(accessSchema),
        next: logNext,
      }),
      'The latest first',
    ),
    ...problemResponses(...sessionProblems),
  },
});

/** What a person shares, and who looked at it. */
export const addShareRoutes = (app: Api, server: ServerContext): void => {
  const { database } = server;
  app.openapi(cliniciansRoute, async (context) => {
    await signedIn(context, server);
    const all = (await clinicians(server)).map(({ publicKey, ...rest }) => ({
      ...rest,
      publicKey: textOf(publicKey),
    }));
    const page = pageOf(all, context.req.valid('query'), (one) => one.account);
    return context.json(page, 200);
  });
  app.openapi(listRoute, async (context) => {
    const { account } = await signedIn(context, server);
    const range = shareRangeOf(context.req.valid('query'));
    return context.json(sharePageView(await sharesOf(server, account, range)), 200);
  });
  app.openapi(shareRoute, async (context) => {
    const { account } = await signedIn(context, server);
    await charge(database, server, 'share', account);
    const { clinician, key, kind, ...rest } = context.req.valid('json');
    await share(server, account, context.req.valid('param').id, {
      clinician,
      key,
      kind,
      senderKey: bytesOf(rest.senderKey),
      expiresAt: Date.parse(rest.expiresAt),
      sealed: bytesOf(rest.sealed),
    });
    return context.body(null, 204);
  });
  app.openapi(updateRoute, async (context) => {
    const { account } = await signedIn(context, server);
    await charge(database, server, 'share', account);
    const { id, version } = context.req.valid('param');
    const content = bytesOf(context.req.valid('json').sealed);
    await updateShare(server, account, id, { version, sealed: content });
    return context.body(null, 204);
  });
  app.openapi(revokeRoute, async (context) => {
    const { account } = await signedIn(context, server);
    await revokeShare(server, account, context.req.valid('param').id);
    return context.body(null, 204);
  });
  app.openapi(accessesRoute, async (context) => {
    const { account } = await signedIn(context, server);
    const { before, limit } = context.req.valid('query');
    const page = { limit: limit + 1, ...(before === undefined ? {} : { before }) };
    const found = await accessesOf(database, account, page);
    return context.json(logPage(found.map(accessView), limit), 200);
  });
};
