import { z } from 'zod';
import { daySchema } from '../zone.ts';
import { languageSchema } from './language.ts';
import { type MailText, mailText } from './page.ts';
import { filled, wordsOf } from './words.ts';

/** What the mail tells whoever has joined the waiting list. `at` is in ms since 1970. */
export const joinedNoticeSchema = z.object({
  kind: z.literal('joined'),
  language: languageSchema,
  to: z.object({ name: z.string(), email: z.string() }),
  clinic: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
  from: daySchema,
  until: daySchema,
  at: z.int(),
});
export type JoinedNotice = Readonly<z.infer<typeof joinedNoticeSchema>>;

const dayText = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));

export const joinedMail = (
  { language, to, clinic, from, until }: JoinedNotice,
  { leave }: { readonly leave?: string },
): MailText & { readonly calendar: null } => {
  const words = wordsOf[language];
  const values = new Map([
    ['name', to.name],
    ['from', dayText(from, words.locale)],
    ['until', dayText(until, words.locale)],
    ['phone', clinic.phone],
    ['email', clinic.email],
  ]);
  const say = (text: string): string => filled(text, values);
  const mail = mailText(language, words.joined, [
    { lines: [say(words.hello)] },
    { lines: [say(words.joinedLead), words.joinedHow] },
    { lines: [clinic.name] },
    ...(leave === undefined ? [] : [{ link: leave, label: words.leaveLink }]),
    { lines: [say(words.questions)] },
  ]);
  return { ...mail, calendar: null };
};
