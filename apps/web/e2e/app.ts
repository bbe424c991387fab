import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject, test } from 'vitest';

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
  /** Another address than that of the app. */
  readonly url?: string;
}

/** A small phone. */
export const narrow = { width: 320, height: 640 } as const;

const openTab = async (
  browser: Browser,
  {
    width = 390,
    height = 844,
    scheme = 'light',
    serviceWorkers = 'block',
    url = inject('app'),
  }: TabOptions = {},
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

/** The app and the browser that all files of tests share (global-setup.ts); asked for once in a file. */
export const useApp = () => {
  const browsers: Browser[] = [];
  beforeAll(async () => {
    browsers.push(await chromium.connect(inject('browser')));
  });
  afterAll(() => Promise.all(browsers.map((browser) => browser.close())));
  const open = (options?: TabOptions): Promise<Tab> => openTab(browsers[0]!, options);
  return {
    url: inject('app'),
    open,
    /** One test a theme, on a small phone. */
    testInBothThemes: (name: string, walk: (page: Page) => Promise<void>): void =>
      test.each(['light', 'dark'] as const)(`${name}, %s`, async (scheme) => {
        const { page, context } = await open({ scheme, ...narrow });
        await walk(page);
        await context.close();
      }),
  };
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

/** Opens the diary of the invented person from the first page. */
export const asExample = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Look around with an example person' }).click();
  await page.getByText('An invented person, not you').waitFor({ timeout: 60_000 });
};

export const goTo = async (page: Page, room: string, heading: string | RegExp): Promise<void> => {
  await page.evaluate((hash) => {
    (globalThis as unknown as { location: { hash: string } }).location.hash = hash;
  }, `#/${room}`);
  await page.getByRole('heading', { name: heading }).first().waitFor();
};

export const step = (page: Page, group: string, value: string) =>
  page.getByRole('radiogroup', { name: group }).getByText(value, { exact: true });

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
