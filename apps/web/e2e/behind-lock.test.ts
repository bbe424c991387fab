import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { button, goTo, useApp } from './app.ts';

const app = useApp();

/** The page was out of sight for so many minutes. */
const away = (page: Page, minutes: number): Promise<void> =>
  page.evaluate((ms) => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const here = globalThis as any;
    const show = (state: 'hidden' | 'visible'): void => {
      Object.defineProperty(here.document, 'visibilityState', { value: state, configurable: true });
      here.document.dispatchEvent(new here.Event('visibilitychange'));
    };
    show('hidden');
    const now = here.Date.now.bind(here.Date);
    here.Date.now = () => now() + ms;
    show('visible');
  }, minutes * 60_000);

test('what is half written is there again once the lock is opened, and nothing is seen or reached before', async () => {
  const { page, context, errors } = await app.open({ begun: 'own' });
  await goTo(page, 'settings', 'Settings');
  await page.getByLabel(/A code/u).fill('2580');
  await page.getByLabel('The same code once more').fill('2580');
  await button(page, 'Lock with this code').click();
  await page.getByText('Locked with a code.').waitFor();
  await goTo(page, '', 'What did you have?');
  await button(page, 'Note').click();
  const note = page.getByLabel('In your own words');
  await note.fill('a long day, and then');
  await page.getByRole('textbox', { name: 'What did you have?' }).fill('latte and a croi');
  await button(page, 'Choose what is asked').click();
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();

  await away(page, 4);
  expect(await page.getByRole('heading', { name: 'Zonula is locked' }).count()).toBe(0);
  await away(page, 6);
  await page.getByRole('heading', { name: 'Zonula is locked' }).waitFor();
  // What was written may not stay beside the lock.
  await expect.poll(() => sheet.isVisible(), { timeout: 1000 }).toBe(false);
  await expect.poll(() => note.isVisible(), { timeout: 1000 }).toBe(false);
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen is asked, not what is there.
  const seen = await page.locator('body').innerText();
  expect(seen).toContain('Zonula is locked');
  expect(seen).not.toMatch(/latte|long day|What did you have/u);
  // Nothing but the lock can be reached by the keyboard.
  const reached = new Set<string>();
  for (let k = 0; k < 8; k++) {
    await page.keyboard.press('Tab');
    reached.add(
      await page.evaluate(() => {
        // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
        const { activeElement: at, body } = (globalThis as any).document;
        return at === null || at === body || at.closest('.lock-screen') !== null
          ? 'lock'
          : at.outerHTML;
      }),
    );
  }
  expect([...reached]).toEqual(['lock']);

  await page.getByLabel('Your code').fill('2580');
  await button(page, 'Open').click();
  await sheet.waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  expect(await note.inputValue()).toBe('a long day, and then');
  expect(await page.getByRole('textbox', { name: 'What did you have?' }).inputValue()).toBe(
    'latte and a croi',
  );
  await button(page, 'Keep the note').click();
  await page.getByText('Note kept').waitFor();
  await page.getByText('a long day, and then').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});
