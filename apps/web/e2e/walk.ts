import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { soon } from './app.ts';

/** Every room; '' is Today. */
export const everyRoom = [
  '',
  'timeline',
  'discover',
  'trials',
  'axis',
  'learn',
  'plan',
  'report',
  'settings',
] as const;

const contentOf = (page: Page): Promise<string | null> =>
  page
    .locator('main')
    .textContent()
    .catch(() => null);

/** Waits until the page shows a heading and stands still: rooms load what they show. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('main :is(h1, h2)').first().waitFor();
  let before: string | null = null;
  await expect
    .poll(
      async () => {
        const now = await contentOf(page);
        const same = now === before && now !== null && now !== '';
        before = now;
        return same && (await page.getByRole('progressbar').count()) === 0;
      },
      { ...soon, interval: 200 },
    )
    .toBe(true);
};

const classes: Readonly<Record<string, string>> = { '': 'today', axis: 'axis-room' };

export const enter = async (page: Page, room: string): Promise<void> => {
  await page.evaluate((hash) => {
    (globalThis as unknown as { location: { hash: string } }).location.hash = hash;
  }, `#/${room}`);
  // The room before stays, and stands still, until the files of the next one are there.
  await page.locator(`.room.${classes[room] ?? room}`).waitFor({ state: 'attached' });
  await settled(page);
};
