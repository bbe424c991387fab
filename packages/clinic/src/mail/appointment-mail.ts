import { z } from 'zod';
import { invitation } from '../calendar.ts';
import { languageSchema } from './language.ts';
import { type MailBlock, type MailText, mailText } from './page.ts';
import { filled, momentText, moneyText, wordsOf } from './words.ts';

/**
 * What a mail about an appointment tells, as it was at that moment: written down together with the change, so that
 * the mail is the same however late and however often it is tried. Times are ms since 1970.
 */
export const appointmentNoticeSchema = z.object({
  kind: z.enum(['confirmed', 'moved', 'cancelled', 'reminder', 'offered']),
  language: languageSchema,
  to: z.object({ name: z.string(), email: z.string() }),
  clinic: z.object({
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    address: z.string(),
  }),
  appointment: z.object({
    id: z.uuid(),
    sequence: z.int(),
    start: z.int(),
    end: z.int(),
    zone: z.string(),
    practitioner: z.string(),
    price: z.int(),
    discount: z.int(),
    deposit: z.int(),
    depositKept: z.int(),
    currency: z.string(),
    freeUntil: z.int(),
    keepsDeposit: z.boolean(),
    expiresAt: z.int().nullable(),
  }),
  at: z.int(),
});
export type AppointmentNotice = Readonly<z.infer<typeof appointmentNoticeSchema>>;

/** The addresses of the links that go with it; each may be missing. */
export interface NoticeLinks {
  readonly confirm?: string;
  readonly move?: string;
  readonly cancel?: string;
  readonly leave?: string;
}

export interface AppointmentMail extends MailText {
  /** What goes into a calendar; an offer and a reminder change nothing there. */
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
}

/** The mail about an appointment. It names neither the treatment nor anything of health: mails are read over shoulders. */
export const appointmentMail = (
  { kind, language, to, clinic, appointment, at }: AppointmentNotice,
  links: NoticeLinks,
): AppointmentMail => {
  const words = wordsOf[language];
  const money = (amount: number): string => moneyText(amount, appointment.currency, words.locale);
  const moment = (instant: number): string => momentText(instant, appointment.zone, words);
  const when = moment(appointment.start);
  const values = new Map([
    ['when', when],
    ['name', to.name],
    ['practitioner', appointment.practitioner],
    ['phone', clinic.phone],
    ['email', clinic.email],
  ]);
  const say = (text: string, more: readonly (readonly [string, string])[] = []): string =>
    filled(text, new Map([...values, ...more]));
  const amount = (text: string, value: number): string[] =>
    value === 0 ? [] : [say(text, [['amount', money(value)]])];
  const lead = words[`${kind}Lead`];
  const open = kind !== 'cancelled';
  const terms = [
    say(words.freeUntil, [['until', moment(appointment.freeUntil)]]),
    ...(appointment.keepsDeposit && appointment.deposit > 0 ? [words.afterwards] : []),
  ];
  const blocks: MailBlock[] = [
    { lines: [say(words.hello)] },
    { lines: [lead] },
    { lines: [when, say(words.with), clinic.name, clinic.address] },
  ];
  if (kind === 'offered' && appointment.expiresAt !== null)
    blocks.push({ lines: [say(words.offeredUntil, [['until', moment(appointment.expiresAt)]])] });
  if (kind !== 'reminder') {
    const costs = open
      ? [
          ...amount(words.price, appointment.price),
          ...amount(words.discount, appointment.discount),
          ...amount(words.deposit, appointment.deposit),
          ...terms,
        ]
      : amount(words.depositKept, appointment.depositKept);
    if (costs.length > 0) blocks.push({ lines: costs });
  }
  const shown = (['confirm', 'move', 'cancel', 'leave'] as const).flatMap((name): MailBlock[] => {
    const link = links[name];
    return link === undefined ? [] : [{ link, label: words[`${name}Link`] }];
  });
  blocks.push(...shown);
  if (shown.length > 0) blocks.push({ lines: [words.once] });
  blocks.push({ lines: [say(words.questions)] });
  const method = kind === 'cancelled' ? 'CANCEL' : 'REQUEST';
  const entry = {
    ...appointment,
    stamp: at,
    summary: words.summary,
    location: `${clinic.name}, ${clinic.address.replaceAll('\n', ', ')}`,
  };
  const calendar =
    kind === 'offered' || kind === 'reminder'
      ? null
      : {
          method: method as 'REQUEST' | 'CANCEL',
          content: invitation(entry, { method, organizer: clinic, attendee: to, language }),
        };
  return { ...mailText(language, say(words[kind]), blocks), calendar };
};
