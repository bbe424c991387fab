import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import shipped from '@sparticuz/chromium';
import { type BrowserContext, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The browser of this computer, or else the one that ships in a package. */
const findBrowser = async (): Promise<string> => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...places].find(isProgram) ?? (await shipped.executablePath());
};

const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
  ...['--no-default-browser-check', '--disable-extensions', '--remote-debugging-port=0'],
];

export interface Browser {
  readonly context: BrowserContext;
  /** As a crash or a dead battery ends it. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve));

const devToolsPort = async (file: string, child: ChildProcess): Promise<string> => {
  for (let tries = 0; tries < 600; tries++) {
    // Whole once its second line is there.
    const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port && path) return port;
    if (child.exitCode !== null) throw new Error(`the browser ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the browser did not start within 30 s');
};

/** Starts a real browser on a profile that outlives it. */
export const startBrowser = async (profile: string, tries = 3): Promise<Browser> => {
  const active = join(profile, 'DevToolsActivePort');
  rmSync(active, { force: true });
  const args = [...flags, `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(await findBrowser(), args, { stdio: 'ignore', detached: true });
  const kill = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL');
    await ended(child);
  };
  // A browser that was killed before may hang when it starts on the same profile.
  const browser = await devToolsPort(active, child)
    .then((port) => chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 15_000 }))
    .catch(async (error) => {
      await kill();
      if (tries > 1) return null;
      throw error;
    });
  if (browser === null) return startBrowser(profile, tries - 1);
  const close = async (): Promise<void> => {
    const session = await browser.newBrowserCDPSession();
    await session.send('Browser.close');
    await ended(child);
  };
  return { context: browser.contexts()[0]!, kill, close };
};

export const createProfile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'zonula-journal-'));
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
};
