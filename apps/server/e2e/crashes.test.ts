import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeded, startsAfter } from './contention.ts';
import { fightThroughCrashes } from './crashes.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { type ServerProcess, startProcess } from './processes.ts';

let postgres: TestPostgres;
let databaseUrl: string;
const servers: ServerProcess[] = [];
beforeAll(async () => {
  postgres = await startPostgres({ durable: true });
  databaseUrl = await postgres.createDatabase();
  servers.push(await startProcess(databaseUrl, { offer: true }), await startProcess(databaseUrl));
}, 120_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await postgres.stop();
}, 120_000);

test('servers and the database are killed in the middle: nothing told is lost, nothing is half', async () => {
  const outcome = await fightThroughCrashes(postgres, servers, {
    databaseUrl,
    clients: 20,
    starts: startsAfter(Date.now(), 5),
    random: seeded(1),
    killing: seeded(2),
    kills: 3,
    devices: 3,
  });
  expect(outcome).toMatchObject({
    killedServers: 2,
    killedDatabases: 1,
    fallen: [],
    doubleBookings: 0,
    halves: 0,
    lost: [],
    sync: { missing: 0 },
  });
  expect(outcome.sync.acknowledged).toBeGreaterThan(10);
  expect(outcome.looks).toBeGreaterThan(3);
  expect(outcome.confirmed).toBeGreaterThan(20);
  // Whoever was told something was told that it is away, never that we have a defect.
  expect(Object.keys(outcome.statuses)).not.toContain('500');
});
