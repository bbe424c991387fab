import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataFolder } from '@zonula/server/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { button, firstRun, goTo, step, useApp } from './app.ts';
import { expectReadable, violations } from './checks.ts';
import { type Served, serveOwnApp } from './host.ts';

const app = useApp();
const toSettings = (page: Page) => goTo(page, 'settings', 'Settings');
const syncNow = async (page: Page): Promise<void> => {
  await toSettings(page);
  await button(page, 'Sync now').click();
};
/** Waits for its end: when it was the last time is told of the one before, too. */
const isSynced = (page: Page): Promise<void> =>
  page
    .getByRole('status')
    .getByText(/Nothing new came|(?:entry|entries) came/u)
    .waitFor();
const toToday = (page: Page) => goTo(page, '', 'What did you have?');
const isChosen = async (page: Page, group: string, value: string): Promise<void> => {
  await page
    .getByRole('radiogroup', { name: group })
    .getByRole('radio', { name: value, exact: true, checked: true })
    .waitFor({ state: 'attached' });
};

describe('several devices', () => {
  let served: Served;
  const folder = mkdtempSync(join(tmpdir(), 'zonula-sync-'));
  beforeAll(async () => {
    await makeDataFolder(folder);
    served = await serveOwnApp(['--data', folder]);
  });
  afterAll(async () => {
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('two keep one diary, one of them offline meanwhile, until one is taken out', async () => {
    const { url } = served;
    const open = () => app.open({ url });
    const phone = await open();
    await firstRun(phone.page);
    await step(phone.page, 'Worst itch', '7').click();
    await phone.page.getByText('Worst itch: 7').waitFor();
    await toSettings(phone.page);
    expect(phone.requests.filter((address) => address.includes('/api/'))).toEqual([]);
    await phone.page.getByLabel('A name for this device').fill('Phone');
    await phone.context.setOffline(true);
    await button(phone.page, 'Begin to sync').click();
    await phone.page.getByText('The server cannot be reached. Try it again later.').waitFor();
    await phone.context.setOffline(false);
    await button(phone.page, 'Begin to sync').click();
    await phone.page.getByRole('heading', { name: 'Your twelve words' }).waitFor();
    const words = await phone.page.locator('.recovery-words li').allTextContents();
    expect(words).toHaveLength(12);
    expect(await violations(phone.page)).toEqual([]);
    await button(phone.page, 'I have written them down').click();
    await phone.page.getByText('Sync is on.').waitFor();

    const tablet = await open();
    await tablet.page.getByText('I keep my diary on another device already').click();
    const typed = tablet.page.getByLabel('Code or twelve words');
    await typed.fill(words.slice(1).join(' '));
    await button(tablet.page, 'Add this device').click();
    await tablet.page.getByText('and there should be twelve').waitFor();
    await typed.fill(words.map((word, k) => `${k + 1}. ${word}`).join('\n'));
    await tablet.page.getByLabel('A name for this device').fill('Tablet');
    await button(tablet.page, 'Add this device').click();
    await tablet.page.getByLabel('What did you have?').first().waitFor();
    await isChosen(tablet.page, 'Worst itch', '7');

    // Both write while one is offline.
    await toSettings(tablet.page);
    await tablet.page.getByText('Sync is on.').waitFor();
    await tablet.context.setOffline(true);
    await toToday(tablet.page);
    await step(tablet.page, 'Worst itch', '2').click();
    await tablet.page.getByText('Worst itch: 2').waitFor();
    await syncNow(tablet.page);
    await tablet.page.getByText('The server cannot be reached').first().waitFor();
    await toToday(phone.page);
    await step(phone.page, 'Bloating', '2').click();
    await phone.page.getByText('Bloating: 2').waitFor();
    await syncNow(phone.page);
    await isSynced(phone.page);
    await tablet.context.setOffline(false);
    await syncNow(tablet.page);
    await isSynced(tablet.page);
    await toToday(tablet.page);
    await isChosen(tablet.page, 'Bloating', '2');
    await syncNow(phone.page);
    await toToday(phone.page);
    await isChosen(phone.page, 'Worst itch', '2');
    await isChosen(phone.page, 'Bloating', '2');

    // One is taken out and learns nothing more.
    await toSettings(phone.page);
    await button(phone.page, 'Take out Tablet').click();
    await button(phone.page, 'Yes, take it out').click();
    await phone.page.getByText('Tablet was taken out.').waitFor();
    await toToday(phone.page);
    await step(phone.page, 'Worst itch', '9').click();
    await phone.page.getByText('Worst itch: 9').waitFor();
    await syncNow(phone.page);
    await isSynced(phone.page);
    await syncNow(tablet.page);
    await tablet.page.getByText('This device was taken out.').first().waitFor();
    await toToday(tablet.page);
    await isChosen(tablet.page, 'Worst itch', '2');

    // A third one comes in by a code.
    await toSettings(phone.page);
    await button(phone.page, 'Add a device').click();
    const code = await phone.page.locator('.sync-code').textContent();
    const laptop = await open();
    await laptop.page.getByText('I keep my diary on another device already').click();
    await laptop.page.getByLabel('Code or twelve words').fill(code!.toLowerCase());
    await button(laptop.page, 'Add this device').click();
    await isChosen(laptop.page, 'Worst itch', '9');
    // The code does not stay on the screen once it was used.
    await button(phone.page, 'Sync now').click();
    await phone.page.locator('.sync-code').waitFor({ state: 'detached' });
    expect(phone.errors).toEqual([]);
    for (const { context } of [phone, tablet, laptop]) await context.close();
  }, 300_000);

  test('can be read in both themes, on a small phone', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const { page, context } = await app.open({
        url: served.url,
        scheme,
        width: 320,
        height: 640,
      });
      await firstRun(page);
      await toSettings(page);
      await button(page, 'Begin to sync').click();
      await button(page, 'I have written them down').click();
      await page.getByText('Keys and words').click();
      await button(page, 'Make a new key').click();
      await page.getByText('There is a new key.').waitFor();
      await button(page, 'Add a device').click();
      await page.locator('.sync-code').waitFor();
      await expectReadable(page);
      await page.locator('#setting-sync').scrollIntoViewIfNeeded();
      if (process.env.PICTURES !== undefined)
        await page
          .locator('section:has(> #setting-sync)')
          .screenshot({ path: join(process.env.PICTURES, `sync-${scheme}.png`) });
      await context.close();
    }
  });
});
