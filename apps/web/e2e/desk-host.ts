import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSmtp, type TestSmtp } from '@zonula/server/testing';
import { folderWithAdmins } from '@zonula/server/testing/server';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { soon, type TabOptions, type useApp } from './app.ts';
import { freePort, type Served, serveOwnApp } from './host.ts';

/** The example clinic, where Ana works every day from early to late. */
const catalogue = (): string => {
  const example = JSON.parse(readFileSync('examples/clinic.json', 'utf8'));
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  for (const one of example.practitioners)
    if (one.id === 'ana')
      one.availability = {
        weekly: weekdays.map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
        exceptions: [],
      };
  for (const one of example.treatments)
    if (one.id === 'food-visit') one.practitioners = ['ana', 'ben'];
  return JSON.stringify(example);
};

interface DeskOptions extends TabOptions {
  /** Which of the two who look after the clinic. */
  readonly who?: 0 | 1;
  readonly language?: 'en' | 'de';
}

export interface Booked {
  readonly id: string;
  readonly start: string;
  readonly day: string;
  readonly time: string;
  readonly links: Readonly<Record<'move' | 'cancel', string>>;
}

/** A clinic with two who look after it, signed in, and a mail server; open while the tests of a file run. */
export const useClinicDesk = (app: ReturnType<typeof useApp>) => {
  let served: Served;
  let smtp: TestSmtp;
  let folder: string;
  let tokens: readonly string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zonula-desk-'));
    const data = join(folder, 'data');
    tokens = await folderWithAdmins(data, 2);
    const clinic = join(folder, 'clinic.json');
    writeFileSync(clinic, catalogue());
    smtp = await startSmtp();
    const port = await freePort();
    served = await serveOwnApp([
      ...['--port', `${port}`, '--origin', `http://127.0.0.1:${port}`, '--behind-proxy'],
      ...['--data', data, '--clinic', clinic, '--smtp-url', smtp.url],
    ]);
  }, 120_000);
  afterAll(async () => {
    await served?.stop();
    await smtp?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  let callers = 0;
  const caller = () => ({ 'x-forwarded-for': `192.0.2.${++callers}` });

  /** Of the two who look after the clinic, one sits here from the next request on. */
  const signIn = (context: BrowserContext, who: 0 | 1): Promise<void> =>
    context.addCookies([
      {
        name: '__Host-zonula-session',
        value: tokens[who]!,
        url: served.url.replace('http:', 'https:'),
        secure: true,
        httpOnly: true,
        sameSite: 'Strict',
      },
    ]);

  /** The desk, by the session that the server knows already. */
  const open = async (place = '', { who = 0, language = 'en', ...options }: DeskOptions = {}) => {
    const tab = await app.open({ ...options, url: 'about:blank' });
    await tab.context.setExtraHTTPHeaders(caller());
    await signIn(tab.context, who);
    await tab.context.addInitScript(
      `localStorage.setItem('zonula-account', 'on'); localStorage.setItem('zonula-language', '${language}');`,
    );
    await tab.page.goto(`${served.url}clinic.html#/desk${place}`);
    await tab.page.getByRole('heading', { level: 1 }).waitFor();
    await tab.page.getByRole('navigation').waitFor();
    return tab;
  };

  const api = async (path: string, init: RequestInit = {}) => {
    const headers = { 'content-type': 'application/json', ...caller(), ...init.headers };
    const answer = await fetch(`${served.url}api/v1/${path}`, { ...init, headers });
    return { status: answer.status, body: await answer.json() };
  };

  /** Books a visit as a client does, so many days from today or as soon after as there is one. */
  const book = async (
    name: string,
    days: number,
    { treatment, practitioner } = { treatment: 'skin-visit', practitioner: 'ana' },
  ): Promise<Booked> => {
    const dayAfter = (more: number): string =>
      new Date(Date.now() + more * 86_400_000).toISOString().slice(0, 10);
    const span = `from=${dayAfter(days)}&to=${dayAfter(days + 6)}&practitioner=${practitioner}`;
    const { body } = await api(`treatments/${treatment}/slots?${span}`);
    const { start } = body.items[0];
    const client = { name, email: `${name.toLowerCase()}@example.org`, phone: '+44 20 7946 0001' };
    const held = await api('appointments', {
      method: 'POST',
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ treatment, practitioner, start, client }),
    });
    const { appointment, links } = held.body;
    const confirmed = await api(`appointments/${appointment.id}/confirm`, {
      method: 'POST',
      headers: { authorization: `Bearer ${links.confirm}` },
    });
    const local: string = appointment.localStart;
    return {
      id: appointment.id,
      start,
      day: local.slice(0, 10),
      time: local.slice(11, 16),
      links: confirmed.body.links,
    };
  };

  /** The mail that came to an address and says something. */
  const mailTo = async (address: string, saying: RegExp) => {
    const found = () =>
      smtp.received.find(
        ({ to, mail }) => to.includes(address) && saying.test(`${mail.subject}\n${mail.text}`),
      );
    await expect.poll(() => found() !== undefined, soon).toBe(true);
    return found()!;
  };
  return { url: () => served.url, open, signIn, api, book, mailTo, caller };
};
