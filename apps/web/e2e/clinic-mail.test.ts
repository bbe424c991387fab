import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataFolder, startSmtp, type TestSmtp } from '@zonula/server/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button, narrow, soon, useApp } from './app.ts';
import { overflow, violations } from './checks.ts';
import { freePort, type Served, serveOwnApp } from './host.ts';

const app = useApp();
let smtp: TestSmtp;
let served: Served;
let folder: string;

/** The example clinic, in which nobody has time to talk about food and the newsletter gives 10 %. */
const catalogue = (): string => {
  const example = JSON.parse(readFileSync('examples/clinic.json', 'utf8'));
  example.clinic.newsletter = { discountPercent: 10 };
  for (const one of example.practitioners)
    if (one.id === 'ben') one.availability = { weekly: [], exceptions: [] };
  return JSON.stringify(example);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zonula-clinic-mail-'));
  await makeDataFolder(join(folder, 'data'));
  const clinic = join(folder, 'clinic.json');
  writeFileSync(clinic, catalogue());
  smtp = await startSmtp();
  const port = await freePort();
  served = await serveOwnApp([
    ...['--port', `${port}`, '--origin', `http://127.0.0.1:${port}`],
    ...['--data', join(folder, 'data'), '--clinic', clinic, '--smtp-url', smtp.url],
  ]);
}, 120_000);
afterAll(async () => {
  await served?.stop();
  await smtp?.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (hash = '') => {
  const tab = await app.open({ ...narrow, url: `${served.url}clinic.html${hash}` });
  await tab.page.getByRole('heading', { level: 1 }).waitFor();
  return tab;
};

/** The text of the mail to somebody that says so; mails may take some seconds. */
const mailTo = async (address: string, saying: RegExp): Promise<string> => {
  const found = () =>
    smtp.received.find(
      ({ to, mail }) => to.includes(address) && saying.test(`${mail.subject}\n${mail.text}`),
    );
  await expect.poll(() => found() !== undefined, soon).toBe(true);
  return `${found()!.mail.text}`;
};

const linkIn = (text: string, saying: RegExp): string => {
  const found = text.match(/https?:\/\/\S+/gu)?.find((link) => saying.test(link));
  if (found === undefined) throw new Error(`no link in: ${text}`);
  return found;
};

const sound = async (page: Page): Promise<void> => {
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
};

const toTimes = async (page: Page, treatment: string): Promise<void> => {
  await button(page, `Make appointment: ${treatment}`).click();
  await button(page, 'None of these is true').click();
};

test('the newsletter: nobody ticked the box, a mail asks again, and its code takes something off a booking', async () => {
  const { page, context, requests } = await open();
  const letter = page.getByRole('region', { name: 'Newsletter' });
  await letter.getByText('10 % off').waitFor();
  const box = letter.getByRole('checkbox');
  expect(await box.isChecked()).toBe(false);
  await letter.getByLabel('Your e-mail address').fill('nora@example.org');
  const send = letter.getByRole('button', { name: 'Send me a mail to confirm' });
  expect(await send.isDisabled()).toBe(true);
  await letter.locator('label.choice').click();
  await sound(page);
  await send.click();
  await letter.getByText('it asks whether this was you').waitFor();

  const asked = await mailTo('nora@example.org', /\/newsletter\/confirm\//u);
  await page.goto(linkIn(asked, /\/newsletter\/confirm\//u));
  await sound(page);
  await button(page, /Confirm/u).click();
  await page.getByText('Thank you.').waitFor();
  const welcome = await mailTo('nora@example.org', /10 %/u);
  const code = /\b[A-Z0-9]{5}(?:-[A-Z0-9]{5})+\b/u.exec(welcome)?.[0];
  expect(code, welcome).toBeDefined();

  await page.goto(`${served.url}clinic.html`);
  await toTimes(page, 'Skin visit');
  // The first one may be too soon by the time that it is asked for.
  await page.locator('.button.time').nth(2).click();
  await page.getByLabel('Your name').fill('Nora');
  await page.getByLabel('Your e-mail address').fill('nora@example.org');
  await page.getByLabel('Code of the newsletter').fill('WRONG-CODE');
  await button(page, 'Keep this time for me').click();
  await page.getByRole('alert').getByText('This code cannot be used').waitFor();
  await page.getByLabel('Code of the newsletter').fill(`${code}`);
  await button(page, 'Keep this time for me').click();
  await page.getByText('£108; your code took off £12').waitFor();
  await sound(page);
  await button(page, 'Confirm the appointment').click();
  await page.getByText('Confirmed', { exact: true }).waitFor();
  expect(requests.filter((url) => !url.startsWith(served.url))).toEqual([]);

  const confirmed = await mailTo('nora@example.org', /your appointment is booked/u);
  const other = await context.newPage();
  other.setDefaultTimeout(soon.timeout);
  await other.goto(linkIn(confirmed, /cancel=/u));
  await button(other, 'Cancel it').click();
  await button(other, 'Yes, cancel it').click();
  await other.getByText('Cancelled', { exact: true }).waitFor();
  await mailTo('nora@example.org', /is cancelled/u);
  await context.close();
}, 120_000);

test('where nothing is free somebody can wait, and stop waiting by the link of the mail', async () => {
  const { page, context } = await open();
  await toTimes(page, 'Talk about food');
  await page.getByText(/^Nothing is free from/u).waitFor();
  const list = page.getByRole('region', { name: 'Nothing suits? The waiting list' });
  await list.getByLabel('Your name').fill('Wim');
  await list.getByLabel('Your e-mail address').fill('wim@example.org');
  expect(await list.getByRole('button', { name: 'Join' }).isDisabled()).toBe(true);
  expect(await list.getByRole('checkbox').isChecked()).toBe(false);
  await list.locator('label.choice').click();
  await sound(page);
  await list.getByRole('button', { name: 'Join' }).click();
  await list.getByText('You are on the waiting list.').waitFor();

  const joined = await mailTo('wim@example.org', /on our waiting list for/u);
  await page.goto(linkIn(joined, /leave=/u));
  await page.reload();
  await sound(page);
  await button(page, 'Leave the waiting list').click();
  await page.getByText('You are not on the waiting list.').waitFor();
  await context.close();
});
