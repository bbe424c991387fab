import { z } from '@hono/zod-openapi';
import { type Access, accessActions } from '../audit/accesses.ts';
import type { SharePage, ShareRange } from '../sharing/lists.ts';
import { instant, isoOf } from './schemas.ts';

/** A point on P-256, uncompressed, 65 bytes. */
export const publicKey = z
  .string()
  .regex(/^B[\w-]{86}$/u, 'an uncompressed point of 65 bytes in base64url is needed')
  .meta({ description: 'Raw ECDH key on P-256, base64url.' });

export const bytesOf = (base64url: string): Uint8Array => Buffer.from(base64url, 'base64url');
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export const accessSchema = z.object({
  id: z.int(),
  at: instant,
  role: z.enum(['person', 'clinician', 'clinic-admin', 'researcher', 'operator']),
  byYou: z.boolean(),
  action: z.enum(accessActions),
  share: z.uuid().nullable(),
});
export const accessView = ({ at, ...rest }: Access): z.infer<typeof accessSchema> => ({
  ...rest,
  at: isoOf(at),
});

const shareSummarySchema = z
  .object({
    id: z.uuid(),
    clinician: z.uuid(),
    key: z.uuid().meta({ description: "The clinician's key that opens it." }),
    kind: z.enum(['report', 'live']),
    version: z.int(),
    state: z.enum(['open', 'revoked', 'expired']),
    createdAt: instant,
    sealedAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'Share' });

/** Of a list of shares; `after` is what `next` of the page before said: no later than the databases know times. */
export const shareRangeSchema = z.object({
  after: z
    .string()
    .regex(/^\d{1,14}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, 'what `next` said is needed')
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const sharePageSchema = z.object({
  items: z.array(shareSummarySchema),
  next: z.string().nullable().meta({ description: 'Goes into `after`.' }),
});

export const shareRangeOf = ({ after, limit }: z.infer<typeof shareRangeSchema>): ShareRange => {
  const [at = '', id = ''] = after?.split('.') ?? [];
  return { after: after === undefined ? null : { at: Number(at), id }, limit };
};

export const sharePageView = ({ items, next }: SharePage): z.infer<typeof sharePageSchema> => ({
  items: items.map((summary) => ({
    ...summary,
    createdAt: isoOf(summary.createdAt),
    sealedAt: isoOf(summary.sealedAt),
    expiresAt: isoOf(summary.expiresAt),
  })),
  next: next === null ? null : `${next.at}.${next.id}`,
});
