import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { renderText } from '@zonula/care';
import { UnusableArguments } from '../failure.ts';
import type { CommonOptions } from '../options.ts';
import { destinationAt, note, print, printJson, showsColor } from '../output.ts';
import { root } from '../root.ts';
import { version } from '../version.ts';
import { type Api, type ApiOptions, createApi } from './api.ts';
import { createAppServer } from './app-server.ts';
import { examples, reportOn } from './examples.ts';
import { openBrowser } from './open-browser.ts';

export interface ServeOptions extends CommonOptions, ApiOptions {
  readonly out?: string;
  readonly port: number;
  readonly host: string;
  readonly open: boolean;
}

/** The examples analysed, said and written, without the app. */
const writeExamples = async (out: string, { seed, json }: ServeOptions): Promise<void> => {
  const planned = examples.map((example) => ({
    example,
    destination: destinationAt(join(out, `zonula-report-${example.name}.html`)),
  }));
  const done = [];
  for (const { example, destination } of planned) {
    const { suspects, timeline, literature, html } = await reportOn(example, seed);
    destination.write(html);
    const report = resolve(destination.name);
    done.push({ name: example.name, title: example.title, report, suspects });
    if (json) note(`report written to ${report}`);
    else {
      const text = renderText(suspects, { color: showsColor(), timeline, literature });
      await print(`${example.title}\n\n${text}\nThe whole page, with pictures: ${report}\n\n`);
    }
  }
  if (json) await printJson({ version, seed, examples: done });
  else await print('Your own diary: ./zonula discover FILE --report report.html\n');
};

/** The folder of the built app, as the launcher left it. */
const appFolder = (): string => {
  const stamp = join(root, 'dist', 'web.json');
  if (!existsSync(stamp)) throw new Error('the web app is not built; start it with ./zonula serve');
  return join(root, JSON.parse(readFileSync(stamp, 'utf8')).folder);
};

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((settled, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        return failed(new UnusableArguments(`--host: ${host} is no address of this computer`));
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      const message = `port ${port} cannot be used; --port 0 takes a free one`;
      failed(taken ? new UnusableArguments(message) : error);
    });
    server.listen(port, host, () => settled((server.address() as AddressInfo).port));
  });

/** How long a request that has begun may take when the server is asked to stop. */
const graceMs = 10_000;

/** Until the server is asked to stop and what had begun is answered. A second signal ends it at once. */
const untilStopped = (server: Server, api: Api): Promise<void> =>
  new Promise((stopped) => {
    const stop = (): void => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      api.retire();
      const impatient = setTimeout(() => server.closeAllConnections(), graceMs);
      server.close(() => {
        clearTimeout(impatient);
        stopped();
      });
      server.closeIdleConnections();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });

const serveApp = async (options: ServeOptions): Promise<void> => {
  const api = createApi(options);
  try {
    if (api.isWanted) await api.start();
    await serveUntilStopped(options, api);
  } finally {
    await api.close();
  }
};

const serveUntilStopped = async (
  { port, host, seed, json, open }: ServeOptions,
  api: Api,
): Promise<void> => {
  const pages = new Map(examples.map((example) => [`examples/${example.name}.html`, example]));
  const made = new Map<string, Promise<string>>();
  const page = (name: string): Promise<string> => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const html = reportOn(pages.get(name)!, seed).then((report) => report.html);
    made.set(name, html);
    return html;
  };
  const server = createAppServer(appFolder(), { names: new Set(pages.keys()), page }, api);
  const url = `http://127.0.0.1:${await listen(server, port, host)}/`;
  const shown = [...pages].map(([path, { name, title }]) => ({
    name,
    title,
    url: `${url}${path}`,
  }));
  if (json) await printJson({ version, seed, url, examples: shown });
  else {
    await print(
      `Zonula is open at ${url}\nYour diary stays in your browser, on this computer.\n\n`,
    );
    for (const { title, url: address } of shown) await print(`${title}\n  ${address}\n`);
    if (api.isWanted) await print(`\nThe API is described at ${url}api/v1/openapi.json\n`);
    await print('\nIt runs until you press Ctrl+C.\n');
    if (open && process.stdout.isTTY) openBrowser(url);
  }
  await untilStopped(server, api);
};

export const runServe = (options: ServeOptions): Promise<void> =>
  options.out === undefined ? serveApp(options) : writeExamples(options.out, options);
