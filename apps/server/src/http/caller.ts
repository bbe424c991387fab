import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Context } from 'hono';

/** One host of IPv6 has a whole network of 64 bits to choose addresses from. */
const networkOf = (address: string): string => {
  const mapped = /^::ffff:([\d.]+)$/iu.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.replace(/%.*$/u, '').toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle =
    tail === undefined ? [] : Array(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...middle, ...after]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/u, ''))
    .join(':');
};

/**
 * Whom to count requests for: the address of the network that the socket tells, or behind a proxy the last one of
 * `X-Forwarded-For`, which is what the proxy itself has seen.
 */
export const callerOf = (context: Context, behindProxy: boolean): string => {
  const { incoming } = (context.env ?? {}) as { readonly incoming?: IncomingMessage };
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  if (behindProxy && isIP(forwarded) !== 0) return networkOf(forwarded);
  return networkOf(incoming?.socket.remoteAddress ?? '');
};
