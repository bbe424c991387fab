import { z } from '@hono/zod-openapi';
import { confirmNewsletterMail, issueMail, languageSchema, welcomeMail } from '@zonula/clinic';
import type { Message } from '../mail/post.ts';
import { newsletterUrl } from './links.ts';

const common = {
  language: languageSchema,
  to: z.string(),
  subscriber: z.uuid(),
  from: z.object({ name: z.string(), email: z.string() }),
  at: z.int(),
};

/** What waits in the newsletter's outbox. */
const letterSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirm'), ...common, wording: z.string() }),
  z.object({ kind: z.literal('welcome'), ...common, percent: z.int(), code: z.string() }),
  z.object({ kind: z.literal('issue'), ...common, subject: z.string(), text: z.string() }),
]);
export type NewsletterLetter = Readonly<z.infer<typeof letterSchema>>;

/** The mail of a letter; all but the question itself can be left with one click (RFC 8058). */
export const newsletterMessage = (
  addresses: { readonly publicUrl: string; readonly linkSecret: Uint8Array },
  id: string,
  stored: unknown,
): Message => {
  const letter = letterSchema.parse(stored);
  const { from, to, at, subscriber, language } = letter;
  const clinic = from.name;
  const leave = newsletterUrl(addresses, 'leave', subscriber);
  const envelope = { id, from, to: { name: '', email: to }, date: at, calendar: null };
  if (letter.kind === 'confirm') {
    const confirm = newsletterUrl(addresses, 'confirm', subscriber);
    return { ...envelope, ...confirmNewsletterMail({ ...letter, clinic }, confirm) };
  }
  return {
    ...envelope,
    ...(letter.kind === 'welcome'
      ? welcomeMail({ ...letter, clinic }, leave)
      : issueMail({ language, subject: letter.subject, text: letter.text }, leave)),
    headers: {
      'List-Unsubscribe': `<${leave}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
};
