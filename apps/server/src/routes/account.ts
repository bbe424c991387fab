import { createRoute, z } from '@hono/zod-openapi';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { keepFor, keepingOf, keptMonths } from '../account/keeping.ts';
import { passkeysOf, removePasskey } from '../account/own-passkeys.ts';
import { beginRegistration, finishRegistration } from '../account/passkeys.ts';
import { renewRecoveryCodes } from '../account/recovery-codes.ts';
import { assertRecent, endSession, openSessions } from '../account/sessions.ts';
import { callerOf } from '../http/caller.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { sessionOf, setSessionCookie, signedIn } from '../http/guard.ts';
import { problemResponses } from '../http/problem.ts';
import { relyingPartyOf } from '../http/relying-party.ts';
import { charge } from '../limits/rates.ts';
import { pageOf, pageQuery, pageSchema } from './paging.ts';
import {
  base64url,
  bySession,
  contentProblems,
  instant,
  isoOf,
  json,
  sent,
  sessionProblems,
} from './schemas.ts';
import { sessionSchema, sessionView } from './session.ts';
import { creationSchema, registrationSchema } from './webauthn-schemas.ts';

const recoveryCodes = z
  .array(z.string())
  .meta({ description: 'Told once. Each signs in once when all passkeys are lost.' });

const optionsRoute = createRoute({
  method: 'post',
  path: '/api/v1/account/passkeys/options',
  summary: 'Begin a passkey: of a new account, or a further one of whoever is signed in',
  responses: {
    200: json(creationSchema, 'For the authenticator'),
    ...problemResponses(
      ...sessionProblems.filter((code) => code !== 'not-signed-in'),
      'origin-unknown',
      'sign-in-again',
    ),
  },
});

const registerRoute = createRoute({
  method: 'post',
  path: '/api/v1/account/passkeys',
  summary: 'Keep what the authenticator made',
  request: { body: sent(registrationSchema) },
  responses: {
    201: json(
      z.object({
        account: z.uuid(),
        passkey: z.string(),
        session: sessionSchema.nullable(),
        recoveryCodes: recoveryCodes.nullable(),
      }),
      'Kept; a new account is signed in',
    ),
    ...problemResponses(
      ...sessionProblems.filter((code) => code !== 'not-signed-in'),
      ...contentProblems,
      'origin-unknown',
      'sign-in-again',
      'ceremony-ended',
      'passkey-refused',
      'passkey-known',
      'too-many-passkeys',
    ),
  },
});

const passkeysRoute = createRoute({
  method: 'get',
  path: '/api/v1/account/passkeys',
  summary: 'Your passkeys',
  security: bySession,
  request: { query: pageQuery(base64url(1023)) },
  responses: {
    200: json(
      pageSchema(
        z.object({
          id: z.string(),
          name: z.string(),
          backedUp: z.boolean(),
          createdAt: instant,
          lastUsedAt: instant.nullable(),
        }),
      ),
      'The oldest first',
    ),
    ...problemResponses(...sessionProblems),
  },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/api/v1/account/passkeys/{id}',
  summary: 'Take a passkey away; all other sessions end',
  security: bySession,
  request: { params: z.object({ id: base64url(1023) }) },
  responses: {
    204: { description: 'Taken away' },
    ...problemResponses(...sessionProblems, 'sign-in-again', 'unknown-passkey', 'last-passkey'),
  },
});

const codesRoute = createRoute({
  method: 'post',
  path: '/api/v1/account/recovery-codes',
  summary: 'New recovery codes in the place of the old ones',
  security: bySession,
  responses: {
    201: json(z.object({ recoveryCodes }), 'Told once'),
    ...problemResponses(...sessionProblems, 'sign-in-again'),
  },
});

const sessionsRoute = createRoute({
  method: 'get',
  path: '/api/v1/account/sessions',
  summary: 'Where you are signed in',
  security: bySession,
  request: { query: pageQuery() },
  responses: {
    200: json(
      pageSchema(
        z.object({
          id: z.uuid(),
          method: z.enum(['passkey', 'recovery-code']),
          signedInAt: instant,
          lastSeenAt: instant,
          current: z.boolean(),
        }),
      ),
      'The latest first',
    ),
    ...problemResponses(...sessionProblems),
  },
});

const endRoute = createRoute({
  method: 'delete',
  path: '/api/v1/account/sessions/{id}',
  summary: 'Sign out elsewhere',
  security: bySession,
  request: { params: z.object({ id: z.uuid() }) },
  responses: {
    204: { description: 'Ended' },
    ...problemResponses(...sessionProblems, 'unknown-session'),
  },
});

const keepingSchema = z
  .object({
    months: z.int().meta({ description: 'For how long it is kept when nobody uses it.' }),
    usedOn: z.iso.date(),
    erasedOn: z.iso
      .date()
      .nullable()
      .meta({ description: 'When it is erased unless it is used again; null with a role.' }),
  })
  .meta({ id: 'Keeping' });

const keepingRoute = createRoute({
  method: 'get',
  path: '/api/v1/account/keeping',
  summary: 'For how long your account is kept when you do not use it',
  security: bySession,
  responses: { 200: json(keepingSchema, 'Now'), ...problemResponses(...sessionProblems) },
});

const keepRoute = createRoute({
  method: 'put',
  path: '/api/v1/account/keeping',
  summary: 'Choose for how long your account is kept when you do not use it',
  security: bySession,
  request: { body: sent(z.object({ months: z.literal([...keptMonths]) })) },
  responses: {
    200: json(keepingSchema, 'From now on'),
    ...problemResponses(...sessionProblems, ...contentProblems),
  },
});

/** Passkeys, recovery codes and sessions of one's own account, and how long it is kept. */
export const addAccountRoutes = (app: Api, server: ServerContext): void => {
  const { database, origin, behindProxy, now } = server;
  app.openapi(optionsRoute, async (context) => {
    const relyingParty = relyingPartyOf(context, origin);
    const session = await sessionOf(context, server);
    if (session === null)
      await charge(database, server, 'register', callerOf(context, behindProxy));
    else assertRecent(session, now());
    const account = session?.account ?? null;
    return context.json(await beginRegistration(server, relyingParty, account), 200);
  });
  app.openapi(registerRoute, async (context) => {
    const { ceremony, response, name } = context.req.valid('json');
    const session = await sessionOf(context, server);
    if (session !== null) assertRecent(session, now());
    const { account, passkey, fresh } = await finishRegistration(
      server,
      relyingPartyOf(context, origin),
      { ceremony, response: response as RegistrationResponseJSON, name },
      session?.account ?? null,
    );
    if (fresh === null)
      return context.json({ account, passkey, session: null, recoveryCodes: null }, 201);
    setSessionCookie(context, fresh.token, fresh.session);
    const answer = { session: sessionView(fresh.session), recoveryCodes: [...fresh.recoveryCodes] };
    return context.json({ account, passkey, ...answer }, 201);
  });
  app.openapi(passkeysRoute, async (context) => {
    const { account } = await signedIn(context, server);
    const all = (await passkeysOf(server, account)).map(({ createdAt, lastUsedAt, ...rest }) => ({
      ...rest,
      createdAt: isoOf(createdAt),
      lastUsedAt: lastUsedAt === null ? null : isoOf(lastUsedAt),
    }));
    return context.json(
      pageOf(all, context.req.valid('query'), ({ id }) => id),
      200,
    );
  });
  app.openapi(removeRoute, async (context) => {
    const session = await signedIn(context, server);
    assertRecent(session, now());
    await removePasskey(server, session.account, context.req.valid('param').id, session.id);
    return context.body(null, 204);
  });
  app.openapi(codesRoute, async (context) => {
    const session = await signedIn(context, server);
    assertRecent(session, now());
    const codes = await database
      .transaction()
      .execute((transaction) => renewRecoveryCodes(server, transaction, session.account));
    return context.json({ recoveryCodes: codes }, 201);
  });
  app.openapi(sessionsRoute, async (context) => {
    const session = await signedIn(context, server);
    const open = await openSessions(server, session.account);
    const all = open.map(({ id, method, signedInAt, lastSeenAt }) => ({
      id,
      method,
      signedInAt: isoOf(signedInAt),
      lastSeenAt: isoOf(lastSeenAt),
      current: id === session.id,
    }));
    return context.json(
      pageOf(all, context.req.valid('query'), ({ id }) => id),
      200,
    );
  });
  app.openapi(keepingRoute, async (context) => {
    const { account } = await signedIn(context, server);
    return context.json(await keepingOf(server, account), 200);
  });
  app.openapi(keepRoute, async (context) => {
    const { account } = await signedIn(context, server);
    await keepFor(server, account, context.req.valid('json').months);
    return context.json(await keepingOf(server, account), 200);
  });
  app.openapi(endRoute, async (context) => {
    const { account } = await signedIn(context, server);
    await endSession(server, account, context.req.valid('param').id);
    return context.body(null, 204);
  });
};
