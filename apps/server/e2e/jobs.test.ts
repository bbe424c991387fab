import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeded, startsAfter } from './contention.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { type ServerProcess, startProcess } from './processes.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

let postgres: TestPostgres;
let databaseUrl: string;
let smtp: TestSmtp;
let database: pg.Client;
const servers: ServerProcess[] = [];
beforeAll(async () => {
  postgres = await startPostgres({ durable: true });
  databaseUrl = await postgres.createDatabase();
  smtp = await startSmtp();
  servers.push(await startProcess(databaseUrl, { offer: true, smtpUrl: smtp.url }));
  servers.push(await startProcess(databaseUrl, { smtpUrl: smtp.url }));
  database = new pg.Client(databaseUrl);
  await database.connect();
}, 120_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await database.end();
  await smtp.close();
  await postgres.stop();
}, 120_000);

test('servers are killed while they send: everybody who was told has one mail, and nobody else', async () => {
  const random = seeded(2);
  const starts = startsAfter(Date.now(), 2);
  const told = new Set<string>();
  interface Held {
    readonly appointment: { readonly id: string };
    readonly links: { readonly confirm: string };
  }
  const post = async (
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Held | null> => {
    const { url } = servers[Math.floor(random() * servers.length)]!;
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = { method: 'POST', headers: { ...headers, ...type } };
    const response = await fetch(
      `${url}/api/v1/appointments${path}`,
      body === undefined ? sent : { ...sent, body: JSON.stringify(body) },
    ).catch(() => null);
    return response?.ok ? ((await response.json()) as Held) : null;
  };
  for (const [index, start] of starts.slice(0, 16).entries()) {
    const client = { name: 'Client', email: `client-${index}@example.org` };
    const held = await post(
      '',
      { 'idempotency-key': `a-key-for-number-${index}` },
      { treatment: 'visit', start, client },
    );
    if (held === null) continue;
    const { id } = held.appointment;
    const link = { authorization: `Bearer ${held.links.confirm}` };
    if ((await post(`/${id}/confirm`, link)) !== null) told.add(id);
    if (index % 5 !== 4) continue;
    const victim = Math.floor(random() * servers.length);
    await servers[victim]!.kill();
    servers[victim] = await startProcess(databaseUrl, { smtpUrl: smtp.url });
  }
  expect(told.size).toBeGreaterThan(10);
  const rows = async (text: string) => (await database.query(text)).rows;
  await expect
    .poll(() => rows('select id from mail.outbox where sent_at is null'), { timeout: 90_000 })
    .toEqual([]);
  const confirmed = await rows(`select c.email from clinic.appointment a
    join clinic.client c on c.id = a.client where a.status = 'confirmed' order by 1`);
  const mails = new Map(smtp.received.map(({ mail, to }) => [mail.messageId, to[0]]));
  expect([...mails.values()].sort()).toEqual(confirmed.map(({ email }) => email));
  expect(confirmed.length).toBeGreaterThanOrEqual(told.size);
}, 300_000);
