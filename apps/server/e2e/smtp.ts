import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as the mail server took it over. */
export interface Received {
  readonly raw: string;
  readonly mail: Email;
  readonly to: readonly string[];
}

/** A mail server of its own that keeps what it is given. */
export interface TestSmtp {
  readonly url: string;
  readonly received: Received[];
  /** What it does with the next mails: takes them, refuses them for good, asks to try again or to sign in first. */
  answer: 'take' | 'refuse' | 'later' | 'sign-in';
  /** Called when a mail has been taken and the sender has not been told yet. */
  onTaken: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const failure = (responseCode: number): Error =>
  Object.assign(new Error('not now'), { responseCode });

export const startSmtp = async (): Promise<TestSmtp> => {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onMailFrom: (_, __, done) => done(smtp.answer === 'sign-in' ? failure(530) : null),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const raw = Buffer.concat(pieces).toString('utf8');
        const to = session.envelope.rcptTo.map(({ address }) => address);
        if (smtp.answer !== 'take') return done(failure(smtp.answer === 'refuse' ? 550 : 451));
        void PostalMime.parse(raw)
          .then((mail) => received.push({ raw, mail, to }))
          .then(() => smtp.onTaken())
          .then(() => done());
      });
    },
  });
  // A client that is killed resets its connection.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const smtp: TestSmtp = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answer: 'take',
    onTaken: async () => {},
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  return smtp;
};
