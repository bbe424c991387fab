import { createRoute, z } from '@hono/zod-openapi';
import { languageSchema, line, newsletterWording, newsletterWords, prose } from '@zonula/clinic';
import { loadCatalogue } from '../clinic/catalogue-store.ts';
import { Refusal } from '../clinic/refusal.ts';
import { callerOf } from '../http/caller.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { signedInAs } from '../http/guard.ts';
import { page } from '../http/page.ts';
import { problemResponses } from '../http/problem.ts';
import { charge } from '../limits/rates.ts';
import { isNewsletterToken } from '../newsletter/links.ts';
import {
  confirmSubscription,
  leaveNewsletter,
  sendIssue,
  subscribe,
} from '../newsletter/subscribers.ts';
import { keySchema } from './appointments.ts';
import { bySession, contentProblems, json, sent, sessionProblems } from './schemas.ts';

const inBothLanguages = (schema: z.ZodType<string>) => z.object({ en: schema, de: schema });

const aboutRoute = createRoute({
  method: 'get',
  path: '/api/v1/newsletter',
  summary: 'The words beside the box, which nobody has ticked yet',
  responses: {
    200: json(
      z.object({
        wording: z.string().meta({ description: 'Their version; goes with the subscription.' }),
        text: inBothLanguages(z.string()),
        discountPercent: z.int(),
      }),
      'What is agreed to',
    ),
    ...problemResponses('no-newsletter', 'no-clinic', 'unavailable', 'defect'),
  },
});

const subscribeRoute = createRoute({
  method: 'post',
  path: '/api/v1/newsletter/subscriptions',
  summary: 'Ask for the newsletter; a mail asks whether it was you',
  request: {
    body: sent(
      z
        .object({
          email: z.email().max(254),
          language: languageSchema.default('en'),
          wording: line(64),
          agreed: z.literal(true).meta({ description: 'The box was ticked by the person.' }),
        })
        .meta({ id: 'SubscriptionRequest' }),
    ),
  },
  responses: {
    202: json(z.object({ status: z.literal('asked') }), 'The same for every address'),
    ...problemResponses(
      'bad-request',
      'invalid',
      'no-newsletter',
      'no-clinic',
      'too-many',
      'cross-site',
      ...contentProblems,
      'unavailable',
      'defect',
    ),
  },
});

const issueRoute = createRoute({
  method: 'post',
  path: '/api/v1/newsletter/issues',
  summary: 'Send an issue to everybody who has confirmed, once for a key',
  security: bySession,
  request: {
    headers: z.object({ 'idempotency-key': keySchema }),
    body: sent(
      z
        .object({
          subject: inBothLanguages(line(150)),
          text: inBothLanguages(prose(20_000).min(1)),
        })
        .meta({ id: 'IssueRequest' }),
    ),
  },
  responses: {
    202: json(z.object({ written: z.int() }), 'For how many it was written down now'),
    ...problemResponses(
      ...sessionProblems,
      ...contentProblems,
      'not-allowed',
      'no-newsletter',
      'no-clinic',
      'key-reused',
    ),
  },
});

const params = z.object({ id: z.uuid(), token: z.string().regex(/^[\w-]{43}$/u) });
const html = (description: string) => ({
  description,
  content: { 'text/html': { schema: z.string() } },
});
const stepRoute = <Path extends string>(method: 'get' | 'post', path: Path, summary: string) =>
  createRoute({
    method,
    path,
    summary,
    request: { params },
    responses: {
      200: html('A page'),
      ...problemResponses(
        'invalid',
        'link-invalid',
        'link-expired',
        'no-clinic',
        'cross-site',
        'unavailable',
        'defect',
      ),
    },
  });
/** Where a form may be sent: everything that is read stands in the address. */
export const newsletterForms = /^\/api\/v1\/newsletter\/(?:confirm|leave)\//u;
const confirmPath = '/api/v1/newsletter/confirm/{id}/{token}';
const leavePath = '/api/v1/newsletter/leave/{id}/{token}';

const ask = {
  confirm: {
    title: 'Newsletter',
    text: 'One click, and you get it. / Ein Klick, und du bekommst ihn.',
    button: 'Confirm / Bestätigen',
  },
  leave: {
    title: 'Newsletter',
    text: 'One click, and you get no more. / Ein Klick, und es kommt nichts mehr.',
    button: 'Leave / Verlassen',
  },
} as const;
const done = {
  confirm: {
    title: 'Newsletter',
    text: 'Thank you. A mail is on its way. / Danke. Eine Mail ist unterwegs.',
  },
  leave: {
    title: 'Newsletter',
    text: 'You get no more. We have forgotten your address. / Es kommt nichts mehr. Wir haben deine Adresse vergessen.',
  },
} as const;

/**
 * The newsletter. Links in mails open a page with a button: programs that look into mails follow links, but press no
 * button. Mail programs leave by posting to the same address themselves (RFC 8058).
 */
export const addNewsletterRoutes = (app: Api, server: ServerContext): void => {
  app.openapi(aboutRoute, async (context) => {
    if (server.mail === undefined) throw new Refusal('no-newsletter');
    const { clinic } = await loadCatalogue(server.database);
    const text = newsletterWords(newsletterWording)!;
    const { discountPercent } = clinic.newsletter;
    return context.json({ wording: newsletterWording, text, discountPercent }, 200);
  });
  app.openapi(subscribeRoute, async (context) => {
    const caller = callerOf(context, server.behindProxy);
    await charge(server.database, server, 'hold-attempt', caller);
    await subscribe(server, context.req.valid('json'));
    return context.json({ status: 'asked' as const }, 202);
  });
  app.openapi(issueRoute, async (context) => {
    await signedInAs(context, server, 'clinic-admin');
    const key = context.req.valid('header')['idempotency-key'];
    return context.json({ written: await sendIssue(server, context.req.valid('json'), key) }, 202);
  });
  for (const [step, path] of [
    ['confirm', confirmPath],
    ['leave', leavePath],
  ] as const) {
    app.openapi(
      stepRoute('get', path, `A page with a button: ${step} the newsletter`),
      (context) => {
        const { id, token } = context.req.valid('param');
        if (!isNewsletterToken(token, server.linkSecret, step, id))
          throw new Refusal('link-invalid');
        return page(context, ask[step]);
      },
    );
    app.openapi(stepRoute('post', path, `${step} the newsletter`), async (context) => {
      const { id, token } = context.req.valid('param');
      if (step === 'confirm') await confirmSubscription(server, id, token);
      else await leaveNewsletter(server, id, token);
      return page(context, done[step]);
    });
  }
};
