/**
 * 200 clients fight for few starts on three server processes and one PostgreSQL, then go on while servers and the
 * database are killed (-9): `bookings-once.ts ATTEMPTS KILLS`. Prints one JSON document.
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
try {
  const random = seeded(1);
  const starts = startsAfter(Date.now(), 30);
  const few = 5 * 13;
  const common = { databaseUrl, random };
  const urls = servers.map(({ url }) => url);
  const contention = await fight({
    ...common,
    starts: starts.slice(0, few),
    urls,
    clients: 200,
    attempts,
  });
  const crashes = await fightThroughCrashes(postgres, servers, {
    ...common,
    starts: starts.slice(few),
    clients: 50,
    kills,
  });
  const database = postgres.version.split(' on ')[0];
  process.stdout.write(`${JSON.stringify({ database, contention, crashes })}\n`);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await postgres.stop();
}
