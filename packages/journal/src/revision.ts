import { z } from 'zod';
import { stampPattern } from './clock.ts';
import { type Content, type DocumentType, documentSchemas, documentTypes } from './documents.ts';
import { type Entry, entrySchema } from './entry.ts';

export const kinds = ['entry', ...documentTypes] as const;
export type Kind = 'entry' | DocumentType;

const stamp = z.string().regex(stampPattern);

/** Characters of a document's key at most. */
export const longestKey = 2000;

const envelope = z.strictObject({
  /** When and on which device it was written; no two revisions share it. */
  clock: stamp,
  /** What it is about: the clock of an entry's first revision, or `TYPE/KEY` of a document. */
  id: z
    .string()
    .min(1)
    .max(longestKey + 100),
  kind: z.enum(kinds as readonly [Kind, ...Kind[]]),
  /** The revision that the writer saw and replaced; null for the first. */
  supersedes: stamp.nullable(),
  /** An undone or redone change repeats this earlier revision; `''` says that there was none. */
  restores: z.union([stamp, z.literal('')]).optional(),
  deleted: z.boolean(),
  content: z.unknown(),
});

/**
 * One writing of one entry or document. Revisions are never changed nor taken back: a later one supersedes, and of all with
 * one id the one with the greatest clock holds. So devices agree once they have seen the same revisions, in any order.
 */
export interface Revision {
  readonly clock: string;
  readonly id: string;
  readonly kind: Kind;
  readonly supersedes: string | null;
  readonly restores?: string;
  readonly deleted: boolean;
  readonly content: Content | null;
}

const contentSchemaOf = (kind: Kind): z.ZodType<Content> =>
  kind === 'entry' ? entrySchema : (documentSchemas[kind] as z.ZodType<Content>);

const expectedId = ({ kind, id, clock, supersedes }: z.infer<typeof envelope>): string | null => {
  if (kind !== 'entry')
    return id.startsWith(`${kind}/`) ? null : `expected an id that begins with ${kind}/`;
  if (!stampPattern.test(id)) return 'expected a stamp as the id of an entry';
  return supersedes === null && id !== clock ? 'expected the first revision to be the id' : null;
};

const revisionSchema = envelope.transform((read, context): Revision => {
  const { clock, id, kind, supersedes, restores, deleted, content } = read;
  const complaint = expectedId(read);
  if (complaint !== null)
    context.addIssue({ code: 'custom', path: ['id'], message: complaint, input: read.id });
  const schema: z.ZodType<Content | null> = read.deleted ? z.null() : contentSchemaOf(read.kind);
  const result = schema.safeParse(content);
  for (const { path, message } of result.error?.issues ?? [])
    context.addIssue({ code: 'custom', path: ['content', ...path], message, input: content });
  return {
    ...{ clock, id, kind, supersedes },
    ...(restores === undefined ? {} : { restores }),
    deleted,
    content: result.data ?? null,
  };
});

/** A revision that somebody else wrote, checked whole with its content. */
export const readRevision = (value: unknown): z.ZodSafeParseResult<Revision> =>
  revisionSchema.safeParse(value);

/** Throws `RangeError` for a key that no archive would bring back. */
export const documentId = (type: DocumentType, key: string): string => {
  if (key.length > longestKey) throw new RangeError(`a key of ${key.length} characters`);
  return `${type}/${key}`;
};
export const documentKey = (id: string): string => id.slice(id.indexOf('/') + 1);

export const isEntry = (
  revision: Revision,
): revision is Revision & { readonly kind: 'entry'; readonly content: Entry } =>
  revision.kind === 'entry' && !revision.deleted;
