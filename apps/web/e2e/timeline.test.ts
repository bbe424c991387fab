import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { firstRun, goTo, isTold, soon, step, turnTo, useApp } from './app.ts';
import { expectReadableInBothThemes } from './checks.ts';

const app = useApp();

/** A diary of eight months, brought in by the person. */
const withDiary = async (page: Page): Promise<void> => {
  await firstRun(page);
  await goTo(page, 'settings', 'Settings');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles('examples/simulated-person.csv');
  await page.getByRole('button', { name: 'Take them in' }).click();
  await page.getByText(/entries taken in/u).waitFor({ timeout: 60_000 });
};

const writeToday = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: 'What did you have?' }).fill('latte and a croissant');
  await page.getByRole('button', { name: /Change latte .*dairy/ }).waitFor();
  await page.getByRole('button', { name: 'Write it down' }).click();
  await page.getByText('Written down: latte, croissant').waitFor();
  await step(page, 'Worst itch', '4').click();
  await page.getByText('Worst itch: 4').waitFor();
};

test('an entry is changed where it stands, removed, and brought back', async () => {
  const { page, context, errors } = await app.open({ begun: 'own' });
  await writeToday(page);
  await goTo(page, 'timeline', 'Your days');
  await page.getByRole('button', { name: 'Change Worst itch 4' }).click();
  await page.getByRole('group', { name: 'Value' }).getByText('7', { exact: true }).click();
  await page.getByLabel('Time').fill('21:30');
  await page.getByLabel('Note').fill('after a walk in the cold');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: /Change Worst itch 7.* after a walk/ }).waitFor();
  await page.getByText('21:30').waitFor();

  await page.getByRole('button', { name: 'Change latte' }).click();
  await page.getByLabel('Name').fill('oat milk');
  await page.getByLabel('Portions').fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Change oat milk × 2' }).waitFor();
  await goTo(page, '', 'What did you have?');
  const chip = page.getByRole('button', { name: /Change 2 × oat milk/ });
  await chip.waitFor();
  expect(await chip.textContent()).not.toContain('dairy');

  await goTo(page, 'timeline', 'Your days');
  await page.getByRole('button', { name: 'Remove croissant' }).click();
  await page.getByRole('button', { name: 'Change croissant' }).waitFor({ state: 'detached' });
  await isTold(page, 'Removed: croissant');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Change croissant' }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('search finds words of the person, of the app, and of places', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await writeToday(page);
  await goTo(page, 'timeline', 'Your days');
  const search = page.getByRole('searchbox');
  for (const words of ['crois', 'worst it', 'itch']) {
    await search.fill(words);
    await page.getByText('One entry', { exact: true }).waitFor();
  }
  await search.fill('zebra');
  await page.getByText('Nothing found').waitFor();
  await context.close();
});

test('a score is drawn with its gaps and with what was had; the numbers say the same', async () => {
  const { page, context, errors } = await app.open();
  await withDiary(page);
  await goTo(page, 'timeline', 'Your days');
  await page.getByText('Write down a score on two days').waitFor();
  await goTo(page, '', 'What did you have?');
  for (let back = 0; back < 4; back++) {
    if (back !== 2) {
      await step(page, 'Worst itch', `${2 + back}`).click();
      await page.getByText(`Worst itch: ${2 + back}`).waitFor();
    }
    if (back === 1) {
      await page.getByRole('textbox', { name: 'What did you have?' }).fill('pizza');
      await page.getByRole('button', { name: /Change pizza/ }).waitFor();
      await page.getByRole('button', { name: 'Write it down' }).click();
      await page.getByText('Written down: pizza').waitFor();
    }
    await turnTo(page, 'The day before');
  }
  await goTo(page, 'timeline', 'Your days');
  await page.getByRole('img', { name: /Worst itch from/ }).waitFor();
  await page.getByText('written down on 3 of 28 days, 3.3 on average').waitFor();
  expect(await page.locator('.series-dot').count()).toBe(3);
  await page.getByText('The same in numbers').click();
  await page.locator('.series-table tbody tr').first().waitFor();
  const rows = page.locator('.series-table tbody tr');
  expect(await rows.count()).toBe(28);
  const cells = (row: number) => rows.nth(row).locator('td').allTextContents();
  expect(await cells(0)).toEqual(['2', 'not known']);
  expect(await cells(1)).toEqual(['3', 'had it']);
  expect(await cells(2)).toEqual(['not known', 'not known']);
  expect(await cells(3)).toEqual(['5', 'not known']);
  await page.getByRole('button', { name: 'pizza', exact: true }).click();
  await page.locator('.series-had').waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
  await context.close();
});

test('the map of days is walked with arrow keys, and Enter opens a day', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await step(page, 'Worst itch', '5').click();
  await page.getByText('Worst itch: 5').waitFor();
  await goTo(page, 'timeline', 'Your days');
  const today = page.locator('.heat-day[tabindex="0"]');
  await page.locator('.heat-day.today[aria-label*="50 of 100"]').waitFor();
  await today.focus();
  await page.keyboard.press('ArrowUp');
  await expect
    .poll(() => page.locator('.heat-day:focus').getAttribute('aria-label'), soon)
    .toContain('not written down');
  await page.keyboard.press('Enter');
  await page.getByText('Remembered later: you write this a day after it.').waitFor();
  await context.close();
});

app.testOnSmallPhone(
  'days, picture and editor pass axe-core and fit 320 pixels, in both themes',
  async (page) => {
    await writeToday(page);
    await turnTo(page, 'The day before');
    await step(page, 'Worst itch', '6').click();
    await page.getByText('Worst itch: 6').waitFor();
    await goTo(page, 'timeline', 'Your days');
    await page.getByRole('img', { name: /Worst itch from/ }).waitFor();
    await page.getByText('The same in numbers').click();
    await page.getByRole('button', { name: 'Change Worst itch 4' }).click();
    await page.getByLabel('Time').waitFor();
    await expectReadableInBothThemes(page);
  },
  { begun: 'own' },
);
