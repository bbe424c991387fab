import { unusable } from '@zonula/diary';
import { z } from 'zod';

const line = z.string().trim().min(1).max(200);
const words = z.string().trim().min(1).max(20_000);

/** What a study tells the people whom it asks for their diaries, before they agree. */
export const invitationSchema = z.object({
  format: z.literal('zonula-study'),
  version: z.literal(1),
  title: line,
  /** Who asks, and how to reach them. */
  by: line,
  contact: line,
  /** For what the diaries are used; consents are for this and nothing else. */
  purpose: line,
  /** Which version of the words below; changes whenever they do. */
  wording: line,
  /** The words that people agree to, paragraphs apart by an empty line, by language; the first one stands for languages that are missing. */
  text: z
    .array(z.object({ language: line, words }))
    .min(1)
    .max(20),
});
export type Invitation = Readonly<z.infer<typeof invitationSchema>>;

/** Reads an invitation. Throws UnusableInput that names the field. */
export function readInvitation(value: unknown, file: string): Invitation {
  const read = invitationSchema.safeParse(value);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw unusable(
    { file },
    `${path.join('.') || 'the document'}: expected the invitation of a study; ${message}`,
  );
}
