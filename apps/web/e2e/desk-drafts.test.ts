import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccountServer, addAuthenticator, serveAccounts } from './account-host.ts';
import { button, soon, useApp } from './app.ts';
import { expectReadable } from './checks.ts';
import { useClinicDesk } from './desk-host.ts';

const app = useApp();
const { open, signIn, url } = useClinicDesk(app);
let server: AccountServer;
beforeAll(async () => {
  server = await serveAccounts();
}, 120_000);
afterAll(() => server?.stop());

const about = (page: Page) => page.getByLabel('What it is');
const begun = (page: Page) => page.getByText('Begun and not saved:');

test('a link within the desk and a page loaded again lose nothing; who gives it up has it gone', async () => {
  const { page, context } = await open('/treatments/skin-visit');
  page.on('dialog', (dialog) => void dialog.accept());
  await about(page).fill('Half a sentence');
  expect(await begun(page).count()).toBe(0);
  await page.getByRole('link', { name: 'Waiting list' }).click();
  await begun(page).waitFor();
  await expectReadable(page, 'begun');
  await page.reload();
  await page.getByRole('link', { name: 'Skin visit' }).click();
  await page.getByText('You began this before. It is not saved yet.').waitFor();
  expect(await about(page).inputValue()).toBe('Half a sentence');
  await expectReadable(page, 'shown again');
  await button(page, 'Back without saving').click();
  await page.getByRole('link', { name: 'Skin visit' }).click();
  await page.getByRole('heading', { name: 'Skin visit' }).waitFor();
  expect(await about(page).inputValue()).not.toContain('Half');
  expect(await begun(page).count()).toBe(0);
  // Typed and taken back by hand is nothing either.
  const was = await about(page).inputValue();
  await about(page).fill('x');
  await about(page).fill(was);
  await page.getByRole('link', { name: 'People and hours' }).click();
  await page.getByRole('heading', { name: 'People and hours' }).waitFor();
  expect(await begun(page).count()).toBe(0);
  await context.close();
});

test('somebody else changed the same meanwhile: what was begun is asked about, not put over it', async () => {
  const first = await open('/treatments/patch-test');
  await about(first.page).fill('Mine, begun early');
  await first.page.getByRole('link', { name: 'Waiting list' }).click();
  const second = await open('/treatments/patch-test', { who: 1 });
  await second.page.getByLabel('Price (GBP)').fill('181');
  await button(second.page, 'Save').click();
  await second.page.getByText('Saved.').waitFor();
  await first.page.getByRole('link', { name: 'Patch test' }).click();
  await button(first.page, 'Save').click();
  await first.page.getByText('Somebody else was quicker').waitFor();
  expect(await about(first.page).inputValue()).toBe('Mine, begun early');
  await first.context.close();
  await second.context.close();
});

const keptInTab = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify((globalThis as unknown as { sessionStorage: object }).sessionStorage),
  );

test('what somebody began for a caller is not shown to who sits here next', async () => {
  const { page, context } = await open('/book/new');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByLabel('What for?').selectOption('Talk about food');
  await button(page, 'Next').click();
  await button(page, 'None of these is true').click();
  await page.locator('.button.time').first().click();
  await page.getByLabel('Name of the client').fill('Yara Unmistakable');
  await page.getByRole('link', { name: 'Waiting list' }).click();
  await begun(page).waitFor();
  const kept = () => keptInTab(page);
  expect(await kept()).toContain('Yara Unmistakable');
  await signIn(context, 1);
  await page.goto(`${url()}clinic.html?next#/desk`);
  await page.getByRole('navigation').waitFor();
  await expect.poll(() => begun(page).count(), soon).toBe(0);
  await expect.poll(kept, soon).not.toContain('Yara Unmistakable');
  await context.close();
});

test('the session ends while somebody writes: they sign in with their passkey and go on', async () => {
  const { page, context } = await app.open({ url: `${server.url}account.html` });
  await addAuthenticator(page);
  await button(page, 'Make an account').click();
  await button(page, 'Make the account').click();
  await button(page, 'I kept them').click();
  const id = await page.locator('.account-number').textContent();
  await server.grant(`${id}`, 'clinic-admin');
  await page.goto(`${server.url}clinic.html#/desk/people/ben`);
  await page.getByLabel('What they do').fill('Dietitian and cook');
  await context.clearCookies();
  await button(page, 'Save').click();
  await page.getByText('You were signed out. Sign in again.').waitFor();
  await button(page, 'Sign in with a passkey').click();
  await page.getByText('You began this before. It is not saved yet.').waitFor();
  expect(await page.getByLabel('What they do').inputValue()).toBe('Dietitian and cook');
  await button(page, 'Save').click();
  await page.getByText('Saved.').waitFor();
  await page.getByText('Dietitian and cook').waitFor();
  expect(await begun(page).count()).toBe(0);

  // Who signs out leaves nothing half written in the tab.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${server.url}clinic.html?again#/desk/people/ben`);
  await page.getByLabel('What they do').fill('Half a word');
  await expect.poll(() => keptInTab(page), soon).toContain('Half a word');
  await page.goto(`${server.url}account.html`);
  await button(page, /^Sign out$/u).click();
  await expect.poll(() => keptInTab(page), soon).not.toContain('Half a word');
  await context.close();
});

test('what was begun of something that somebody withdrew is shown, can be saved, and can be given up', async () => {
  const first = await open('/treatments/patch-test');
  first.page.on('dialog', (dialog) => void dialog.accept());
  await about(first.page).fill('Begun, then withdrawn');
  const second = await open('/treatments/patch-test', { who: 1 });
  await button(second.page, 'Withdraw').click();
  await button(second.page, 'Yes, withdraw it').click();
  await second.page.getByText('Saved.').waitFor();
  await second.context.close();
  const { page } = first;
  await page.getByRole('link', { name: 'Waiting list' }).click();
  await begun(page).waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Patch test' }).click();
  await page.getByText('You began this before. It is not saved yet.').waitFor();
  expect(await about(page).inputValue()).toBe('Begun, then withdrawn');
  await button(page, 'Save').click();
  await page.getByText('They withdrew it.').waitFor();
  await button(page, 'Back without saving').click();
  await page.getByRole('heading', { name: 'What is offered' }).waitFor();
  expect(await begun(page).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Patch test' }).count()).toBe(0);
  await first.context.close();
});
