import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

const isOwn = (origin: string, host: string | undefined, ownOrigin: string | null): boolean => {
  if (origin === ownOrigin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
};

/**
 * Refuses what another web page asks a browser to change. Browsers say where a request comes from in Sec-Fetch-Site,
 * older ones in Origin; a request with a cookie that says neither is no browser's of today and is refused as well.
 */
export const sameSiteOnly =
  (ownOrigin: string | null): MiddlewareHandler =>
  async (context, next) => {
    const { method } = context.req;
    if (harmless.has(method)) return next();
    const site = context.req.header('sec-fetch-site');
    const origin = context.req.header('origin');
    const isSame =
      site !== undefined
        ? site === 'same-origin'
        : origin !== undefined
          ? isOwn(origin, context.req.header('host'), ownOrigin)
          : context.req.header('cookie') === undefined;
    if (!isSame) return problem(context, 'cross-site');
    return next();
  };
