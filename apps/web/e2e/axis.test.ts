import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, narrow, soon, useApp } from './app.ts';
import { expectReadableInBothThemes } from './checks.ts';

const app = useApp();

const heading = 'Play with the mechanism';

/** What the page says in words under a name. */
const said = async (page: Page, name: string): Promise<string> =>
  (await page.locator('.gauges > div', { hasText: name }).locator('dd').textContent()) ?? '';

const severities = async (page: Page): Promise<readonly number[]> =>
  [...(await said(page, 'Skin')).matchAll(/\d+/gu)]
    .map(([n]) => Number(n))
    .filter((n) => n !== 100);

const slide = (page: Page, name: string, value: number): Promise<void> =>
  page.getByRole('slider', { name }).fill(String(value));

/** Until what is looked at is the same for half a second. */
const stands = async (look: () => Promise<unknown>): Promise<void> => {
  let before = '';
  await expect
    .poll(
      async () => {
        const last = before;
        before = JSON.stringify(await look());
        return before === last;
      },
      { ...soon, interval: 500 },
    )
    .toBe(true);
};

test('what is moved opens the seals; it moves the skin only where the gut arrow is on', async () => {
  const { page, context, errors } = await app.open({ begun: 'own' });
  await goTo(page, 'axis', heading);
  await page.getByText('The gut arrow is zero.').waitFor();
  await expect
    .poll(() => said(page, 'Seals between the cells'), soon)
    .toBe('1.0 times as open as at rest');
  await slide(page, 'Go to a day', 3);
  await slide(page, 'Meals with a food they react to', 3);
  await slide(page, 'Painkillers (NSAID)', 2);
  await slide(page, 'Stress', 1);
  await slide(page, 'Go to a day', 40);
  await expect.poll(() => said(page, 'Seals between the cells'), soon).toMatch(/^[3-9]\.\d times/u);
  // The worker answers for each lever: what the last one did is there once nothing changes any more.
  await stands(() => severities(page));
  const [here, zero] = await severities(page);
  expect(here).toBe(zero);
  await page.getByText('Let the gut move the skin').click();
  await page.getByText('The gut arrow is on.').waitFor();
  await expect.poll(async () => (await severities(page))[0], soon).toBeGreaterThan(here! + 5);
  expect((await severities(page))[1]).toBe(zero);
  expect(await page.getByRole('slider', { name: 'Stress' }).inputValue()).toBe('1');
  expect(errors).toEqual([]);
  await context.close();
});

test('a picture that was asked to stand still stands still, and says what it shows', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await goTo(page, 'axis', heading);
  const gut = page.getByRole('img', {
    name: /The gut wall, cut open\. Seals between the cells: 1\.0/,
  });
  await gut.waitFor();
  // Once it is drawn, nothing of it moves.
  await stands(async () => (await gut.screenshot()).toString('base64'));
  const before = await gut.screenshot();
  await page.waitForTimeout(700);
  expect((await gut.screenshot()).equals(before)).toBe(true);
  await page.getByRole('button', { name: 'Play' }).click();
  // A slow machine may leave out a day.
  await page.getByText(/^Day [1-9]\d?$/u).waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  expect((await gut.screenshot()).equals(before)).toBe(false);
  await context.close();
});

test('every arrow wears its badge', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await goTo(page, 'axis', heading);
  await page.getByText(/Every arrow of this model \(\d+\)/u).click();
  const title = await page.getByText(/Every arrow of this model/u).textContent();
  const arrows = page.locator('.arrows li');
  expect(await arrows.count()).toBe(Number(/\d+/u.exec(title ?? '')![0]));
  const badges = await arrows.locator('.badge').allInnerTexts();
  expect(badges.length).toBe(await arrows.count());
  expect([...new Set(badges)].sort()).toEqual(['assumed', 'measured', 'modelled']);
  await context.close();
});

test('passes axe-core on a narrow screen, in both themes', async () => {
  const { page, context } = await app.open({ ...narrow, begun: 'own' });
  await goTo(page, 'axis', heading);
  await page.getByRole('slider', { name: 'Stress' }).waitFor();
  await page.getByText(/Every arrow of this model/u).click();
  await expectReadableInBothThemes(page);
  await context.close();
});
