import type { Language } from './language.ts';

const english = {
  locale: 'en-GB',
  /** Stands after a time in the place of the zone, whose short names not every language has. */
  afterTime: '',
  summary: 'Appointment',
  confirmed: 'Your appointment on {when}',
  moved: 'Your appointment is now on {when}',
  cancelled: 'Your appointment on {when} is cancelled',
  reminder: 'Your appointment is soon: {when}',
  offered: 'A time has become free: {when}',
  joined: 'You are on our waiting list',
  hello: 'Hello {name},',
  confirmedLead: 'your appointment is booked.',
  movedLead: 'your appointment has moved to another time.',
  cancelledLead: 'your appointment is cancelled. You need not do anything.',
  reminderLead: 'your appointment is soon.',
  offeredLead: 'you are first on our waiting list, and a time has become free.',
  joinedLead: 'you are on our waiting list for {from} to {until}.',
  joinedHow:
    'When a time becomes free, we keep it for you for a while and write to you. Whoever joined first is asked first.',
  offeredUntil:
    'We keep it for you until {until}. If you do not want it, you need not do anything.',
  with: 'With {practitioner}',
  price: 'Price: {amount}',
  deposit: 'Deposit: {amount}',
  discount: 'Your discount: {amount}',
  depositKept: 'We keep {amount} of your deposit.',
  freeUntil: 'You can cancel for free until {until}.',
  afterwards: 'After that we keep your deposit.',
  confirmLink: 'Take this time',
  moveLink: 'Choose another time',
  cancelLink: 'Cancel the appointment',
  leaveLink: 'Leave the waiting list',
  once: 'Each link works once. Please keep this mail to yourself.',
  questions: 'Questions? {phone} or {email}',
} as const;

export type MailWords = { readonly [Name in keyof typeof english]: string };

const german: MailWords = {
  locale: 'de-DE',
  afterTime: ' Uhr',
  summary: 'Termin',
  confirmed: 'Dein Termin am {when}',
  moved: 'Dein Termin ist jetzt am {when}',
  cancelled: 'Dein Termin am {when} ist abgesagt',
  reminder: 'Dein Termin ist bald: {when}',
  offered: 'Ein Termin ist frei geworden: {when}',
  joined: 'Du stehst auf unserer Warteliste',
  hello: 'Hallo {name},',
  confirmedLead: 'dein Termin ist gebucht.',
  movedLead: 'dein Termin hat jetzt eine andere Zeit.',
  cancelledLead: 'dein Termin ist abgesagt. Du musst nichts weiter tun.',
  reminderLead: 'dein Termin ist bald.',
  offeredLead: 'du bist die erste Person auf unserer Warteliste, und ein Termin ist frei geworden.',
  joinedLead: 'du stehst auf unserer Warteliste für {from} bis {until}.',
  joinedHow:
    'Wenn eine Zeit frei wird, halten wir sie eine Weile für dich frei und schreiben dir. Wer zuerst da war, wird zuerst gefragt.',
  offeredUntil:
    'Wir halten ihn für dich frei bis {until}. Wenn du ihn nicht möchtest, musst du nichts tun.',
  with: 'Bei {practitioner}',
  price: 'Preis: {amount}',
  deposit: 'Anzahlung: {amount}',
  discount: 'Dein Rabatt: {amount}',
  depositKept: 'Wir behalten {amount} deiner Anzahlung.',
  freeUntil: 'Du kannst kostenlos absagen bis {until}.',
  afterwards: 'Danach behalten wir deine Anzahlung.',
  confirmLink: 'Diesen Termin nehmen',
  moveLink: 'Eine andere Zeit wählen',
  cancelLink: 'Den Termin absagen',
  leaveLink: 'Die Warteliste verlassen',
  once: 'Jeder Link geht einmal. Bitte behalte diese Mail für dich.',
  questions: 'Fragen? {phone} oder {email}',
};

export const wordsOf: Readonly<Record<Language, MailWords>> = { en: english, de: german };

/** Puts values in the places that are marked `{name}`; what stands in a value is not looked at again. */
export const filled = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(/\{(\w+)\}/gu, (mark, name: string) => values.get(name) ?? mark);

/** An amount in the smallest unit of its currency, as people write it. */
export const moneyText = (amount: number, currency: string, locale: string): string => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
};

/** A moment by the clock of `zone`, with its day: `Wednesday, 25 March 2026 at 09:00 GMT`. */
export const momentText = (
  instant: number,
  zone: string,
  { locale, afterTime }: MailWords,
): string => {
  const text = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(afterTime === '' ? { timeZoneName: 'short' } : {}),
  }).format(instant);
  return text + afterTime;
};
