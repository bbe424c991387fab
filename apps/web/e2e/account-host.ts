import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brief, makeDataFolder } from '@zonula/server/testing';
import type { Page } from 'playwright-core';
import { freePort, type Served, serveOwnApp } from './host.ts';

const run = promisify(execFile);

/** The app with accounts, at `http://localhost`: browsers keep passkeys and the cookie of a session there without TLS. */
export const serveAccounts = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zonula-account-'));
  const data = join(folder, 'data');
  await makeDataFolder(data);
  const port = await freePort();
  const url = `http://localhost:${port}/`;
  const start = (): Promise<Served> =>
    serveOwnApp([
      ...['--port', `${port}`, '--origin', new URL(url).origin],
      ...['--data', data, '--clinic', 'examples/clinic.json', '--behind-proxy'],
    ]);
  let served = await start();
  return {
    url,
    /** Whoever runs the server gives a role; the server is closed meanwhile, as its folder wants it. */
    grant: async (account: string, role: string, ...more: readonly string[]): Promise<void> => {
      await served.stop();
      const args = ['account', 'grant', account, role, ...more, '--data', data];
      await run(process.execPath, [...brief, resolve('zonula.mjs'), ...args]);
      served = await start();
    },
    stop: async (): Promise<void> => {
      await served.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
export type AccountServer = Awaited<ReturnType<typeof serveAccounts>>;

/** A device that holds passkeys and always says that it was the person (WebAuthn of the DevTools protocol). */
export const addAuthenticator = async (
  page: Page,
  transport: 'internal' | 'usb' = 'internal',
): Promise<{
  readonly remove: () => Promise<unknown>;
  /** From then on it does not know its person. */
  readonly refuse: (refuses: boolean) => Promise<unknown>;
}> => {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    remove: () => session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
    refuse: (refuses) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: !refuses }),
  };
};
