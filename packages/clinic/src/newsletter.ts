import type { Language } from './mail/language.ts';
import { type MailText, mailText } from './mail/page.ts';
import { filled } from './mail/words.ts';

/** The words beside the box that nobody has ticked yet. Changed words are a further version; old ones stay as proof. */
const wordings: ReadonlyMap<string, Readonly<Record<Language, string>>> = new Map([
  [
    'newsletter-1',
    {
      en: 'Yes, send me the newsletter of the clinic by e-mail: news and offers of the clinic, about once a month. You never use my diary, my appointments or my health for it. I can leave at any time with one click.',
      de: 'Ja, schickt mir den Newsletter der Praxis per E-Mail: Neues und Angebote der Praxis, etwa einmal im Monat. Mein Tagebuch, meine Termine und meine Gesundheit werden dafür nie genutzt. Ich kann jederzeit mit einem Klick gehen.',
    },
  ],
]);

/** The words of a version, or null where there is no such version. */
export const newsletterWords = (version: string): Readonly<Record<Language, string>> | null =>
  wordings.get(version) ?? null;

/** The version that is shown now. */
export const newsletterWording = 'newsletter-1';

const words = {
  en: {
    confirm: 'Please confirm: newsletter of {clinic}',
    asked:
      'Somebody, most likely you, asked for the newsletter of {clinic} at this address, with these words:',
    press:
      'If it was you, open this link and press the button. Otherwise you need not do anything, and we forget this address in a week.',
    confirmLink: 'Confirm the newsletter',
    welcome: 'Your newsletter of {clinic}',
    welcomeLead: 'you get our newsletter from now on.',
    code: 'Your code for {percent} % off a first appointment: {code}. It works once.',
    leaveLink: 'Leave the newsletter',
    why: 'You get this because you asked for it. One click, and you get no more.',
    hello: 'Hello,',
  },
  de: {
    confirm: 'Bitte bestätige: Newsletter von {clinic}',
    asked:
      'Jemand, vermutlich du, hat mit dieser Adresse den Newsletter von {clinic} bestellt, mit diesen Worten:',
    press:
      'Wenn du es warst, öffne diesen Link und drücke den Knopf. Sonst musst du nichts tun, und wir vergessen diese Adresse in einer Woche.',
    confirmLink: 'Den Newsletter bestätigen',
    welcome: 'Dein Newsletter von {clinic}',
    welcomeLead: 'ab jetzt bekommst du unseren Newsletter.',
    code: 'Dein Code für {percent} % auf einen ersten Termin: {code}. Er geht einmal.',
    leaveLink: 'Den Newsletter verlassen',
    why: 'Du bekommst das, weil du es bestellt hast. Ein Klick, und es kommt nichts mehr.',
    hello: 'Hallo,',
  },
} as const satisfies Readonly<Record<Language, unknown>>;

interface Letter {
  readonly language: Language;
  readonly clinic: string;
}

/** Asks whoever named the address whether it was them (double opt-in). Throws for a version that never was. */
export const confirmNewsletterMail = (
  { language, clinic, wording }: Letter & { readonly wording: string },
  confirm: string,
): MailText => {
  const agreed = newsletterWords(wording);
  if (agreed === null) throw new RangeError(`there is no wording ${wording}`);
  const own = words[language];
  const values = new Map([['clinic', clinic]]);
  return mailText(language, filled(own.confirm, values), [
    { lines: [own.hello] },
    { lines: [filled(own.asked, values)] },
    { lines: [agreed[language]] },
    { lines: [own.press] },
    { link: confirm, label: own.confirmLink },
  ]);
};

/** Sent once somebody has confirmed, with their code where there is a discount. */
export const welcomeMail = (
  { language, clinic, percent, code }: Letter & { readonly percent: number; readonly code: string },
  leave: string,
): MailText => {
  const own = words[language];
  const values = new Map([
    ['clinic', clinic],
    ['percent', String(percent)],
    ['code', code],
  ]);
  return mailText(language, filled(own.welcome, values), [
    { lines: [own.hello] },
    { lines: [own.welcomeLead] },
    ...(percent === 0 ? [] : [{ lines: [filled(own.code, values)] }]),
    { lines: [own.why] },
    { link: leave, label: own.leaveLink },
  ]);
};

/** An issue of the newsletter: the same for everybody of a language. */
export const issueMail = (
  { language, subject, text }: { language: Language; subject: string; text: string },
  leave: string,
): MailText => {
  const own = words[language];
  return mailText(language, subject, [
    ...text.split(/\n{2,}/u).map((paragraph) => ({ lines: paragraph.split('\n') })),
    { lines: [own.why] },
    { link: leave, label: own.leaveLink },
  ]);
};
