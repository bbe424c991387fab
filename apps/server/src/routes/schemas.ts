import { z } from '@hono/zod-openapi';

export const instant = z.iso.datetime().meta({ description: 'UTC' });
export const isoOf = (ms: number): string => new Date(ms).toISOString();

/** An answer in JSON, for the description of a route. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** What a request sends in JSON. */
export const sent = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});

/** Unpadded base64url of at most so many bytes. */
export const base64url = (mostBytes: number) =>
  z
    .string()
    .min(1)
    .max(Math.ceil((mostBytes * 4) / 3))
    .regex(/^[\w-]+$/u, 'base64url without padding is needed');

/** What every route may answer with that needs a session. */
export const sessionProblems = [
  'not-signed-in',
  'cross-site',
  'too-many',
  'invalid',
  'bad-request',
  'unavailable',
  'defect',
] as const;

/** What a request with content may be refused for. */
export const contentProblems = ['not-json', 'too-large'] as const;

export const bySession = [{ session: [] }];
