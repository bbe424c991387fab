import { z } from '@hono/zod-openapi';
import type { ShareSummary } from '../sharing/lists.ts';
import { instant, isoOf } from './schemas.ts';

/** A point on P-256, uncompressed, 65 bytes. */
export const publicKey = z
  .string()
  .regex(/^B[\w-]{86}$/u, 'an uncompressed point of 65 bytes in base64url is needed')
  .meta({ description: 'Raw ECDH key on P-256, base64url.' });

export const bytesOf = (base64url: string): Uint8Array => Buffer.from(base64url, 'base64url');
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export const shareSummarySchema = z
  .object({
    id: z.uuid(),
    clinician: z.uuid(),
    kind: z.enum(['report', 'live']),
    version: z.int(),
    state: z.enum(['open', 'revoked', 'expired']),
    createdAt: instant,
    sealedAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'Share' });

export const shareSummaryView = (summary: ShareSummary): z.infer<typeof shareSummarySchema> => ({
  ...summary,
  createdAt: isoOf(summary.createdAt),
  sealedAt: isoOf(summary.sealedAt),
  expiresAt: isoOf(summary.expiresAt),
});
