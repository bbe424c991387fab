import { unusable } from '@zonula/diary';
import { z } from 'zod';
import { consentSchema } from './consent.ts';

/**
 * What one person gives from their own device: the consent, and the tidy diary with it. The same document without a diary takes the consent back.
 */
export const shareSchema = z.object({
  format: z.literal('zonula-share'),
  version: z.literal(1),
  consent: consentSchema,
  /** A tidy diary; null when the consent is withdrawn. */
  diary: z.string().min(1).nullable(),
});
export type Share = Readonly<z.infer<typeof shareSchema>>;

/** Reads a share. Throws UnusableInput that names the field. */
export function readShare(value: unknown, file: string): Share {
  const read = shareSchema.safeParse(value);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    throw unusable(
      { file },
      `${path.join('.') || 'the document'}: expected a share of Zonula; ${message}`,
    );
  }
  const { consent, diary } = read.data;
  if ((diary === null) !== (consent.withdrawn !== null))
    throw unusable({ file }, 'diary: expected one, unless the consent is withdrawn');
  return read.data;
}

/** The file of a share, named `PERSON.share.json`. Throws UnusableInput where it could not be read again. */
export const writeShare = (share: Share): string => {
  const text = `${JSON.stringify(share, null, 2)}\n`;
  readShare(JSON.parse(text), `${share.consent.person}.share.json`);
  return text;
};
