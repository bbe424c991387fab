import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { browserOptions } from './host.ts';

export interface LastingBrowser {
  readonly context: BrowserContext;
  /** As a crash or a dead battery ends it. */
  readonly kill: () => Promise<void>;
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve));

const portOf = async (file: string): Promise<string> => {
  for (let tries = 0; tries < 600; tries++) {
    // Whole once its second line is there.
    const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port && path) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the browser did not start within 30 s');
};

/** A browser on a profile that outlives it, in processes that can be killed together. */
export const startLasting = async (profile: string, tries = 3): Promise<LastingBrowser> => {
  const { executablePath, args } = await browserOptions();
  const active = join(profile, 'DevToolsActivePort');
  rmSync(active, { force: true });
  const own = ['--headless', '--no-first-run', '--remote-debugging-port=0'];
  const child = spawn(executablePath, [...args, ...own, `--user-data-dir=${profile}`], {
    stdio: 'ignore',
    detached: true,
  });
  const kill = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL');
    await ended(child);
  };
  // A browser that was killed before may hang when it starts on the same profile.
  const browser = await portOf(active)
    .then((port) => chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 15_000 }))
    .catch(async (error) => {
      await kill();
      if (tries > 1) return null;
      throw error;
    });
  if (browser === null) return startLasting(profile, tries - 1);
  return { context: browser.contexts()[0]!, kill };
};

export const createProfile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'zonula-web-'));
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
};
