import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstRun, goTo, soon, useApp } from './app.ts';
import { browserOptions } from './host.ts';
import { createProfile } from './lasting.ts';
import { selfSigned } from './self-signed.ts';

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
const files: RequestListener = (request, response) => {
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
};
const listen = (server: Server): Promise<void> =>
  new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zonula-site-'));
  // As `npm run web -- FOLDER` does.
  await promisify(execFile)(process.execPath, [resolve('scripts/write-web.mjs'), folder]);
  host = createServer(files);
  await listen(host);
  address = `http://localhost:${portOf(host)}/somewhere/skin/`;
}, 120_000);
afterAll(() => {
  host?.closeAllConnections();
  host?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The app is on the device, and this page of it is served from there. */
const isKept = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    const { navigator } = globalThis as unknown as {
      navigator: { serviceWorker: { ready: Promise<unknown> } };
    };
    await navigator.serviceWorker.ready;
  });
};

test('plain files in a folder of any host are the whole app, also without the network', async () => {
  const { page, context, requests, errors } = await app.open({
    url: address,
    serviceWorkers: 'allow',
  });
  await firstRun(page);
  await page.getByRole('textbox', { name: 'What did you have?' }).fill('latte');
  await page.getByRole('button', { name: /Change latte .*dairy/ }).waitFor();
  await goTo(page, 'learn', 'What is really known');
  await isKept(page);
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

/** A browser of its own, since what may be installed is not told in a private window. */
const withBrowser = async (
  flags: readonly string[],
  look: (context: BrowserContext) => Promise<void>,
): Promise<void> => {
  const profile = createProfile();
  const { executablePath, args } = await browserOptions();
  const context = await chromium.launchPersistentContext(profile.folder, {
    executablePath,
    args: [...args, ...flags],
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 3,
    isMobile: true,
    hasTouch: true,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  try {
    await look(context);
  } finally {
    await context.close();
    profile.remove();
  }
};

/** What the browser itself says that keeps one from installing the app, and what it read of it. */
const installability = async (context: BrowserContext, page: Page) => {
  const session = await context.newCDPSession(page);
  const { url, errors, data } = await session.send('Page.getAppManifest');
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  return { url, errors, name: JSON.parse(data || '{}').name, installabilityErrors };
};
const installable = (from: string) => ({
  url: `${from}manifest.webmanifest`,
  errors: [],
  name: 'Zonula',
  installabilityErrors: [],
});

test('the browser itself says that it can be installed, and what keeps an app from it', async () => {
  await withBrowser([], async (context) => {
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(soon.timeout);
    await page.goto(address);
    await isKept(page);
    await expect.poll(() => installability(context, page), soon).toEqual(installable(address));
    const session = await context.newCDPSession(page);
    const { product } = await session.send('Browser.getVersion');
    await page.goto(`${address}icon.svg`);
    const { name, installabilityErrors } = await installability(context, page);
    expect(name).toBeUndefined();
    // A browser without windows (headless shell) reads the manifest, but names no errors of any page.
    expect(installabilityErrors.length > 0 || product.startsWith('HeadlessChrome/')).toBe(true);
  });
});

test('a phone opens it once over HTTPS, and then it works where the host is gone', async () => {
  const { cert, key, keyDigest } = selfSigned();
  const secure = createSecureServer({ cert, key }, files);
  await listen(secure);
  const from = `https://localhost:${portOf(secure)}/somewhere/skin/`;
  try {
    // Only this certificate counts as a good one; all else is as on any host.
    await withBrowser([`--ignore-certificate-errors-spki-list=${keyDigest}`], async (context) => {
      const page = context.pages()[0] ?? (await context.newPage());
      page.setDefaultTimeout(soon.timeout);
      await page.goto(from);
      await firstRun(page);
      await isKept(page);
      await expect.poll(() => installability(context, page), soon).toEqual(installable(from));
      secure.closeAllConnections();
      await new Promise((closed) => secure.close(closed));
      await page.goto('about:blank');
      await page.goto(from);
      await page.getByRole('textbox', { name: 'What did you have?' }).fill('latte');
      await page.getByRole('button', { name: /Change latte .*dairy/ }).waitFor();
      await goTo(page, 'learn', 'What is really known');
      await page.reload();
      await page.getByRole('heading', { name: 'What is really known' }).waitFor();
    });
  } finally {
    secure.closeAllConnections();
    secure.close();
  }
}, 120_000);
