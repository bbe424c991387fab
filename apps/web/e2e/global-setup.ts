import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { browserOptions, type Served, serveOwnApp } from './host.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the served app. */
    readonly app: string;
    /** Where the browser is reached. */
    readonly browser: string;
  }
}

let served: Served;
let browser: BrowserServer;

/** One server and one browser for all files: a file takes a context of its own, which holds its diary. */
export const setup = async (project: TestProject): Promise<void> => {
  served = await serveOwnApp();
  browser = await chromium.launchServer(await browserOptions());
  project.provide('app', served.url);
  project.provide('browser', browser.wsEndpoint());
};

export const teardown = async (): Promise<void> => {
  await browser?.close();
  await served?.stop();
};
