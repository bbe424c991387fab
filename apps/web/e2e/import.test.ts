import { readdirSync, readFileSync } from 'node:fs';
import { importers } from '@zonula/diary';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstRun, goTo, type Tab, useApp } from './app.ts';

const folder = 'packages/diary/fixtures';
const files = [
  ...readdirSync(folder)
    .filter((name) => /\.(?:csv|xml)$/u.test(name))
    .map((name) => `${folder}/${name}`),
  'examples/simulated-person.csv',
];

/** A data set of many people, of whom a person has only their own rows. */
const manyPeople = `${folder}/flaredown-long.csv`;
const onePerson = () => {
  const [head, ...rows] = readFileSync(manyPeople, 'utf8').split('\n');
  const own = rows.filter((row) => row.startsWith('personA='));
  const buffer = Buffer.from([head, ...own, ''].join('\n'));
  return { name: 'flaredown.csv', mimeType: 'text/csv', buffer };
};

const app = useApp();
let tab: Tab;
beforeAll(async () => {
  tab = await app.open();
  await firstRun(tab.page);
  await goTo(tab.page, 'settings', 'Settings');
});
afterAll(async () => {
  await tab?.context.close();
});

/** Entries that the database of the page shows at present. */
const kept = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        // biome-ignore lint/suspicious/noExplicitAny: the page has IndexedDB, Node's types have not.
        const opening = (globalThis as any).indexedDB.open('zonula');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const counting = db
            .transaction('revisions')
            .objectStore('revisions')
            .index('day')
            .count();
          counting.onsuccess = () => {
            db.close();
            resolve(counting.result);
          };
        };
      }),
  );

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
  const before = await kept(page);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles(file === manyPeople ? onePerson() : file);
  const said = await page.getByText(/(?:[\d,]+ entries|One entry) from/u).textContent();
  const entries = said!.startsWith('One') ? 1 : Number(/[\d,]+/u.exec(said!)![0].replace(',', ''));
  expect(entries).toBeGreaterThan(0);
  expect(await kept(page)).toBe(before);
  await page.getByRole('button', { name: 'Take them in' }).click();
  await page.getByText(/(?:entries|entry) taken in/u).waitFor();
  expect(await kept(page)).toBe(before + entries);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => kept(page)).toBe(before);
  expect(tab.errors).toEqual([]);
});

const recipe = {
  name: 'recipe.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Two eggs and a pinch of salt.\n'),
};

test.each([
  ['a file of no known app', recipe, 'recipe.txt'],
  ['a file of many people', manyPeople, 'flaredown-long.csv'],
])('%s is refused with one line', async (_, file, name) => {
  const { page } = tab;
  const before = await kept(page);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles(file);
  const line = page.getByRole('alert').filter({ hasText: name });
  await line.waitFor();
  expect((await line.textContent())!.split('\n')).toHaveLength(1);
  expect(await kept(page)).toBe(before);
});
