import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../src/db/migrate.ts';
import { openPostgres } from '../src/db/postgres.ts';
import type { Database } from '../src/db/tables.ts';
import { createTestClinic } from './clinic.ts';
import { seeded } from './contention.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { compiled } from './programs.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

let postgres: TestPostgres;
let databaseUrl: string;
let database: Database;
let smtp: TestSmtp;
const workers: ChildProcess[] = [];
const starting: Promise<unknown>[] = [];

/** A mail is sent within it also where senders wait for a processor: only a killed one leaves its mail to the others. */
const leaseMs = 5000;

const startWorker = async (): Promise<ChildProcess> => {
  const args = [await compiled('mail-worker'), databaseUrl, smtp.url, `${leaseMs}`];
  const worker = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(worker.stdout!, 'data');
  return worker;
};

beforeAll(async () => {
  postgres = await startPostgres();
  databaseUrl = await postgres.createDatabase();
  database = openPostgres(databaseUrl, { onIdleError: () => {} });
  await migrate(database, () => 0);
  smtp = await startSmtp();
}, 120_000);
afterAll(async () => {
  await Promise.all(starting);
  for (const worker of workers) worker.kill('SIGKILL');
  await smtp.close();
  await database.destroy();
  await postgres.stop();
}, 120_000);

test('senders are killed in the middle of mails: each mail arrives, and whatever comes twice is the same mail', async () => {
  const clinic = createTestClinic(database, { mail: { publicUrl: 'https://clinic.example' } });
  await clinic.reset();
  const random = seeded(1);
  const starts = Array.from({ length: 16 }, (_, index) =>
    new Date(
      Date.parse('2026-03-25T09:00:00Z') +
        Math.floor(index / 8) * 86_400_000 +
        (index % 8) * 30 * 60_000,
    ).toISOString(),
  );
  for (const start of starts) expect((await clinic.book(start)).status).toBe(200);
  let kills = 0;
  smtp.onTaken = async () => {
    // The mail server has the mail, and the sender does not know yet.
    if (workers.length === 0 || kills === 3 || random() < 0.6) return;
    kills++;
    const victim = workers.splice(Math.floor(random() * workers.length), 1)[0]!;
    const ended = once(victim, 'exit');
    victim.kill('SIGKILL');
    await ended;
    starting.push(startWorker().then((worker) => workers.push(worker)));
  };
  workers.push(...(await Promise.all([startWorker(), startWorker()])));
  const unsent = async (): Promise<number> => {
    const rows = await database
      .selectFrom('mail.outbox')
      .select('id')
      .where('sent_at', 'is', null)
      .execute();
    return rows.length;
  };
  await expect.poll(unsent, { timeout: 120_000, interval: 200 }).toBe(0);
  expect(kills).toBe(3);
  const byId = new Map<string, Set<string>>();
  for (const { mail, raw } of smtp.received)
    byId.set(mail.messageId!, (byId.get(mail.messageId!) ?? new Set()).add(raw));
  expect(byId.size).toBe(starts.length);
  expect(smtp.received.length).toBeLessThanOrEqual(starts.length + kills);
  for (const copies of byId.values()) expect(copies.size).toBe(1);
}, 240_000);
