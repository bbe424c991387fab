/**
 * Brings devices together through a relay process on PGlite or PostgreSQL: `sync-once.ts (pglite | postgres) ENTRIES DEVICES`.
 * Prints one JSON document. The devices run in this process, the server in another, PostgreSQL in its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpRelay, exchange, joinByWords, relayPath, startSync } from '@zonula/journal/sync';
import { createDevice, sealedRowOf, signRequest } from '@zonula/journal/testing';
import { seeded, startPostgres, startRelay } from '@zonula/server/testing';

const [kind, entries = '110000', devices = '1000'] = process.argv.slice(2);
const isPostgres = kind === 'postgres';
const folder = mkdtempSync(join(tmpdir(), 'zonula-relay-'));
const postgres = isPostgres ? await startPostgres({ durable: true }) : null;
const server = await startRelay(
  postgres === null ? join(folder, 'data') : await postgres.createDatabase(),
);

const seconds = (): number => performance.now() / 1000;
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
/** Seconds by the clock, and of the processor here and in the server. */
const timed = async (work: () => Promise<unknown>) => {
  const [clock, here, there] = [seconds(), cpu(), await server.cpuSeconds()];
  await work();
  return {
    clock: seconds() - clock,
    device: cpu() - here,
    server: (await server.cpuSeconds()) - there,
  };
};

const agent = new Agent({ keepAlive: true, maxSockets: 4096 });
/** One request over a connection that is kept: status, text and milliseconds. */
const send = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<{ status: number; text: string; ms: number }> =>
  new Promise((settled, failed) => {
    const started = performance.now();
    const length = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` };
    const asked = request(
      new URL(path, server.url),
      { method, agent, headers: { ...headers, ...length } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          settled({
            status: answer.statusCode ?? 0,
            text: Buffer.concat(parts).toString(),
            ms: performance.now() - started,
          }),
        );
      },
    );
    asked.on('error', failed);
    asked.end(body);
  });

const relay = createHttpRelay(async (path, { method, headers, body }) => {
  const { status, text } = await send(method, path, headers, body);
  return { status, headers: new Headers(), text: async () => text };
}, Date.now);

/** Ten years of invented entries, 30 a day. */
const fill = (device: ReturnType<typeof createDevice>, count: number): void => {
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
    Array.from({ length: count }, (_, k) => ({
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

const whole = async (count: number) => {
  const [phone, tablet] = [
    createDevice(relay, { now: Date.now }),
    createDevice(relay, { now: Date.now }),
  ];
  fill(phone, count);
  const words = (await startSync(phone.context, 'Phone')).join(' ');
  const upload = await timed(() => exchange(phone.context));
  const join = await timed(async () => {
    await joinByWords(tablet.context, words, 'Tablet');
    await exchange(tablet.context);
  });
  if (tablet.replica.text() !== phone.replica.text()) throw new Error('the devices differ');
  const { self, log } = (await phone.store.load())!;
  let bytes = 0;
  for (let since = 0; ; ) {
    const page = await relay.pull(log.owner, since, self);
    for (const row of page.rows) bytes += row.bytes.length;
    since = page.rows.at(-1)?.seq ?? page.head;
    if (since >= page.head) break;
  }
  return { entries: count, sealedBytes: bytes, upload, join };
};

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;

/** Each device sends a row and gets what is new; begun all at the same moment, or spread evenly over so many ms. */
const atOnce = async (
  ready: readonly Awaited<ReturnType<typeof readyDevice>>[],
  overMs: number,
) => {
  const requests = await Promise.all(ready.map((one) => one()));
  const times: number[] = [];
  const run = await timed(async () => {
    await Promise.all(
      requests.map(async ({ push: { path, headers, body } }, k) => {
        if (overMs > 0)
          await new Promise((settled) => setTimeout(settled, (overMs * k) / requests.length));
        const { status, ms, text } = await send('POST', path, headers, body);
        if (status !== 200) throw new Error(`${status} ${text}`);
        times.push(ms);
      }),
    );
  });
  times.sort((a, b) => a - b);
  return {
    overMs,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    most: times.at(-1)!,
    ...run,
  };
};

/** A device of its own owner, and what makes its next request, sealed and signed beforehand. */
const readyDevice = async (k: number) => {
  const device = createDevice(relay, { name: k.toString(16).padStart(16, '0'), now: Date.now });
  await startSync(device.context, 'Phone');
  const { self, log } = (await device.store.load())!;
  let deviceSeq = 0;
  return async () => {
    deviceSeq++;
    const entry = { day: '2026-03-01', category: 'skin', name: 'itch', value: 3 } as const;
    const row = await sealedRowOf(device, deviceSeq, entry);
    const path = `${relayPath}/logs/${log.owner}/rows`;
    const body = JSON.stringify({ since: deviceSeq, rows: [Buffer.from(row).toString('base64')] });
    const push = {
      method: 'POST',
      path,
      body,
      headers: signRequest(self, 'POST', path, Date.now(), body),
    };
    const look = `${path}?since=0`;
    return {
      push,
      pull: { method: 'GET', path: look, headers: signRequest(self, 'GET', look, Date.now()) },
    };
  };
};

interface Prepared {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Requests that were made beforehand, sixteen at a time. */
const throughput = async (requests: readonly Prepared[]) => {
  let next = 0;
  let received = 0;
  const run = await timed(() =>
    Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let at = next++; at < requests.length; at = next++) {
          const { method, path, headers, body } = requests[at]!;
          const { status, text } = await send(method, path, headers, body);
          if (status !== 200) throw new Error(`${status} ${text}`);
          received += text.length;
        }
      }),
    ),
  );
  return { requests: requests.length, perSecond: requests.length / run.clock, received, ...run };
};

try {
  const all = await whole(Number(entries));
  const ready: Awaited<ReturnType<typeof readyDevice>>[] = [];
  for (let k = 0; k < Number(devices); k++) ready.push(await readyDevice(k));
  // Connections are there before, as browsers keep them.
  await Promise.all(ready.map(() => send('GET', '/api/health', {})));
  const paces = [];
  for (const overMs of [10_000, 5000, 2000, 1000, 0]) paces.push(await atOnce(ready, overMs));
  const prepared = [];
  for (const one of ready) prepared.push(await one());
  const pushes = await throughput(prepared.map(({ push }) => push));
  const pulls = await throughput(prepared.map(({ pull }) => pull));
  const database = postgres === null ? 'PGlite' : postgres.version.split(' on ')[0];
  process.stdout.write(`${JSON.stringify({ database, all, paces, pushes, pulls })}\n`);
} finally {
  agent.destroy();
  await server.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
