import { createHttpRelay, relayPath, startSync } from '@zonula/journal/sync';
import { createDevice, sealedRowOf, signRequest } from '@zonula/journal/testing';
import { type Connection, connectTo, requestBytes } from './connection.ts';

/** One request of a device, sealed and signed beforehand. */
interface Prepared {
  readonly connection: Connection;
  readonly request: Buffer;
}

/** A device of a person of its own with an open connection, and what makes its next requests. */
export interface LoadDevice {
  /** Sends one new row, and gets the rows after the one before it. */
  readonly nextPush: () => Promise<Prepared>;
  /** Gets all rows since the beginning. */
  readonly pull: () => Promise<Prepared>;
  readonly close: () => void;
}

/** @param url the server that the device is connected to */
export const createLoadDevice = async (number: number, url: string): Promise<LoadDevice> => {
  const relay = createHttpRelay((path, request) => fetch(new URL(path, url), request), Date.now);
  const device = createDevice(relay, {
    name: number.toString(16).padStart(16, '0'),
    now: Date.now,
  });
  await startSync(device.context, 'Phone');
  const { self, log } = (await device.store.load())!;
  const connection = await connectTo(url);
  const path = `${relayPath}/logs/${log.owner}/rows`;
  let deviceSeq = 0;
  return {
    nextPush: async () => {
      deviceSeq++;
      const entry = { day: '2026-03-01', category: 'skin', name: 'itch', value: 3 } as const;
      const row = await sealedRowOf(device, deviceSeq, entry);
      // The first row of a log says who its devices are.
      const since = Math.max(1, deviceSeq - 1);
      const body = JSON.stringify({ since, rows: [Buffer.from(row).toString('base64')] });
      const headers = signRequest(self, 'POST', path, Date.now(), body);
      return { connection, request: requestBytes('POST', path, headers, body) };
    },
    pull: async () => {
      const asked = `${path}?since=0`;
      const headers = signRequest(self, 'GET', asked, Date.now());
      return { connection, request: requestBytes('GET', asked, headers) };
    },
    close: connection.close,
  };
};

const ask = async ({ connection, request }: Prepared): Promise<{ ms: number; size: number }> => {
  const { status, text, ms } = await connection.send(request);
  if (status !== 200) throw new Error(text);
  return { ms, size: text.length };
};

/** Milliseconds of each, sorted; begun evenly over so many ms, or all at the same moment. */
export const spreadOver = async (
  requests: readonly Prepared[],
  overMs: number,
): Promise<readonly number[]> => {
  const times = await Promise.all(
    requests.map(async (one, k) => {
      if (overMs > 0)
        await new Promise((settled) => setTimeout(settled, (overMs * k) / requests.length));
      return (await ask(one)).ms;
    }),
  );
  return times.sort((a, b) => a - b);
};

/** So many at a time, one after the other. */
export const inParallel = async (
  requests: readonly Prepared[],
  parallel: number,
): Promise<void> => {
  let next = 0;
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (let at = next++; at < requests.length; at = next++) await ask(requests[at]!);
    }),
  );
};

/** The value that so large a share of a sorted list does not exceed. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
