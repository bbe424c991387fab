import { createRoute, z } from '@hono/zod-openapi';
import { assertRecent, type Session } from '../account/sessions.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { forgetSessionCookie, signedIn } from '../http/guard.ts';
import { problemResponses } from '../http/problem.ts';
import { charge } from '../limits/rates.ts';
import { eraseOwn, exportOwn } from '../privacy/own-data.ts';
import { bySession, instant, isoOf, json, sessionProblems } from './schemas.ts';
import { accessSchema, accessView } from './share-schemas.ts';

/** Nobody at a screen that was left open takes or erases what is another's. */
const freshMs = 2 * 60_000;

const exportRoute = createRoute({
  method: 'post',
  path: '/api/v1/account/export',
  summary: 'All that is kept of you; after a sign-in of the last two minutes',
  security: bySession,
  responses: {
    200: json(
      z
        .object({
          account: z.uuid(),
          exportedAt: instant,
          tables: z.array(
            z.object({ table: z.string(), rows: z.array(z.record(z.string(), z.unknown())) }),
          ),
          accesses: z.array(accessSchema),
        })
        .meta({ id: 'OwnData' }),
      'Without what would let a reader act as you, and without sealed pages; noted in your log',
    ),
    ...problemResponses(...sessionProblems, 'sign-in-again'),
  },
});

const eraseRoute = createRoute({
  method: 'delete',
  path: '/api/v1/account',
  summary: 'Erase your account and all that belongs to it; after a sign-in of the last two minutes',
  security: bySession,
  responses: {
    200: json(
      z.object({
        erasedAt: instant,
        tables: z
          .array(z.object({ table: z.string(), rows: z.int() }))
          .meta({ description: 'What held something of you; nothing is left in any of them.' }),
      }),
      'Erased; every session has ended',
    ),
    ...problemResponses(...sessionProblems, 'sign-in-again', 'has-role'),
  },
});

/** What a person does with all that is kept of their account. */
export const addOwnDataRoutes = (app: Api, server: ServerContext): void => {
  const { database, now } = server;
  /** The account of whoever has just signed in and does not do this all the time. */
  const allowed = async (session: Session): Promise<string> => {
    assertRecent(session, now(), freshMs);
    await charge(database, server, 'own-data', session.account);
    return session.account;
  };
  app.openapi(exportRoute, async (context) => {
    const account = await allowed(await signedIn(context, server));
    const at = now();
    const { tables, accesses } = await exportOwn(database, account, at);
    const own = tables.map(({ table, rows }) => ({ table, rows: [...rows] }));
    const log = accesses.map(accessView);
    return context.json({ account, exportedAt: isoOf(at), tables: own, accesses: log }, 200);
  });
  app.openapi(eraseRoute, async (context) => {
    const account = await allowed(await signedIn(context, server));
    const at = now();
    const before = await eraseOwn(database, account, at);
    forgetSessionCookie(context);
    const tables = Object.entries(before).map(([table, rows]) => ({ table, rows }));
    return context.json({ erasedAt: isoOf(at), tables }, 200);
  });
};
