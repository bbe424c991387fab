import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenYears } from '../../../packages/journal/e2e/ten-years.ts';
import {
  firstRun,
  goTo,
  openTab,
  type Served,
  serveApp,
  startBrowser,
  step,
  type Tab,
} from './app.ts';

import { sharing } from './sharing.ts';

let served: Served;
let browser: Browser;
let tab: Tab;
beforeAll(async () => {
  [served, browser] = await Promise.all([serveApp(), startBrowser()]);
  tab = await openTab(browser, served.url);
});
afterAll(async () => {
  await tab?.context.close();
  await browser?.close();
});

const count = 109_590;
const daysEarlier = 3653 - 1;

/** Ten years that end today, as the table that the app itself writes. */
const table = (): Buffer => {
  const entries = tenYears();
  const first = Date.parse(`${entries[0]!.day}T00:00:00Z`);
  const start = Math.floor(Date.now() / 86_400_000) - daysEarlier;
  const dayOf = (day: string): string => {
    const since = Math.round((Date.parse(`${day}T00:00:00Z`) - first) / 86_400_000);
    return new Date((start + since) * 86_400_000).toISOString().slice(0, 10);
  };
  const rows = entries.map(({ day, time = '', category, name, value, note = '' }) =>
    [dayOf(day), time, category, name, value, note && `"${note}"`].join(','),
  );
  return Buffer.from(['date,time,category,name,value,note', ...rows, ''].join('\n'));
};

/** Milliseconds until the work is done, as it is felt; the best of some, since other work shares the machine. */
const felt = async (times: number, work: (k: number) => Promise<unknown>): Promise<number> => {
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < times; k++) {
    const start = performance.now();
    await work(k);
    best = Math.min(best, performance.now() - start);
  }
  return best;
};

test('ten years stay quick: rooms, search, a day, saving', async () => {
  const { page, errors } = tab;
  await firstRun(page);
  await goTo(page, 'settings', 'Settings');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles({ name: 'years.csv', mimeType: 'text/csv', buffer: table() });
  await page.getByText(/109,590 entries from/u).waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Take them in' }).click();
  await page.getByText(/109,590 entries taken in/u).waitFor({ timeout: 240_000 });
  const shared = sharing();
  const figures = {
    timeline: await felt(2, async () => {
      await goTo(page, '', 'What did you have?');
      await page.getByRole('radiogroup').first().waitFor();
      await goTo(page, 'timeline', 'Your days');
      await page.locator('.entry-line').first().waitFor();
    }),
    search: await felt(3, async (k) => {
      await page.getByRole('searchbox').fill(['croissant with', 'wool pull', 'lentils'][k]!);
      await page
        .getByText(/^100 entries/u)
        .first()
        .waitFor();
      await page.getByRole('searchbox').fill('');
      await page.getByText(/^100 entries/u).waitFor({ state: 'detached' });
    }),
    day: await felt(3, async (k) => {
      await page.evaluate(
        (day) => {
          (globalThis as unknown as { location: { hash: string } }).location.hash = `#/?day=${day}`;
        },
        `2020-06-${10 + k}`,
      );
      await page
        .getByRole('button', { name: /Change (?:latte|pizza|salad|curry)/u })
        .first()
        .waitFor();
    }),
    save: await felt(4, async (k) => {
      await step(page, 'Bloating', `${k + 3}`).click();
      await page.getByText(`Bloating: ${k + 3}`).waitFor();
    }),
  };
  if (process.env.FIGURES !== undefined) console.log(count, figures, shared);
  expect(figures.timeline).toBeLessThan(1500 * shared);
  expect(figures.search).toBeLessThan(1500 * shared);
  expect(figures.day).toBeLessThan(1000 * shared);
  expect(figures.save).toBeLessThan(300 * shared);
  expect(errors).toEqual([]);
}, 480_000);
