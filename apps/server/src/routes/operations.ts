import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '../clinic/refusal.ts';
import type { Api } from '../http/environment.ts';
import { type ProblemCode, problemKinds, problemResponses } from '../http/problem.ts';

/** Whether the server may be sent requests: false while it stops and while its database does not answer. */
export type Readiness = () => Promise<boolean>;

const state = z.object({ status: z.literal('ok') });
const ok = (description: string) => ({
  description,
  content: { 'application/json': { schema: state } },
});

const healthRoute = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'The process lives',
  responses: { 200: ok('It lives') },
});

const readyRoute = createRoute({
  method: 'get',
  path: '/api/ready',
  summary: 'The database answers and requests are welcome',
  responses: { 200: ok('Ready'), ...problemResponses('unavailable') },
});

const codes = Object.keys(problemKinds) as [ProblemCode, ...ProblemCode[]];
const problemRoute = createRoute({
  method: 'get',
  path: '/api/v1/problems/{code}',
  summary: 'What a kind of problem means',
  request: { params: z.object({ code: z.enum(codes) }) },
  responses: {
    200: {
      description: 'Its status and title',
      content: {
        'application/json': {
          schema: z.object({ code: z.enum(codes), status: z.int(), title: z.string() }),
        },
      },
    },
    ...problemResponses('invalid'),
  },
});

/** For those who run the server, and the description of the API itself. */
export const addOperationRoutes = (
  app: Api,
  { readiness, version }: { readonly readiness: Readiness; readonly version: string },
): void => {
  app.openapi(healthRoute, (context) => context.json({ status: 'ok' as const }, 200));
  app.openapi(readyRoute, async (context) => {
    if (!(await readiness())) throw new Refusal('unavailable');
    return context.json({ status: 'ok' as const }, 200);
  });
  app.openapi(problemRoute, (context) => {
    const { code } = context.req.valid('param');
    return context.json({ code, ...problemKinds[code] }, 200);
  });
  app.doc31('/api/v1/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Zonula', version, license: { name: 'Apache-2.0' } },
  });
};
