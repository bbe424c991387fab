import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from './problem.ts';

/**
 * Refuses bodies of more bytes with `too-large`. A length that is declared is believed, as the parser of Node reads no
 * further; only a body without one is counted, for which it must become a stream. GET and HEAD have none that anybody reads.
 */
export const bodyAtMost = (bytes: number): MiddlewareHandler => {
  const counted = bodyLimit({
    maxSize: bytes,
    onError: (context) => problem(context, 'too-large'),
  });
  return async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    const declared = context.req.header('content-length');
    if (declared === undefined || context.req.header('transfer-encoding') !== undefined)
      return counted(context, next);
    return Number(declared) <= bytes ? next() : problem(context, 'too-large');
  };
};
