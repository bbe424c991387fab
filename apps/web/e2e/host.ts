import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import shipped from '@sparticuz/chromium';
import { brief } from '@zonula/server/testing';

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

const isFree = (port: number): Promise<boolean> =>
  new Promise((found) => {
    const probe = createServer()
      .once('error', () => found(false))
      .listen(port, '127.0.0.1', () => probe.close(() => found(true)));
  });

/**
 * A port on which nobody listens, for whoever has to know their address before. It is none of those that systems give to connections: one
 * of those could be taken until it is listened on, or while a server starts anew.
 */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = 11_000 + Math.floor(Math.random() * 20_000);
    if (await isFree(port)) return port;
  }
};

/** The app as `zonula serve` serves it, on a free port. */
export const serveOwnApp = async (options: readonly string[] = []): Promise<Served> => {
  const args = [resolve('zonula.mjs'), 'serve', '--port', '0', '--json', ...options];
  const child: ChildProcess = spawn(process.execPath, [...brief, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
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

export const browserOptions = async () => ({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
