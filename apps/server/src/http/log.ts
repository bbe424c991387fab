import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Environment } from './environment.ts';

/**
 * One request, without anything of whom it is about: the pattern of the route in place of the address, no query, no
 * header, no content.
 */
export interface LogEntry {
  readonly time: string;
  readonly level: 'info' | 'error';
  readonly event: string;
  readonly requestId?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  /** The name and the place of a failure of ours; never its message, which may quote what somebody wrote. */
  readonly failure?: string;
}

export type Log = (entry: LogEntry) => void;

/** Names the error and where in our code it arose. */
export const failureIn = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return [`${error.name}${code}`, ...places.slice(0, 5).map((line) => line.trim())].join(' < ');
};

/** Gives every request an id of ours, tells it in `x-request-id`, and logs the request when it has been answered. */
export const logged =
  ({
    log,
    now,
    newId,
  }: {
    readonly log: Log;
    readonly now: () => number;
    readonly newId: () => string;
  }): MiddlewareHandler<Environment> =>
  async (context, next) => {
    const started = now();
    const requestId = newId();
    context.set('requestId', requestId);
    await next();
    context.res.headers.set('x-request-id', requestId);
    const { status } = context.res;
    log({
      time: new Date(started).toISOString(),
      level: status >= 500 ? 'error' : 'info',
      event: 'request',
      requestId,
      method: context.req.method,
      route: routePath(context, -1),
      status,
      ms: now() - started,
      ...(status < 500 || context.error === undefined ? {} : { failure: failureIn(context.error) }),
    });
  };
