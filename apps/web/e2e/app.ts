import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Begun, begunState } from './begun.ts';

export { asExample, firstRun } from './begun.ts';

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
  /** Another time zone than one in which it is noon. */
  readonly zone?: string;
  /** A diary that lies there already; without it the first page comes. */
  readonly begun?: Begun;
}

/** A small phone. */
export const narrow = { width: 320, height: 640 } as const;

/** For what comes by itself, on a machine that others use too. */
export const soon = { timeout: 60_000 } as const;

/** Where it is about noon now, of the day that it is in UTC: so no test lives through a midnight, nor through a change of the clocks. */
const zoneAtNoon = (): string => {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
};

const openTab = async (
  browser: Browser,
  {
    width = 390,
    height = 844,
    scheme = 'light',
    serviceWorkers = 'block',
    url = inject('app'),
    zone = zoneAtNoon(),
    begun,
  }: TabOptions = {},
): Promise<Tab> => {
  const storageState = begun && (await begunState(begun, url, () => openTab(browser)));
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: 'en-GB',
    timezoneId: zone,
    reducedMotion: 'reduce',
    serviceWorkers,
    ...(storageState ? { storageState } : {}),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(soon.timeout);
  const requests: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  if (begun === 'own') await page.getByLabel('What did you have?').first().waitFor();
  if (begun === 'example') await page.getByText('An invented person, not you').waitFor();
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
    testOnSmallPhone: (
      name: string,
      walk: (page: Page) => Promise<void>,
      begun: Pick<TabOptions, 'begun'> = {},
    ): void =>
      test(name, async () => {
        const { page, context } = await open({ ...narrow, ...begun });
        await walk(page);
        await context.close();
      }),
  };
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

/** Turns to another day, and waits until it lies there: what is tapped before would be written on the day that lay there. */
export const turnTo = async (
  page: Page,
  which: 'The day before' | 'The day after',
): Promise<void> => {
  const day = page.locator('.day-input');
  const before = await day.inputValue();
  await button(page, which).click();
  await expect.poll(() => day.inputValue(), soon).not.toBe(before);
  await page.getByRole('radiogroup').first().waitFor();
};

/** The line at the bottom says so: it is kept, and undo would take back just that. */
export const isTold = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator('.undo').getByText(text).waitFor();

/** The line at the bottom stays: whoever tests may be longer than its eight seconds on the way to its undo. */
export const holdNotices = (page: Page): Promise<void> =>
  page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const here = globalThis as any;
    const wait = here.setTimeout.bind(here);
    here.setTimeout = (work: unknown, ms: number, ...more: unknown[]) =>
      wait(work, ms === 8000 ? 3_600_000 : ms, ...more);
  });
