import { readdirSync } from 'node:fs';
import { importers } from '@zonula/diary';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo, holdNotices, soon, type Tab, useApp } from './app.ts';
import { violations } from './checks.ts';
import { keptEntries } from './kept-entries.ts';

const folder = 'packages/diary/fixtures';
const files = [
  ...readdirSync(folder)
    .filter((name) => /\.(?:csv|xml)$/u.test(name))
    .map((name) => `${folder}/${name}`),
  'examples/simulated-person.csv',
];

/** A data set of many people, of whom a person takes in only their own rows. */
const manyPeople = `${folder}/flaredown-long.csv`;

const app = useApp();
let tab: Tab;
beforeAll(async () => {
  tab = await app.open({ begun: 'own' });
  await goTo(tab.page, 'settings', 'Settings');
  await holdNotices(tab.page);
});
afterAll(async () => {
  await tab?.context.close();
});

test('every format that is read has a file here', () => {
  const formats = importers.map(({ format }) => format);
  for (const format of formats)
    expect(
      files.some((file) => file.includes(format)),
      format,
    ).toBe(true);
});

test.each(files)('%s is shown first, taken in, and taken back by one undo', async (file) => {
  const { page } = tab;
  const before = await keptEntries(page);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles(file);
  if (file === manyPeople) {
    await page.getByText('Several people are in this file.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Which of them are you?').selectOption('personA==');
    await page.getByRole('button', { name: 'Read this diary' }).click();
  }
  const said = await page.getByText(/(?:[\d,]+ entries|One entry) from/u).textContent();
  const entries = said!.startsWith('One') ? 1 : Number(/[\d,]+/u.exec(said!)![0].replace(',', ''));
  expect(entries).toBeGreaterThan(0);
  expect(await keptEntries(page)).toBe(before);
  await page.getByRole('button', { name: 'Take them in' }).click();
  await page.getByText(/(?:entries|entry) taken in/u).waitFor();
  expect(await keptEntries(page)).toBe(before + entries);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => keptEntries(page), soon).toBe(before);
  expect(tab.errors).toEqual([]);
});

test("a table of one's own: its columns are named, then it is shown, taken in and taken back", async () => {
  const { page } = tab;
  const before = await keptEntries(page);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles({
    name: 'mine.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Day;Itch at night;Oat milk;Remarks;Weather\n03/01/2024;4;yes;bad night;rain\n03/02/2024;;no;;sun\n03/03/2024;2;;;rain\n',
    ),
  });
  await page.getByText('a table that no app we know has written').waitFor();
  expect(await page.getByLabel('Which column holds the days?').inputValue()).toBe('0');
  await page.getByText('for instance 4 · 2').waitFor();
  expect(await violations(page)).toEqual([]);
  const readIt = page.getByRole('button', { name: 'Read this table' });
  expect(await readIt.isDisabled()).toBe(true);
  await page.getByLabel('Itch at night').selectOption('skin');
  await readIt.click();
  await page.getByRole('alert').getByText('expected dates that tell day and month apart').waitFor();
  // What was said before is still there.
  await page.getByLabel('How are the days written?').selectOption('mdy');
  await page.getByLabel('Oat milk').selectOption('food');
  await page.getByLabel('Remarks').selectOption('note');
  await readIt.click();
  await page.getByText('5 entries from 1 Mar 2024 to 3 Mar 2024').waitFor();
  expect(await keptEntries(page)).toBe(before);
  await page.getByRole('button', { name: 'Take them in' }).click();
  await page.getByText(/entries taken in/u).waitFor();
  expect(await keptEntries(page)).toBe(before + 5);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => keptEntries(page), soon).toBe(before);
  expect(tab.errors).toEqual([]);
});

const recipe = {
  name: 'recipe.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Two eggs and a pinch of salt.\n'),
};

test('a file of no known app is refused with one line', async () => {
  const { page } = tab;
  const before = await keptEntries(page);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles(recipe);
  const line = page.getByRole('alert').filter({ hasText: 'recipe.txt' });
  await line.waitFor();
  expect((await line.textContent())!.split('\n')).toHaveLength(1);
  expect(await keptEntries(page)).toBe(before);
});

test('what is to know about a file, and why it is refused, is said in German too', async () => {
  const { page } = tab;
  await page.getByText('Deutsch').click();
  const give = async (file: Parameters<typeof page.setInputFiles>[1]): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Datei wählen' }).click();
    await (await choosing).setFiles(file);
  };
  await give(`${folder}/bearable.csv`);
  await page.getByText(/\d+ Einträge/u).waitFor();
  await page.getByText('Was man über diese Datei wissen sollte').click();
  expect(await page.locator('main .leaf [lang="en"]').allTextContents()).toEqual([]);
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  await give(recipe);
  await page.getByRole('alert').getByText('Das ist keine Datei, die Zonula kennt.').waitFor();
  await give({
    name: 'mein.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('date,category,name,value\n2026-01-01,skin,itch,viel\n'),
  });
  await page
    .getByRole('alert')
    .getByText('mein.csv, Zeile 2, Spalte 4 (value): erwartet war eine Zahl, gefunden "viel"')
    .waitFor();
});
