import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { button, firstRun, goTo, soon, step, useApp } from './app.ts';
import { expectReadable } from './checks.ts';

const app = useApp();

/** What has the focus, by its element and id. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const { activeElement } = (globalThis as any).document;
    return `${activeElement.tagName} ${activeElement.id}`;
  });

test('the title names the room; the focus goes on from the content where what had it is gone', async () => {
  const { page, context } = await app.open();
  await button(page, 'Begin my diary').press('Enter');
  await page.getByText('Eczema').waitFor();
  await expect.poll(() => focused(page), soon).toBe('MAIN content');
  await page.reload();
  await firstRun(page);
  await expect.poll(() => page.title(), soon).toBe('Today · Zonula');
  await goTo(page, 'timeline', 'Your days');
  await expect.poll(() => page.title(), soon).toBe('Timeline · Zonula');
  await goTo(page, 'plan', 'Your plan');
  const link = page.getByRole('link', { name: 'To the page for your doctor' });
  await link.waitFor({ timeout: 60_000 });
  await link.press('Enter');
  await expect.poll(() => page.title(), soon).toBe('Report · Zonula');
  await expect.poll(() => focused(page), soon).toBe('MAIN content');
  await context.close();
});

test('a room whose files do not come says so, and the others stay', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await page.route(/learn-room/u, (route) => route.abort());
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Learn' }).click();
  await page.getByRole('alert').getByText('This did not work').waitFor();
  await button(page, 'Load again').waitFor();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await step(page, 'Worst itch', '2').click();
  await page.getByText('Worst itch: 2').waitFor();
  await context.close();
});

test('when another tab takes a newer version over, this one offers to load it', async () => {
  const { page, context } = await app.open({ serviceWorkers: 'allow', begun: 'own' });
  const changeController = () =>
    page.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
      const { navigator, Event } = globalThis as any;
      await navigator.serviceWorker.ready;
      navigator.serviceWorker.dispatchEvent(new Event('controllerchange'));
    });
  const isControlled = () =>
    page.evaluate(
      // biome-ignore lint/suspicious/noExplicitAny: as above.
      () => (globalThis as any).navigator.serviceWorker.controller !== null,
    );
  await expect.poll(isControlled, soon).toBe(true);
  await page.reload();
  await page.getByRole('radiogroup', { name: 'Worst itch' }).waitFor();
  await expect.poll(isControlled, soon).toBe(true);
  await changeController();
  await page.getByText('A newer version is ready.').waitFor();
  await expectReadable(page, 'newer version');
  await button(page, 'Use it now').click();
  await page.getByText('A newer version is ready.').waitFor({ state: 'detached' });
  await page.getByRole('radiogroup', { name: 'Worst itch' }).waitFor();
  await context.close();
});
