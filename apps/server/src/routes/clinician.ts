import { createRoute, z } from '@hono/zod-openapi';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { signedInAs } from '../http/guard.ts';
import { problemResponses } from '../http/problem.ts';
import { setClinicianKey } from '../sharing/clinicians.ts';
import { sharesFor } from '../sharing/lists.ts';
import { viewShare } from '../sharing/share.ts';
import {
  bySession,
  contentProblems,
  instant,
  isoOf,
  json,
  sent,
  sessionProblems,
} from './schemas.ts';
import {
  bytesOf,
  publicKey,
  sharePageSchema,
  sharePageView,
  shareRangeOf,
  shareRangeSchema,
  textOf,
} from './share-schemas.ts';

const roleProblems = [...sessionProblems, 'not-allowed'] as const;

const keyRoute = createRoute({
  method: 'put',
  path: '/api/v1/clinician/key',
  summary: 'The key that people seal for, in the place of the one before',
  security: bySession,
  request: { body: sent(z.object({ publicKey })) },
  responses: {
    200: json(z.object({ key: z.uuid() }), 'Kept'),
    ...problemResponses(...roleProblems, ...contentProblems, 'key-retired'),
  },
});

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/clinician/shares',
  summary: 'What is shared with you now, a page at a time',
  security: bySession,
  request: { query: shareRangeSchema },
  responses: {
    200: json(sharePageSchema, 'The latest first'),
    ...problemResponses(...roleProblems),
  },
});

const viewRoute = createRoute({
  method: 'get',
  path: '/api/v1/clinician/shares/{id}',
  summary: 'Something that is shared with you; the person is told that you looked',
  security: bySession,
  request: { params: z.object({ id: z.uuid() }) },
  responses: {
    200: json(
      z
        .object({
          id: z.uuid(),
          kind: z.enum(['report', 'live']),
          version: z.int(),
          key: z.uuid(),
          senderKey: publicKey,
          sealedAt: instant,
          expiresAt: instant,
          sealed: z.string(),
        })
        .meta({ id: 'SealedShare' }),
      'Sealed for your key',
    ),
    ...problemResponses(...roleProblems, 'unknown-share', 'share-ended'),
  },
});

/** What clinicians do: give their key, and look at what was shared with them. */
export const addClinicianRoutes = (app: Api, server: ServerContext): void => {
  app.openapi(keyRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinician');
    const key = bytesOf(context.req.valid('json').publicKey);
    return context.json({ key: await setClinicianKey(server, account, key) }, 200);
  });
  app.openapi(listRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinician');
    const range = shareRangeOf(context.req.valid('query'));
    return context.json(sharePageView(await sharesFor(server, account, range)), 200);
  });
  app.openapi(viewRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinician');
    const viewed = await viewShare(server, account, context.req.valid('param').id);
    const { senderKey, sealedAt, expiresAt, sealed, ...rest } = viewed;
    return context.json(
      {
        ...rest,
        senderKey: textOf(senderKey),
        sealedAt: isoOf(sealedAt),
        expiresAt: isoOf(expiresAt),
        sealed: textOf(sealed),
      },
      200,
    );
  });
};
