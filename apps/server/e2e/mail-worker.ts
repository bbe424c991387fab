import { randomUUID } from 'node:crypto';
import { openPostgres } from '../src/db/postgres.ts';
import { deliverDue } from '../src/mail/deliver.ts';
import { messageOf } from '../src/mail/letter-message.ts';
import { openPost } from '../src/mail/post.ts';

// Sends the mails of an outbox until it is killed: MAIL-WORKER.ts DATABASE-URL SMTP-URL LEASE-MS.
const [databaseUrl, smtpUrl, leaseMs] = process.argv.slice(2);
if (databaseUrl === undefined || smtpUrl === undefined) throw new Error('two addresses are needed');
const addresses = { publicUrl: 'https://clinic.example', linkSecret: new Uint8Array(32).fill(7) };
const database = openPostgres(databaseUrl, { onIdleError: () => {} });
const post = openPost(smtpUrl);
process.stdout.write('ready\n');
for (;;) {
  await deliverDue({
    outbox: 'mail.outbox',
    run: (work) => work(database),
    post,
    now: () => Date.now(),
    newId: randomUUID,
    leaseMs: Number(leaseMs),
    onUnwritable: (error) => {
      throw error;
    },
    write: (id, letter) => messageOf(addresses, id, letter),
  });
  await new Promise((settled) => setTimeout(settled, 50));
}
