import { createTransport } from 'nodemailer';

/** One mail, ready to be sent. The same `id` makes the same bytes. */
export interface Message {
  readonly id: string;
  readonly from: { readonly name: string; readonly email: string };
  readonly to: { readonly name: string; readonly email: string };
  /** ms since 1970. */
  readonly date: number;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: { readonly method: string; readonly content: string } | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What became of a mail: taken over by the next server, refused for good, or to be tried again. */
export type Posted = 'sent' | 'refused' | 'later';

export interface Post {
  readonly send: (message: Message) => Promise<Posted>;
  readonly close: () => void;
}

/** The place of the mail server is not an address such as `smtp://user:password@host:587`. */
export class UnusableMailServer extends Error {
  constructor() {
    super('an address such as smtp://user:password@host:587 or smtps://host is expected');
    this.name = 'UnusableMailServer';
  }
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** Names and places are data of others: nothing in them may end a header or add an address. */
const mailbox = ({ name, email }: { readonly name: string; readonly email: string }) => ({
  name: oneLine(name),
  address: oneLine(email),
});

const optionsFrom = (url: string) => {
  const place = URL.canParse(url) ? new URL(url) : null;
  if (place === null || !/^smtps?:$/u.test(place.protocol) || place.hostname === '')
    throw new UnusableMailServer();
  const secure = place.protocol === 'smtps:';
  const own = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(place.hostname);
  const auth = {
    user: decodeURIComponent(place.username),
    pass: decodeURIComponent(place.password),
  };
  return {
    host: place.hostname.replace(/^\[|\]$/gu, ''),
    port: place.port === '' ? (secure ? 465 : 587) : Number(place.port),
    secure,
    // Beyond this computer mails travel sealed; `?tls=optional` is for a mail server in the same closed network.
    requireTLS: !secure && !own && place.searchParams.get('tls') !== 'optional',
    ...(place.username === '' ? {} : { auth }),
  };
};

/** Answers by which a mail server wants us to sign in or to seal the connection first (RFC 4954): our settings are wrong. */
const ourFault = [530, 534, 535, 538];

/** Whether the mail server does not want this mail (5xx to its sender, recipient or content), ever. */
const isRefusal = (error: unknown): boolean => {
  const { code, responseCode = 0 } = error as { code?: unknown; responseCode?: number };
  const ofThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return ofThisMail && Math.floor(responseCode / 100) === 5 && !ourFault.includes(responseCode);
};

/** Sends by SMTP, one connection for many mails. Throws `UnusableMailServer`. */
export const openPost = (url: string): Post => {
  const transport = createTransport({
    ...optionsFrom(url),
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const send = async ({ id, from, to, date, calendar, ...message }: Message): Promise<Posted> => {
    try {
      await transport.sendMail({
        messageId: `<${id}@${from.email.split('@').at(-1)}>`,
        from: mailbox(from),
        to: mailbox(to),
        date: new Date(date),
        subject: oneLine(message.subject),
        text: message.text,
        html: message.html,
        baseBoundary: id,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          ...message.headers,
        },
        ...(calendar === null ? {} : { icalEvent: { filename: 'appointment.ics', ...calendar } }),
      });
      return 'sent';
    } catch (error) {
      return isRefusal(error) ? 'refused' : 'later';
    }
  };
  return { send, close: () => transport.close() };
};
