import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import type { Program } from './page.ts';

export interface Site {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves one page that holds the journal. */
export const serveJournal = async (): Promise<Site> => {
  const { outputFiles } = await build({
    entryPoints: [new URL('./page.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    logLevel: 'silent',
  });
  const script = outputFiles[0]!.text;
  const server = createServer(({ url }, response) => {
    const isScript = url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><script src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** A tab with the page's program, callable by name. */
export interface Tab {
  readonly page: Page;
  readonly call: <K extends keyof Program>(
    name: K,
    ...args: Parameters<Program[K]>
  ) => Promise<Awaited<ReturnType<Program[K]>>>;
}

export const openTab = async (context: BrowserContext, { url }: Site): Promise<Tab> => {
  const page = await context.newPage();
  await page.goto(url);
  return {
    page,
    call: (name, ...args) =>
      page.evaluate(
        ([key, list]) =>
          // biome-ignore lint/suspicious/noExplicitAny: `call` is typed by the program; the page itself is not.
          (globalThis as any).program[key as string](...(list as unknown[])),
        [name, args] as const,
      ) as never,
  };
};
