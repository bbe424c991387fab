import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { firstRun, goTo, holdNotices, isTold, soon, step, turnTo, useApp } from './app.ts';
import { createProfile, startLasting } from './lasting.ts';

const app = useApp();

const shown = (page: Page, group: string) =>
  page.getByRole('radiogroup', { name: group }).locator('.score-value');

const line = (page: Page, item: string) => page.locator('.entry-line', { hasText: item });

/**
 * Taps one score after the other without end and tells of each tap, and of each time the app says that it is written down. It is never so far
 * ahead that a score which was said could be taken for the next one of the same value.
 */
const tapForEver = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const { document, MutationObserver, tapped, told } = globalThis as any;
    const bar = document.querySelector('.undo');
    let last = '';
    new MutationObserver(() => {
      const said = /Worst itch: (\d+)/u.exec(bar.textContent)?.[1];
      if (said === undefined || said === last) return;
      last = said;
      void told(Number(said));
    }).observe(bar, { childList: true, characterData: true, subtree: true });
    const group = [...document.querySelectorAll('[role=radiogroup]')].find((one) =>
      one.textContent.startsWith('Worst itch'),
    );
    const radios = group.querySelectorAll('input');
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    for (let k = 1; ; k = (k % 10) + 1) {
      while (last === '' ? k > 5 : (k - Number(last) + 10) % 10 > 6) await pause(5);
      await tapped(k);
      radios[k].click();
      await pause(25);
    }
  });

test('what was said to be written down is there after the browser was killed, again and again', async () => {
  const profile = createProfile();
  const taps: number[] = [];
  const told: number[] = [];
  try {
    for (const [round, patience] of [0, 40, 110].entries()) {
      const open = await startLasting(profile.folder);
      const page = await open.context.newPage();
      await page.exposeFunction('tapped', (value: number) => taps.push(value));
      await page.exposeFunction('told', (value: number) => told.push(value));
      await page.goto(app.url);
      if (round === 0) await firstRun(page);
      else await expectKept(page, taps, told);
      await page.getByRole('radiogroup', { name: 'Worst itch' }).waitFor();
      await page.locator('.undo').waitFor({ state: 'attached' });
      const before = told.length;
      const running = tapForEver(page).catch(() => null);
      await expect.poll(() => told.length, soon).toBeGreaterThan(before + 2);
      await new Promise((resolve) => setTimeout(resolve, patience));
      await open.kill();
      await running;
    }
    const open = await startLasting(profile.folder);
    const page = await open.context.newPage();
    await page.goto(app.url);
    await expectKept(page, taps, told);
    expect(told.length).toBeGreaterThan(8);
    await open.kill();
  } finally {
    profile.remove();
  }
});

/** The score that is there is the last one that was said to be written down, or one that was tapped after it. */
const expectKept = async (
  page: Page,
  taps: readonly number[],
  told: readonly number[],
): Promise<void> => {
  await page.getByRole('radiogroup', { name: 'Worst itch' }).waitFor();
  await expect.poll(() => shown(page, 'Worst itch').textContent(), soon).toMatch(/^\d+$/u);
  const there = Number(await shown(page, 'Worst itch').textContent());
  expect(taps.slice(taps.lastIndexOf(told.at(-1)!))).toContain(there);
};

test('two tabs write at once, see each other, undo, and learn of a deleted diary', async () => {
  const { page: one, context, errors } = await app.open();
  await firstRun(one);
  const two = await context.newPage();
  two.setDefaultTimeout(soon.timeout);
  await two.goto(app.url);
  await holdNotices(two);
  await two.getByRole('radiogroup', { name: 'Worst itch' }).waitFor();
  await step(one, 'Worst itch', '4').click();
  await expect.poll(() => shown(two, 'Worst itch').textContent(), soon).toBe('4');
  await Promise.all([
    step(one, 'Redness or colour change', 'some')
      .click()
      .then(() => step(one, 'Worst itch', '5').click()),
    step(two, 'Bloating', '2').click(),
  ]);
  for (const page of [one, two]) {
    await expect
      .poll(() => shown(page, 'Redness or colour change').textContent(), soon)
      .toBe('some');
    await expect.poll(() => shown(page, 'Bloating').textContent(), soon).toBe('2');
    await expect.poll(() => shown(page, 'Worst itch').textContent(), soon).toBe('5');
  }
  await goTo(one, 'timeline', 'Your days');
  await line(one, 'Worst itch').first().waitFor();
  await expect.poll(() => line(one, 'Worst itch').count(), soon).toBe(1);
  await two.getByRole('button', { name: 'Clear Bloating' }).click();
  await expect.poll(() => line(one, 'Bloating').count(), soon).toBe(0);
  await isTold(two, 'Bloating: not written down');
  await two.getByRole('button', { name: 'Undo' }).click();
  await line(one, 'Bloating').waitFor();
  await two.evaluate(
    () =>
      new Promise((resolve) => {
        // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
        (globalThis as any).indexedDB.deleteDatabase('zonula').onsuccess = resolve;
      }),
  );
  for (const page of [one, two])
    await page.getByText('Another tab deleted this diary. Load the page again.').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('taps in quick succession make one entry, which holds the last', async () => {
  const { page, context } = await app.open();
  await firstRun(page);
  await page.getByRole('radiogroup', { name: 'Worst itch' }).waitFor();
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const { document } = globalThis as any;
    const radios = document.querySelectorAll('[role=radiogroup]')[0].querySelectorAll('input');
    for (const value of [1, 7, 3, 9]) radios[value].click();
  });
  await page.getByText('Worst itch: 9').waitFor();
  await page.reload();
  await expect.poll(() => shown(page, 'Worst itch').textContent(), soon).toBe('9');
  await goTo(page, 'timeline', 'Your days');
  await line(page, 'Worst itch').first().waitFor();
  expect(await line(page, 'Worst itch').count()).toBe(1);
  await context.close();
});

test('a tap in the moment in which another day is turned to leaves the day before as it was', async () => {
  const { page, context } = await app.open();
  await firstRun(page);
  await step(page, 'Worst itch', '4').click();
  await isTold(page, 'Worst itch: 4');
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const { document, MutationObserver } = globalThis as any;
    const day = document.querySelector('.day-input');
    const before = day.value;
    const turned = new MutationObserver(() => {
      if (day.value === before) return;
      turned.disconnect();
      document.querySelectorAll('[role=radiogroup]')[0]?.querySelectorAll('input')[7].click();
    });
    turned.observe(document, { attributes: true, childList: true, subtree: true });
    document.querySelector('[aria-label="The day before"]').click();
  });
  await page.getByText('Remembered later').waitFor();
  await page.waitForTimeout(500);
  await turnTo(page, 'The day after');
  await expect.poll(() => shown(page, 'Worst itch').textContent(), soon).toBe('4');
  await context.close();
});

test('the diary of an older version is upgraded when the app is opened', async () => {
  const { page, context, errors } = await app.open({ url: `${app.url}icon.svg` });
  const { outputFiles } = await build({
    entryPoints: ['packages/journal/fixtures/native-database.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'native',
  });
  const older = readFileSync('packages/journal/fixtures/journal-v1.json', 'utf8');
  await page.evaluate(
    `${outputFiles[0]!.text}; native.makeDatabase(indexedDB, 'zonula', ${older})`,
  );
  await page.goto(app.url);
  await firstRun(page);
  await goTo(page, 'timeline', 'Your days');
  await page.getByRole('searchbox').fill('wool blanket');
  await page.getByText('One entry').first().waitFor();
  await goTo(page, '', 'What did you have?');
  await step(page, 'Worst itch', '3').click();
  await page.getByText('Worst itch: 3').waitFor();
  // The picture has no icon of its own.
  expect(errors.filter((line) => !line.includes('404'))).toEqual([]);
  await context.close();
});
