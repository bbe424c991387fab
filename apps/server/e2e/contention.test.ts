import { afterAll, beforeAll, expect, test } from 'vitest';
import { fight, seeded, startsAfter } from './contention.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { type ServerProcess, startProcess } from './processes.ts';

let postgres: TestPostgres;
let databaseUrl: string;
const servers: ServerProcess[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
  databaseUrl = await postgres.createDatabase();
  // All at once on an empty database: they agree on who brings the schema forward.
  const started = await Promise.all(
    [0, 1, 2].map((i) => startProcess(databaseUrl, { offer: i === 0 })),
  );
  servers.push(...started);
}, 120_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await postgres.stop();
}, 120_000);

test('200 clients fight for 26 starts on three processes: nobody is booked twice, nothing told is lost', async () => {
  const outcome = await fight({
    urls: servers.map(({ url }) => url),
    databaseUrl,
    clients: 200,
    attempts: 300,
    starts: startsAfter(Date.now(), 2),
    random: seeded(1),
  });
  expect(outcome).toMatchObject({ attempts: 300, doubleBookings: 0, halves: 0, lost: [] });
  // It was a fight: many got through, many were told that it was just taken, and nothing else happened.
  expect(servers.map((server) => server.failures()).join('')).toBe('');
  expect(Object.keys(outcome.statuses).sort()).toEqual(['200', '201', '409']);
  expect(outcome.confirmed).toBeGreaterThan(30);
  expect(outcome.looks).toBeGreaterThan(3);
  expect(outcome.statuses['409']).toBeGreaterThan(60);
});
