import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccountServer, addAuthenticator, serveAccounts } from './account-host.ts';
import { button, narrow, soon, type TabOptions, useApp } from './app.ts';
import { englishOn, expectReadable } from './checks.ts';

const app = useApp();
let server: AccountServer;
beforeAll(async () => {
  server = await serveAccounts();
}, 120_000);
afterAll(() => server?.stop());

let callers = 0;
/** Every tab is another caller: one alone makes few accounts at once. */
const open = async (options: TabOptions = {}) => {
  const tab = await app.open({ ...options, url: `${server.url}account.html` });
  await tab.context.setExtraHTTPHeaders({ 'x-forwarded-for': `192.0.2.${++callers}` });
  await tab.page.getByRole('heading', { level: 1 }).waitFor();
  return tab;
};
const section = (page: Page, name: string) => page.getByRole('region', { name });

/** Makes an account; its recovery codes, which are still shown. */
const register = async (page: Page, name: string): Promise<readonly string[]> => {
  await button(page, 'Make an account').click();
  await page.getByLabel('A name for this passkey').fill(name);
  await button(page, 'Make the account').click();
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  return page.locator('.recovery-codes li').allTextContents();
};

describe('an account', () => {
  test('is made with a passkey, left, entered again, and entered with a code when all passkeys are lost', async () => {
    const { page, context, requests, errors } = await open(narrow);
    expect(requests.filter((address) => address.includes('/api/'))).toEqual([]);
    await expectReadable(page, 'signed out');
    const device = await addAuthenticator(page);
    const codes = await register(page, 'Phone');
    expect(new Set(codes).size).toBe(8);
    expect(codes[0]).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}$/u);
    await expectReadable(page, 'codes');
    const saving = page.waitForEvent('download');
    await button(page, 'Save as a file').click();
    expect((await saving).suggestedFilename()).toBe('zonula-recovery-codes.txt');
    await button(page, 'I kept them').click();
    await section(page, 'Your passkeys').getByText('Phone').waitFor();
    // Told once: a page that is loaded again does not have them.
    await page.reload();
    await section(page, 'Your passkeys').getByText('Phone').waitFor();
    expect(await page.locator('.recovery-codes').count()).toBe(0);
    await page.getByText('The only one stays').waitFor();
    expect(await button(page, /^Delete/u).count()).toBe(0);
    await expectReadable(page, 'signed in');

    const id = await page.locator('.account-number').textContent();
    await button(page, 'Sign out').first().click();
    await button(page, 'Sign in with a passkey').click();
    await section(page, 'Where you are signed in').getByText('(here)').waitFor();
    expect(await page.locator('.account-number').textContent()).toBe(id);

    await button(page, 'Sign out').first().click();
    await device.remove();
    await addAuthenticator(page);
    await button(page, 'I lost my passkeys').click();
    const typed = page.getByLabel('Recovery code');
    await typed.fill('0000-0000-0000-0000-0000');
    await button(page, 'Sign in with this code').click();
    await page.getByRole('alert').getByText('This code is wrong or was used already').waitFor();
    await typed.fill(codes[3]!.toLowerCase());
    await typed.press('Enter');
    await page.getByText('You signed in with a recovery code. Add a passkey now.').waitFor();
    await page.getByLabel('A name for this passkey').fill('Tablet');
    await button(page, 'Add a passkey').click();
    await page.getByText('The passkey “Tablet” was added.').waitFor();
    await button(page, 'Delete the passkey “Phone”').click();
    await expectReadable(page, 'before one is removed');
    await button(page, 'Yes, delete it').click();
    await page.getByText('The passkey “Phone” was deleted.').waitFor();
    await page.getByText('The only one stays').waitFor();
    expect(await page.locator('.account-number').textContent()).toBe(id);
    expect(requests.filter((address) => !address.startsWith(server.url))).toEqual([]);
    // What was refused on purpose is all that the console tells.
    expect(errors.filter((line) => !line.includes('403'))).toEqual([]);
    await context.close();
  }, 120_000);

  test('a session elsewhere is seen and ended; that page says so', async () => {
    const { page, context } = await open();
    await addAuthenticator(page);
    await register(page, 'Phone');
    await button(page, 'I kept them').click();
    // Another browser of the same person: same passkey, another session. No page is open that would hear of it before.
    await page.goto('about:blank');
    await context.clearCookies();
    await page.goto(`${server.url}account.html`);
    await page.getByText('You were signed out. Sign in again.').waitFor();
    await button(page, 'Sign in with a passkey').click();
    const list = section(page, 'Where you are signed in');
    await list.getByText('(here)').waitFor();
    expect(await list.getByRole('listitem').count()).toBe(2);
    await list.getByRole('button', { name: /^Sign out there/u }).click();
    await list.getByText('Signed out there.').waitFor();
    await expect.poll(() => list.getByRole('listitem').count(), soon).toBe(1);
    // The button went; the focus stays in its list.
    await expect.poll(() => page.locator('section.keeps-focus:focus').count(), soon).toBe(1);
    await context.close();
  });

  test('where the names of clinicians cannot be had, it says so', async () => {
    const { page, context } = await open();
    await addAuthenticator(page);
    await button(page, 'Make an account').click();
    await expect.poll(() => page.locator('.keeps-focus:focus').count(), soon).toBe(1);
    await button(page, 'Make the account').click();
    await page.route('**/api/v1/clinicians?*', (route) => route.abort());
    await button(page, 'I kept them').click();
    for (const name of ['What you share', 'Who looked at it'])
      await section(page, name)
        .getByRole('alert')
        .getByText('The server cannot be reached just now.')
        .waitFor();
    await context.close();
  });

  test('a device that does not know its person opens nothing, and says so', async () => {
    const { page, context } = await open();
    const device = await addAuthenticator(page);
    await device.refuse(true);
    await button(page, 'Make an account').click();
    await button(page, 'Make the account').click();
    await page.getByRole('alert').getByText('No passkey was used.').waitFor();
    await device.refuse(false);
    await button(page, 'Make the account').click();
    await button(page, 'I kept them').waitFor();
    await context.close();
  });

  test('is made and looked after by keyboard alone, in German', async () => {
    const { page, context, requests } = await open(narrow);
    await page.addInitScript(() => {
      // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
      const here = globalThis as any;
      here.broken = [];
      here.addEventListener('securitypolicyviolation', (event: { blockedURI: string }) =>
        here.broken.push(event.blockedURI),
      );
      here.localStorage.setItem('zonula-language', 'de');
    });
    await page.reload();
    await addAuthenticator(page);
    /** Goes on by Tab until the focus is on what is called so. */
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press('Tab');
        if ((await page.locator(':focus').count()) === 0) continue;
        const text = await page.locator(':focus').evaluate((element) => {
          // biome-ignore lint/suspicious/noExplicitAny: as above.
          const { ariaLabel, textContent, labels } = element as any;
          return ariaLabel ?? labels?.[0]?.textContent ?? textContent;
        });
        if (text === name) return;
      }
      throw new Error(`Tab does not lead to ${name}`);
    };
    await page.getByRole('heading', { name: 'Dein Konto' }).waitFor();
    await tabTo('Ein Konto anlegen');
    await page.keyboard.press('Enter');
    await tabTo('Ein Name für diesen Passkey');
    await page.keyboard.type(' zu Hause');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Deine Codes zum Wiederherstellen' }).waitFor();
    expect(await englishOn(page)).toEqual([]);
    await tabTo('Ich habe sie aufgehoben');
    await page.keyboard.press('Enter');
    await section(page, 'Deine Passkeys').getByText('zu Hause').waitFor();
    await section(page, 'Was über dich da ist').getByText('wird es am').waitFor();
    expect(await englishOn(page)).toEqual([]);
    await expectReadable(page, 'German');
    await page.keyboard.press('Home');
    await tabTo('Abmelden');
    await page.keyboard.press('Enter');
    await button(page, 'Mit einem Passkey anmelden').waitFor();
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    expect(await page.evaluate(() => (globalThis as any).broken)).toEqual([]);
    expect(requests.filter((address) => !address.startsWith(server.url))).toEqual([]);
    await context.close();
  });
});
