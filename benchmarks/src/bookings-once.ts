/**
 * 200 clients fight for few starts on three server processes and one PostgreSQL: `bookings-once.ts fight ATTEMPTS`; or fifty do,
 * and ten devices sync, while servers and the database are killed (-9): `bookings-once.ts kills KILLS`. Prints one JSON document.
 */
import {
  fight,
  fightThroughCrashes,
  seeded,
  startPostgres,
  startProcess,
  startsAfter,
} from '@zonula/server/testing/server';

const [mode, count] = process.argv.slice(2);
const postgres = await startPostgres({ durable: true });
const databaseUrl = await postgres.createDatabase();
const start = () => startProcess(databaseUrl);
const servers = [await startProcess(databaseUrl, { offer: true })];
servers.push(await start(), await start());
const random = seeded(1);
const few = 5 * 13;

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

const contention = async () => {
  const before = used();
  const outcome = await fight({
    databaseUrl,
    random,
    starts: startsAfter(Date.now(), 30).slice(0, few),
    urls: servers.map(({ url }) => url),
    clients: 200,
    attempts: Number(count ?? 100_000),
  });
  const after = used();
  const processor = {
    clients: between(before.clients, after.clients),
    servers: between(before.servers, after.servers),
    database: between(before.database, after.database),
  };
  return { ...outcome, processor };
};

const kills = () =>
  fightThroughCrashes(postgres, servers, {
    databaseUrl,
    random,
    starts: startsAfter(Date.now(), 30).slice(few),
    clients: 50,
    kills: Number(count ?? 100),
    killing: seeded(2),
    devices: 10,
    start,
  });

try {
  const outcome = await (mode === 'kills' ? kills() : contention());
  process.stdout.write(`${JSON.stringify({ database: postgres.version, ...outcome })}\n`);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await postgres.stop();
}
