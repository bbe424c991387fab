import type { MiddlewareHandler } from 'hono';

const headers = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=(), camera=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** Answers of the API are data: never shown as a page, framed, sniffed, kept or read from another origin. */
export const strictHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  // Through the context each of them would make the response anew.
  const own = context.res.headers;
  for (const [name, value] of Object.entries(headers)) if (!own.has(name)) own.set(name, value);
  if (!own.has('cache-control')) own.set('cache-control', 'no-store');
};
