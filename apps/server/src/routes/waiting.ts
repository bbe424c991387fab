import { createRoute, z } from '@hono/zod-openapi';
import { daySchema, languageSchema, line, slug } from '@zonula/clinic';
import { joinWaiting } from '../clinic/join-waiting.ts';
import { leaveWaiting } from '../clinic/leave-waiting.ts';
import { callerOf } from '../http/caller.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { problemResponses } from '../http/problem.ts';
import { charge } from '../limits/rates.ts';
import { tokenIn } from './appointments.ts';
import { contentProblems, json, sent } from './schemas.ts';

const joinRoute = createRoute({
  method: 'post',
  path: '/api/v1/waiting',
  summary: 'Wait for a start of a treatment to become free',
  request: {
    body: sent(
      z
        .object({
          treatment: slug,
          practitioner: slug.optional(),
          from: daySchema,
          until: daySchema,
          client: z.object({ name: line(120), email: z.email().max(254) }),
          language: languageSchema.default('en'),
          answers: z
            .array(z.object({ id: slug, applies: z.boolean() }))
            .max(30)
            .default([]),
          consent: line(64).meta({ description: 'Which words the person agreed to.' }),
          agreed: z.literal(true),
        })
        .meta({ id: 'WaitingRequest' }),
    ),
  },
  responses: {
    202: json(z.object({ status: z.literal('waiting') }), 'The same for every address'),
    ...problemResponses(
      'bad-request',
      'invalid',
      'no-clinic',
      'no-waiting-list',
      'unknown-treatment',
      'starts-free',
      'question-unanswered',
      'ask-the-clinic',
      'too-many',
      'cross-site',
      ...contentProblems,
      'unavailable',
      'defect',
    ),
  },
});

const leaveRoute = createRoute({
  method: 'post',
  path: '/api/v1/waiting/{id}/leave',
  summary: 'Leave the waiting list, by the link of its mails; again, the answer is the same',
  security: [{ link: [] }],
  request: { params: z.object({ id: z.uuid() }) },
  responses: {
    200: json(z.object({ status: z.literal('left') }), 'Not waiting'),
    ...problemResponses(
      'bad-request',
      'invalid',
      'link-missing',
      'link-invalid',
      'cross-site',
      'unavailable',
      'defect',
    ),
  },
});

/** The waiting list: whoever is on it hears by mail. */
export const addWaitingRoutes = (app: Api, server: ServerContext): void => {
  app.openapi(joinRoute, async (context) => {
    const caller = callerOf(context, server.behindProxy);
    await charge(server.database, server, 'hold-attempt', caller);
    const { practitioner, agreed: _, ...request } = context.req.valid('json');
    const chosen = practitioner === undefined ? {} : { practitioner };
    await joinWaiting(server, { ...request, ...chosen });
    return context.json({ status: 'waiting' as const }, 202);
  });
  app.openapi(leaveRoute, async (context) => {
    await leaveWaiting(server, context.req.valid('param').id, tokenIn(context));
    return context.json({ status: 'left' as const }, 200);
  });
};
