import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Served } from './host.ts';

export type { Served } from './host.ts';

/** The app and the browser that all files of tests share (global-setup.ts). */
export const serveApp = async (): Promise<Served> => ({
  url: inject('app'),
  stop: async () => undefined,
});

export const startBrowser = (): Promise<Browser> => chromium.connect(inject('browser'));

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
