/**
 * 200 clients fight for few starts on three server processes and one PostgreSQL; then they go on, beside devices that
 * sync, while servers and the database are killed (-9): `bookings-once.ts ATTEMPTS KILLS`. Prints one JSON document.
 */
import {
  fight,
  fightThroughCrashes,
  seeded,
  startPostgres,
  startProcess,
  startsAfter,
} from '@zonula/server/testing';

const [attempts = 100_000, kills = 100] = process.argv.slice(2).map(Number);
const postgres = await startPostgres({ durable: true });
const databaseUrl = await postgres.createDatabase();
const servers = [await startProcess(databaseUrl, { offer: true })];
servers.push(await startProcess(databaseUrl), await startProcess(databaseUrl));

/** Processor seconds so far; null where the system does not tell. */
const used = () => {
  const { user, system } = process.cpuUsage();
  const each = servers.map((server) => server.processorSeconds());
  return {
    clients: (user + system) / 1e6,
    servers: each.some((one) => one === null)
      ? null
      : each.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    database: postgres.processorSeconds(),
  };
};
const between = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : to - from;

try {
  const random = seeded(1);
  const starts = startsAfter(Date.now(), 30);
  const few = 5 * 13;
  const common = { databaseUrl, random };
  const urls = servers.map(({ url }) => url);
  const before = used();
  const contention = await fight({
    ...common,
    starts: starts.slice(0, few),
    urls,
    clients: 200,
    attempts,
  });
  const after = used();
  const processor = {
    clients: between(before.clients, after.clients),
    servers: between(before.servers, after.servers),
    database: between(before.database, after.database),
  };
  process.stderr.write(`${JSON.stringify({ contention, processor })}\n`);
  const crashes = await fightThroughCrashes(postgres, servers, {
    ...common,
    starts: starts.slice(few),
    clients: 50,
    kills,
    killing: seeded(2),
    devices: 10,
  });
  const database = postgres.version.split(' on ')[0];
  process.stdout.write(`${JSON.stringify({ database, contention, processor, crashes })}\n`);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await postgres.stop();
}
