import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import shipped from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** A browser of this computer, or else the one that ships in a package. */
const findBrowser = async (): Promise<string> => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  return found ?? shipped.executablePath();
};

export interface Served {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The app as `zonula serve` serves it, on a free port. */
export const serveApp = async (): Promise<Served> => {
  const args = [resolve('zonula.mjs'), 'serve', '--port', '0', '--json'];
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill();
    await gone;
  };
  let said = '';
  const url = await new Promise<string>((found, failed) => {
    child.stdout!.on('data', (piece) => {
      said += piece;
      const address = /"url": "(http:[^"]+\/)",/u.exec(said)?.[1];
      if (address !== undefined) found(address);
    });
    let complaint = '';
    child.stderr!.on('data', (piece) => {
      complaint += piece;
    });
    child.once('exit', (code) => failed(new Error(`serve ended with ${code}: ${complaint}`)));
  });
  return { url, stop };
};

export const startBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });

export interface Tab {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses that were asked for. */
  readonly requests: readonly string[];
  /** Errors of the page, and what its policy blocked. */
  readonly errors: readonly string[];
}

export interface TabOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly serviceWorkers?: 'allow' | 'block';
}

export const openTab = async (
  browser: Browser,
  url: string,
  { width = 390, height = 844, scheme = 'light', serviceWorkers = 'block' }: TabOptions = {},
): Promise<Tab> => {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    serviceWorkers,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const requests: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  return { context, page, requests, errors };
};

/** Answers the questions of the first run. */
export const firstRun = async (page: Page, condition = 'Eczema'): Promise<void> => {
  await page.getByRole('button', { name: 'Begin my diary' }).click();
  await page.getByText(condition).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('18 to 59').click();
  await page.getByText('No, never').click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'None of these is true' }).click();
  await page.getByLabel('What did you have?').first().waitFor();
};

export const goTo = async (page: Page, room: string, heading: string | RegExp): Promise<void> => {
  await page.evaluate((hash) => {
    (globalThis as unknown as { location: { hash: string } }).location.hash = hash;
  }, `#/${room}`);
  await page.getByRole('heading', { name: heading }).first().waitFor();
};

export const step = (page: Page, group: string, value: string) =>
  page.getByRole('radiogroup', { name: group }).getByText(value, { exact: true });
