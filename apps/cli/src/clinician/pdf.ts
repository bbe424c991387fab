import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UnusableArguments } from '../failure.ts';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
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

/** A browser on this computer that can print; null without one. */
export const findBrowser = (): string | null => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const ends = process.platform === 'win32' ? ['.exe'] : [''];
  const candidates = folders.flatMap((folder) =>
    names.flatMap((name) => ends.map((end) => join(folder, `${name}${end}`))),
  );
  return [...candidates, ...places].find(isProgram) ?? null;
};

/** Pages of a PDF as browsers write it. */
export const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;

const mostMs = 60_000;

/**
 * Prints a page that loads nothing to PDF, with a browser of this computer and without its network. Throws `UnusableArguments` where
 * there is no browser or it cannot print.
 */
export const printPdf = (html: string): Uint8Array => {
  const browser = findBrowser();
  if (browser === null)
    throw new UnusableArguments(
      'a PDF needs Chromium, Chrome or Edge on this computer; or name a .html file and print it from any browser',
    );
  const folder = mkdtempSync(join(tmpdir(), 'zonula-print-'));
  try {
    const page = join(folder, 'page.html');
    const pdf = join(folder, 'page.pdf');
    writeFileSync(page, html, { mode: 0o600 });
    const root = process.getuid?.() === 0;
    const { status } = spawnSync(
      browser,
      [
        '--headless',
        '--disable-gpu',
        '--disable-extensions',
        '--no-first-run',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        // A browser refuses its sandbox to the superuser; the page holds no script and loads nothing.
        ...(root ? ['--no-sandbox'] : []),
        `--user-data-dir=${join(folder, 'profile')}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      { timeout: mostMs, stdio: 'ignore' },
    );
    if (status !== 0) throw new UnusableArguments(`${browser} could not print the page`);
    return readFileSync(pdf);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
