import { randomBytes, randomUUID } from 'node:crypto';
import type { ServerOptions } from '../src/server.ts';

/** How a server runs in a process of its own that tests or benchmarks ask: without limits of rates, saying only what failed. */
export const asAlone = {
  version: 'test',
  rates: null,
  now: () => Date.now(),
  newId: randomUUID,
  randomBytes: (length) => randomBytes(length),
  log: (entry) => {
    if (entry.level === 'error') process.stderr.write(`${JSON.stringify(entry)}\n`);
  },
} satisfies Partial<ServerOptions>;
