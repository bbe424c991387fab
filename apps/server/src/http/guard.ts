import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Session, sessionWith } from '../account/sessions.ts';
import { Refusal } from '../clinic/refusal.ts';
import type { GrantedRole } from '../db/account-tables.ts';
import { charge } from '../limits/rates.ts';
import type { ServerContext } from './context.ts';

/** The prefix makes browsers keep it for this host alone, over TLS, for every path. */
const cookieName = '__Host-zonula-session';
const cookie = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const;

export const setSessionCookie = (
  context: Context,
  token: string,
  { signedInAt, expiresAt }: Session,
): void =>
  setCookie(context, cookieName, token, {
    ...cookie,
    maxAge: Math.floor((expiresAt - signedInAt) / 1000),
  });

export const forgetSessionCookie = (context: Context): void => {
  deleteCookie(context, cookieName, cookie);
};

/** The session that the request's cookie names, else null. */
export const sessionOf = async (
  context: Context,
  server: ServerContext,
): Promise<Session | null> => {
  const token = getCookie(context, cookieName);
  if (token === undefined || !/^[\w-]{43}$/u.test(token)) return null;
  const session = await sessionWith(server, token);
  if (session !== null) await charge(server.database, server, 'account', session.account);
  return session;
};

/** The session of whoever is signed in; refuses with `not-signed-in`. */
export const signedIn = async (context: Context, server: ServerContext): Promise<Session> => {
  const session = await sessionOf(context, server);
  if (session === null) throw new Refusal('not-signed-in');
  return session;
};

/** The same for whoever has a role; refuses everybody else with `not-allowed`. */
export const signedInAs = async (
  context: Context,
  server: ServerContext,
  role: GrantedRole,
): Promise<Session> => {
  const session = await signedIn(context, server);
  if (!session.roles.includes(role)) throw new Refusal('not-allowed');
  return session;
};
