import { createRoute, z } from '@hono/zod-openapi';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { beginSignIn, finishSignIn } from '../account/passkeys.ts';
import { useRecoveryCode } from '../account/recovery-codes.ts';
import { endSession, type Session, startSession } from '../account/sessions.ts';
import { callerOf } from '../http/caller.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { forgetSessionCookie, setSessionCookie, signedIn } from '../http/guard.ts';
import { problemResponses } from '../http/problem.ts';
import { relyingPartyOf } from '../http/relying-party.ts';
import { charge } from '../limits/rates.ts';
import {
  bySession,
  contentProblems,
  instant,
  isoOf,
  json,
  sent,
  sessionProblems,
} from './schemas.ts';
import { requestSchema, signInSchema } from './webauthn-schemas.ts';

export const sessionSchema = z
  .object({
    id: z.uuid(),
    account: z.uuid(),
    roles: z.array(z.enum(['person', 'clinician', 'clinic-admin', 'researcher'])),
    method: z.enum(['passkey', 'recovery-code']),
    signedInAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'Session' });

export const sessionView = (session: Session): z.infer<typeof sessionSchema> => ({
  id: session.id,
  account: session.account,
  roles: ['person', ...session.roles],
  method: session.method,
  signedInAt: isoOf(session.signedInAt),
  expiresAt: isoOf(session.expiresAt),
});

const publicProblems = [
  'invalid',
  'bad-request',
  'cross-site',
  'too-many',
  ...contentProblems,
  'unavailable',
  'defect',
] as const;

const optionsRoute = createRoute({
  method: 'post',
  path: '/api/v1/session/options',
  summary: 'Begin to sign in with a passkey',
  responses: {
    200: json(requestSchema, 'For the authenticator'),
    ...problemResponses(...publicProblems, 'origin-unknown'),
  },
});

const signInRoute = createRoute({
  method: 'post',
  path: '/api/v1/session',
  summary: 'Sign in with what the passkey has signed',
  request: { body: sent(signInSchema) },
  responses: {
    201: json(sessionSchema, 'Signed in; the cookie names the session'),
    ...problemResponses(...publicProblems, 'origin-unknown', 'ceremony-ended', 'passkey-refused'),
  },
});

const recoverRoute = createRoute({
  method: 'post',
  path: '/api/v1/session/recovery',
  summary: 'Sign in with a recovery code, once',
  request: { body: sent(z.object({ code: z.string().min(20).max(40) })) },
  responses: {
    201: json(sessionSchema, 'Signed in; add a passkey next'),
    ...problemResponses(...publicProblems, 'code-wrong'),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/api/v1/session',
  summary: 'Who is signed in',
  security: bySession,
  responses: { 200: json(sessionSchema, 'This session'), ...problemResponses(...sessionProblems) },
});

const signOutRoute = createRoute({
  method: 'delete',
  path: '/api/v1/session',
  summary: 'Sign out',
  security: bySession,
  responses: { 204: { description: 'Signed out' }, ...problemResponses(...sessionProblems) },
});

/** Signing in and out. */
export const addSessionRoutes = (app: Api, server: ServerContext): void => {
  const { database, origin, behindProxy } = server;
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-zonula-session',
    description: 'Set by signing in.',
  });
  app.openapi(optionsRoute, async (context) => {
    const relyingParty = relyingPartyOf(context, origin);
    await charge(database, server, 'sign-in', callerOf(context, behindProxy));
    return context.json(await beginSignIn(server, relyingParty), 200);
  });
  app.openapi(signInRoute, async (context) => {
    const { ceremony, response } = context.req.valid('json');
    const { token, session } = await finishSignIn(server, relyingPartyOf(context, origin), {
      ceremony,
      response: response as AuthenticationResponseJSON,
    });
    setSessionCookie(context, token, session);
    return context.json(sessionView(session), 201);
  });
  app.openapi(recoverRoute, async (context) => {
    await charge(database, server, 'recovery-code', callerOf(context, behindProxy));
    const { code } = context.req.valid('json');
    const { token, session } = await database.transaction().execute(async (transaction) => {
      const account = await useRecoveryCode(server, transaction, code);
      return startSession(server, transaction, account, 'recovery-code');
    });
    setSessionCookie(context, token, session);
    return context.json(sessionView(session), 201);
  });
  app.openapi(readRoute, async (context) =>
    context.json(sessionView(await signedIn(context, server)), 200),
  );
  app.openapi(signOutRoute, async (context) => {
    const { account, id } = await signedIn(context, server);
    await endSession(server, account, id);
    forgetSessionCookie(context);
    return context.body(null, 204);
  });
};
