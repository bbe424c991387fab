import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpRelay, exchange, startSync } from '@zonula/journal/sync';
import { createDevice } from '@zonula/journal/testing';
import { makeDataFolder } from '@zonula/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button, useApp } from './app.ts';
import { type Served, serveOwnApp } from './host.ts';
import { keptEntries } from './kept-entries.ts';
import { sharing } from './sharing.ts';

const app = useApp();
const folder = mkdtempSync(join(tmpdir(), 'zonula-sync-'));
let served: Served;
beforeAll(async () => {
  await makeDataFolder(folder);
  served = await serveOwnApp(['--data', folder]);
});
afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
});

const entries = 110_000;
const mostMs = 10_000;

/** Ten years, thirty entries a day, laid down at the relay by a device of their own; gives back its words. */
const layDown = async (): Promise<string> => {
  const relay = createHttpRelay(
    (path, request) => fetch(new URL(path, served.url), request),
    Date.now,
  );
  const phone = createDevice(relay, { now: Date.now });
  const names = ['latte', 'croissant with nuts', 'rice', 'itch', 'redness', 'stress'];
  const first = Date.now() - (entries / 30) * 86_400_000;
  phone.replica.fill(
    Array.from({ length: entries }, (_, k) => ({
      day: new Date(first + Math.floor(k / 30) * 86_400_000).toISOString().slice(0, 10),
      time: `${`${k % 24}`.padStart(2, '0')}:15`,
      category: k % 6 < 3 ? ('food' as const) : ('skin' as const),
      name: names[k % 6]!,
      value: (k * 7) % 11,
      ...(k % 61 === 0 ? { note: `evening ${k} out, wool pullover` } : {}),
    })),
  );
  const words = await startSync(phone.context, 'Phone');
  await exchange(phone.context);
  return words.join(' ');
};

test('ten years come to a new device within ten seconds', async () => {
  const words = await layDown();
  const shared = sharing();
  const { page, context } = await app.open({ url: served.url });
  await page.getByText('I keep my diary on another device already').click();
  await page.getByLabel('Code or twelve words').fill(words);
  await page.getByLabel('A name for this device').fill('Tablet');
  const start = performance.now();
  await button(page, 'Add this device').click();
  await expect.poll(() => keptEntries(page), { timeout: 120_000, interval: 200 }).toBe(entries);
  const ms = performance.now() - start;
  if (process.env.FIGURES !== undefined)
    console.log(`110,000 entries: ${ms.toFixed(0)} ms, sharing ${shared.toFixed(1)}`);
  expect(ms).toBeLessThan(mostMs * Math.max(shared, sharing()));
  await context.close();
}, 300_000);
