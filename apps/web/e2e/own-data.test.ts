import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccountServer, addAuthenticator, serveAccounts } from './account-host.ts';
import { button, narrow, soon, useApp } from './app.ts';
import { englishOn, expectReadable } from './checks.ts';
import { savedBy } from './downloads.ts';
import { onFirst } from './on-first.ts';

const app = useApp();
let server: AccountServer;
beforeAll(async () => {
  server = await serveAccounts();
}, 120_000);
afterAll(() => server?.stop());

let callers = 0;
/** Somebody with an account on a device of their own. */
const withAccount = async (options: Parameters<typeof app.open>[0] = {}) => {
  const tab = await app.open({ ...options, url: `${server.url}account.html` });
  await tab.context.setExtraHTTPHeaders({ 'x-forwarded-for': `192.0.2.${++callers}` });
  const { page } = tab;
  const device = await addAuthenticator(page);
  await button(page, 'Make an account').click();
  await button(page, 'Make the account').click();
  await button(page, 'I kept them').click();
  const account = `${await page.locator('.account-number').textContent()}`;
  return { ...tab, device, account };
};

test('all that is kept is saved as a file, and the list of who looked says so', async () => {
  const { page, context, account, errors } = await withAccount();
  const file = await savedBy(page, () => button(page, 'Save all that is kept of me').click());
  expect(file.name).toMatch(/^zonula-account-\d{4}-\d\d-\d\d\.json$/u);
  const content = JSON.parse(file.text);
  expect(content.account).toBe(account);
  expect(content.tables.map(({ table }: { table: string }) => table)).toContain('account.passkey');
  await page.getByText(/^Saved as zonula-account-/u).waitFor();
  await page.reload();
  await page.getByText('What is kept of you was given out').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('the account is erased after a passkey; the page says what stays, and nobody gets in any more', async () => {
  const { page, context, account, device } = await withAccount(narrow);
  await button(page, 'Erase my account').click();
  await page.getByText('This stays:').waitFor();
  await expectReadable(page, 'asked');
  await button(page, 'No, keep it').click();
  await expect.poll(() => button(page, 'Yes, erase it').count(), soon).toBe(0);
  // Somebody at a screen that was left open does not have the passkey.
  await device.refuse(true);
  await onFirst(page, '**/api/v1/account', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'sign-in-again', title: 'Please sign in once more.' }),
    }),
  );
  await button(page, 'Erase my account').click();
  await button(page, 'Yes, erase it').click();
  await page.getByText('No passkey was used.').waitFor();
  await page.reload();
  expect(await page.locator('.account-number').textContent()).toBe(account);
  await device.refuse(false);

  await button(page, 'Erase my account').click();
  await button(page, 'Yes, erase it').click();
  await page.getByRole('heading', { name: 'Your account is erased' }).waitFor();
  await page.getByText('nothing of it is left', { exact: false }).waitFor();
  await expectReadable(page, 'erased');
  const kept = await page.evaluate(() => {
    const { localStorage } = globalThis as unknown as {
      localStorage: { getItem: (key: string) => string | null };
    };
    return localStorage.getItem('zonula-account');
  });
  expect(kept).toBeNull();
  expect(await context.cookies()).toEqual([]);
  await page.reload();
  await button(page, 'Sign in with a passkey').click();
  await page.getByText('This passkey opens no account here.').waitFor();
  await context.close();
});

test('who was signed in at another tab meanwhile is not erased, but shown', async () => {
  const { page, context, account } = await withAccount();
  await button(page, 'Erase my account').click();
  await page.getByText('This stays:').waitFor();
  const other = await context.newPage();
  other.setDefaultTimeout(soon.timeout);
  await other.goto(`${server.url}account.html`);
  await addAuthenticator(other);
  await button(other, /^Sign out$/u).click();
  await button(other, 'Make an account').click();
  await button(other, 'Make the account').click();
  await button(other, 'I kept them').click();
  const second = `${await other.locator('.account-number').textContent()}`;
  expect(second).not.toBe(account);
  await button(page, 'Yes, erase it').click();
  await page.getByText(second, { exact: true }).waitFor();
  expect(await page.getByRole('heading', { name: 'Your account is erased' }).count()).toBe(0);
  await other.reload();
  expect(await other.locator('.account-number').textContent()).toBe(second);
  await context.close();
});

test('with a role it cannot be erased by itself, and the page says who ends the role', async () => {
  const { page, context, account } = await withAccount();
  await server.grant(account, 'researcher');
  await page.reload();
  await page.getByText('An account with a role here cannot be erased by itself').waitFor();
  expect(await button(page, 'Erase my account').count()).toBe(0);
  expect(await button(page, 'Save all that is kept of me').count()).toBe(1);
  await context.close();
});

test('in German nothing of ours is English', async () => {
  const { page, context } = await withAccount();
  await page.evaluate(() => {
    (
      globalThis as unknown as { localStorage: { setItem: (key: string, value: string) => void } }
    ).localStorage.setItem('zonula-language', 'de');
  });
  await page.reload();
  await button(page, 'Mein Konto löschen').click();
  await page.getByText('Das bleibt:').waitFor();
  expect(await englishOn(page)).toEqual([]);
  await button(page, 'Ja, löschen').click();
  await page.getByRole('heading', { name: 'Dein Konto ist gelöscht' }).waitFor();
  expect(await englishOn(page)).toEqual([]);
  await context.close();
});
