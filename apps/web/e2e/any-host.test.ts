import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstRun, goTo, useApp } from './app.ts';

const app = useApp();

const types: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.webmanifest', 'application/manifest+json'],
]);

let folder: string;
let host: Server;
let address: string;
/** A host that knows nothing but files, and keeps the app in a folder of its own. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zonula-site-'));
  // As `npm run web -- FOLDER` does.
  await promisify(execFile)(process.execPath, [resolve('scripts/write-web.mjs'), folder]);
  host = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url!, 'http://x').pathname));
    const below = path.replace(/^\/somewhere\/skin\//u, '');
    try {
      if (below === path) throw new Error('outside');
      const name = below === '' ? 'index.html' : below;
      const body = readFileSync(join(folder, name));
      response.writeHead(200, { 'content-type': types.get(extname(name)) ?? 'text/plain' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => host.listen(0, '127.0.0.1', ready));
  address = `http://localhost:${(host.address() as AddressInfo).port}/somewhere/skin/`;
}, 120_000);
afterAll(() => {
  host?.closeAllConnections();
  host?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('plain files in a folder of any host are the whole app, also without the network', async () => {
  const { page, context, requests, errors } = await app.open({
    url: address,
    serviceWorkers: 'allow',
  });
  await firstRun(page);
  await page.getByRole('textbox', { name: 'What did you have?' }).fill('latte');
  await page.getByRole('button', { name: /Change latte .*dairy/ }).waitFor();
  await goTo(page, 'learn', 'What is really known');
  await page.evaluate(async () => {
    const { navigator } = globalThis as unknown as {
      navigator: { serviceWorker: { ready: Promise<unknown> } };
    };
    await navigator.serviceWorker.ready;
  });
  expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
  await context.setOffline(true);
  await page.goto('about:blank');
  await page.goto(`${address}#/timeline`);
  await page.getByRole('heading', { name: 'Your days' }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('it can be installed: name, start, icons that are there in the sizes they say', () => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(page).toMatch(/<link rel="manifest" href="(?:\.\/)?manifest\.webmanifest"/u);
  expect(page).toMatch(/<link rel="apple-touch-icon" href="(?:\.\/)?icon-180\.png"/u);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8'));
  expect(manifest).toMatchObject({
    name: 'Zonula',
    start_url: './',
    scope: './',
    display: 'standalone',
  });
  const icons = manifest.icons as readonly { src: string; sizes: string; purpose?: string }[];
  expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  for (const { src, sizes } of icons.filter((icon) => icon.src.endsWith('.png'))) {
    const bytes = readFileSync(join(folder, src));
    // Width and height stand in the first chunk of every PNG.
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
});
