/**
 * Brings devices together through relay processes, on PGlite, on PostgreSQL with one server and with two, in turn, so that
 * all have the same machine: `sync-once.ts DEVICES ROUNDS ENTRIES`. Prints one JSON document. All devices are in this process,
 * each server and PostgreSQL in their own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpRelay, exchange, joinByWords, startSync } from '@zonula/journal/sync';
import { createDevice } from '@zonula/journal/testing';
import {
  type RelayProcess,
  seeded,
  startPostgres,
  startRelay,
} from '@zonula/server/testing/server';
import {
  createLoadDevice,
  inParallel,
  type LoadDevice,
  percentile,
  spreadOver,
} from './relay-load.ts';

const [devices = 1000, rounds = 3, entries = 110_000] = process.argv.slice(2).map(Number);
const paces = [10_000, 2000, 1000, 0];
const parallel = 16;

const folder = mkdtempSync(join(tmpdir(), 'zonula-relay-'));
const postgres = await startPostgres({ durable: true });
const databaseUrl = await postgres.createDatabase();

interface Target {
  readonly name: string;
  readonly servers: readonly RelayProcess[];
  readonly database: () => number | null;
}
const embedded = await startRelay(join(folder, 'data'));
const [first, second] = [await startRelay(databaseUrl), await startRelay(databaseUrl)];
const database = postgres.processorSeconds;
const targets: readonly Target[] = [
  { name: 'PGlite', servers: [embedded], database: () => 0 },
  { name: 'PostgreSQL', servers: [first], database },
  { name: 'PostgreSQL and two servers', servers: [first, second], database },
];

/** Seconds by the clock, and of the processor: here, in the servers, and in PostgreSQL (null where it is not told). */
const timed = async <T>({ servers, database }: Target, work: () => Promise<T>) => {
  const now = async () => {
    const { user, system } = process.cpuUsage();
    const each = await Promise.all(servers.map((server) => server.cpuSeconds()));
    return {
      clock: performance.now() / 1000,
      device: (user + system) / 1e6,
      server: each.reduce((sum, one) => sum + one, 0),
      database: database(),
    };
  };
  const from = await now();
  const result = await work();
  const to = await now();
  const took = {
    clock: to.clock - from.clock,
    device: to.device - from.device,
    server: to.server - from.server,
    database: from.database === null || to.database === null ? null : to.database - from.database,
  };
  return { result, took };
};

/** Ten years of invented entries, 30 a day. */
const fill = (device: ReturnType<typeof createDevice>): void => {
  const random = seeded(1);
  const names = [
    'latte',
    'croissant',
    'apple',
    'itch',
    'redness',
    'sleep quality',
    'stress',
    'bloating',
    'rice',
    'salmon',
  ];
  device.replica.fill(
    Array.from({ length: entries }, (_, k) => ({
      day: new Date(Date.UTC(2016, 0, 1) + Math.floor(k / 30) * 86_400_000)
        .toISOString()
        .slice(0, 10),
      time: `${`${k % 24}`.padStart(2, '0')}:${`${Math.floor(random() * 60)}`.padStart(2, '0')}`,
      zoneOffset: 60,
      category: 'food' as const,
      name: `${names[Math.floor(random() * names.length)]} ${Math.floor(random() * 50)}`,
      value: Math.floor(random() * 10),
      ...(random() < 0.05 ? { note: `felt ${Math.floor(random() * 1e6)} today` } : {}),
    })),
  );
};

/** Ten years laid down by one device and taken in by another. */
const whole = async (target: Target) => {
  let [requests, received] = [0, 0];
  const relay = createHttpRelay(async (path, request) => {
    const answer = await fetch(new URL(path, target.servers[0]!.url), request);
    const text = await answer.text();
    requests++;
    received += text.length;
    return { status: answer.status, headers: answer.headers, text: async () => text };
  }, Date.now);
  const [phone, tablet] = [
    createDevice(relay, { now: Date.now }),
    createDevice(relay, { now: Date.now }),
  ];
  fill(phone);
  const words = (await startSync(phone.context, 'Phone')).join(' ');
  const { took: upload } = await timed(target, () => exchange(phone.context));
  [requests, received] = [0, 0];
  const { took: join } = await timed(target, async () => {
    await joinByWords(tablet.context, words, 'Tablet');
    await exchange(tablet.context);
  });
  if (tablet.replica.text() !== phone.replica.text()) throw new Error('the devices differ');
  return { name: target.name, entries, requests, received, upload, join };
};

const connected = async ({ servers }: Target): Promise<readonly LoadDevice[]> => {
  const ready: LoadDevice[] = [];
  for (let k = 0; k < devices; k++)
    ready.push(await createLoadDevice(k, servers[k % servers.length]!.url));
  return ready;
};

try {
  const all = [await whole(targets[0]!), await whole(targets[1]!)];
  const load = [];
  for (const target of targets) load.push({ target, ready: await connected(target) });
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    for (const overMs of paces)
      for (const { target, ready } of load) {
        const requests = await Promise.all(ready.map((device) => device.nextPush()));
        const { result: times, took } = await timed(target, () => spreadOver(requests, overMs));
        const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
        const kind = { kind: 'pace', name: target.name, overMs, load: loadavg()[0] };
        measured.push({ ...kind, requests: requests.length, p50, p99, most: times.at(-1)!, took });
      }
    for (const { target, ready } of load)
      for (const kind of ['pushes', 'pulls'] as const) {
        const requests = await Promise.all(
          ready.map((device) => (kind === 'pushes' ? device.nextPush() : device.pull())),
        );
        const { took } = await timed(target, () => inParallel(requests, parallel));
        measured.push({ kind, name: target.name, requests: requests.length, took });
      }
  }
  for (const { ready } of load) for (const device of ready) device.close();
  process.stdout.write(`${JSON.stringify({ database: postgres.version, all, measured })}\n`);
} finally {
  await Promise.all([embedded, first, second].map((server) => server.stop()));
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
