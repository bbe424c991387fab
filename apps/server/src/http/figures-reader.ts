import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';

export interface FiguresAccess {
  /** Whoever knows it may read the figures, from wherever. */
  readonly metricsKey?: Uint8Array;
  readonly behindProxy: boolean;
  readonly origin: string | null;
}

/** What proxies write, each its own. */
const proxyHeaders = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];
const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const ownAddress = /^(?:::ffff:)?127\.|^::1$/u;

const digest = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

const isOwnName = (url: string): boolean =>
  URL.canParse(url) && ownNames.has(new URL(url).hostname);

/**
 * Whether figures of the server are told to who asks. With a key: to who sends it. Without one: to this computer alone, and
 * to nobody where others reach the server, as a proxy on this computer can look like this computer.
 */
export const mayReadFigures = (
  context: Context,
  { metricsKey, behindProxy, origin }: FiguresAccess,
): boolean => {
  const { req } = context;
  if (metricsKey !== undefined) {
    const sent = /^Bearer (\S+)$/u.exec(req.header('authorization') ?? '')?.[1] ?? '';
    return timingSafeEqual(digest(sent), digest(metricsKey));
  }
  if (behindProxy || (origin !== null && !isOwnName(origin))) return false;
  if (proxyHeaders.some((name) => req.header(name) !== undefined)) return false;
  const { incoming } = (context.env ?? {}) as { readonly incoming?: IncomingMessage };
  return ownAddress.test(incoming?.socket.remoteAddress ?? '') && isOwnName(req.url);
};
