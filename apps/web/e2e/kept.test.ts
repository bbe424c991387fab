import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { asExample, button, firstRun, goTo, holdNotices, soon, step, useApp } from './app.ts';
import { expectReadable } from './checks.ts';
import { giveFile, savedBy } from './downloads.ts';

const app = useApp();

const shown = (page: Page, group: string) =>
  page.getByRole('radiogroup', { name: group }).locator('.score-value');

/** The next writing fails, as on a device that is full. */
const failNext = (page: Page): Promise<void> =>
  page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const { IDBObjectStore, DOMException } = globalThis as any;
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = () => {
      IDBObjectStore.prototype.add = add;
      throw new DOMException('full', 'QuotaExceededError');
    };
  });

const isFull = (page: Page) => page.getByText('There is no room left on this device.').waitFor();

/** What was told before is gone, so that it is not taken for what is told next. */
const closeNotice = async (page: Page): Promise<void> => {
  await page.locator('.undo').getByRole('button', { name: 'Close' }).click();
  await page.locator('.undo > div').waitFor({ state: 'detached' });
};

const table = async (page: Page): Promise<string> => {
  await goTo(page, 'settings', 'Settings');
  return (await savedBy(page, () => button(page, 'Save as a table (CSV)').click())).text;
};

test('words that could not be kept stay where they were typed', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  const food = page.getByRole('textbox', { name: 'What did you have?' });
  await food.fill('porridge');
  await button(page, /Change porridge/).waitFor();
  await failNext(page);
  await button(page, 'Write it down').click();
  await isFull(page);
  await expectReadable(page, 'a full device');
  await expect.poll(() => food.inputValue(), soon).toBe('porridge');
  await button(page, 'Write it down').click();
  await page.getByText('Written down: porridge').waitFor();
  await expect.poll(() => food.inputValue(), soon).toBe('');

  await button(page, 'Note').click();
  const note = page.getByRole('textbox', { name: 'In your own words' });
  await note.fill('long walk');
  await failNext(page);
  await button(page, 'Keep the note').click();
  await isFull(page);
  await expect.poll(() => note.inputValue(), soon).toBe('long walk');
  await closeNotice(page);

  await button(page, 'Supplements').click();
  const taken = page.getByRole('textbox', { name: 'What did you take?' });
  await taken.fill('zinc 15 mg');
  await failNext(page);
  await page.keyboard.press('Enter');
  await isFull(page);
  await expect.poll(() => taken.inputValue(), soon).toBe('zinc 15 mg');
  await context.close();
});

test('a place that could not be marked does not hold up the next ones', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await button(page, 'Mark where on the body').click();
  await button(page, 'chest: not written down').waitFor();
  await failNext(page);
  await button(page, 'chest: not written down').click();
  await isFull(page);
  await button(page, 'belly: not written down').click();
  await button(page, 'belly: some').waitFor();
  await button(page, 'chest: not written down').click();
  await button(page, 'chest: some').waitFor();
  await context.close();
});

test('two taps on "I ate nothing" say it once, and one tap takes it back', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await button(page, /^I ate nothing/).waitFor();
  // Both before the first one can be kept.
  await page.locator('.whole-day').evaluate((one) => {
    const tapped = one as unknown as { click: () => void };
    tapped.click();
    tapped.click();
  });
  await page.getByRole('button', { name: /^I ate nothing/, pressed: true }).waitFor();
  await page.waitForTimeout(300);
  await button(page, /^I ate nothing/).click();
  await page.getByRole('button', { name: /^I ate nothing/, pressed: false }).waitFor();
  await page.waitForTimeout(300);
  expect(await table(page)).not.toContain(',day,complete');
  await context.close();
});

test('whoever takes back a food has eaten nothing again', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await button(page, /^I ate nothing/).click();
  await page.getByRole('button', { name: /^I ate nothing/, pressed: true }).waitFor();
  await page.getByRole('textbox', { name: 'What did you have?' }).fill('apple');
  await button(page, /Change apple/).waitFor();
  await button(page, 'Write it down').click();
  await page.getByRole('button', { name: /^That was all/, pressed: false }).waitFor();
  await page.getByText('Written down: apple').waitFor();
  await button(page, 'Undo').click();
  await page.getByRole('button', { name: /^I ate nothing/, pressed: true }).waitFor();
  await context.close();
});

test('undo takes back what the bar says, not what another tab wrote since', async () => {
  const { page: one, context } = await app.open({ begun: 'own' });
  await holdNotices(one);
  const two = await context.newPage();
  two.setDefaultTimeout(soon.timeout);
  await two.goto(app.url);
  await two.getByRole('radiogroup', { name: 'Worst itch' }).waitFor();
  await step(one, 'Worst itch', '4').click();
  await one.getByText('Worst itch: 4').waitFor();
  await step(two, 'Bloating', '2').click();
  await expect.poll(() => shown(one, 'Bloating').textContent(), soon).toBe('2');
  await button(one, 'Undo').click();
  await expect.poll(() => shown(one, 'Worst itch').textContent(), soon).toBe('not written down');
  await expect.poll(() => shown(one, 'Bloating').textContent(), soon).toBe('2');
  await context.close();
});

test('an import that was taken back is said without an undo that would take back something else', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await step(page, 'Worst itch', '4').click();
  await page.getByText('Worst itch: 4').waitFor();
  await goTo(page, 'settings', 'Settings');
  await giveFile(
    page,
    () => button(page, 'Choose a file').click(),
    'examples/simulated-person.csv',
  );
  await button(page, 'Take them in').click();
  await page.getByText(/entries taken in/u).waitFor();
  await button(page, /^Take back/u).click();
  await page.getByText(/entries? taken back/iu).waitFor();
  expect(await button(page, 'Undo').count()).toBe(0);
  expect(await table(page)).toMatch(/,skin,itch,4/u);
  await context.close();
});

test('boxes that are ticked one right after the other are all kept', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await goTo(page, 'settings', 'Settings');
  await page.getByText('Psoriasis').waitFor();
  const boxes = page.getByRole('checkbox', { name: /^(?:Acne|Psoriasis)$/u });
  const ticked = () =>
    boxes.evaluateAll((all) => all.map((one) => (one as unknown as { checked: boolean }).checked));
  // Both before the first one can be kept.
  await boxes.evaluateAll((all) => {
    for (const one of all) (one as unknown as { click: () => void }).click();
  });
  await expect.poll(ticked, soon).toEqual([true, true]);
  await page.waitForTimeout(300);
  expect(await ticked()).toEqual([true, true]);
  await context.close();
});

test('an app that was asleep over night writes on the new day', async () => {
  const { page, context } = await app.open({ url: `${app.url}icon.svg`, zone: 'UTC' });
  await page.clock.install({ time: new Date('2026-03-01T21:00:00Z') });
  await page.goto(app.url);
  await firstRun(page);
  await page.getByText('Sunday 1 March').waitFor();
  // Whatever the room still loads is there.
  await page.waitForTimeout(3000);
  await page.clock.setSystemTime(new Date('2026-03-02T07:30:00Z'));
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const { document, Event } = globalThis as any;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.getByText('Monday 2 March').waitFor();
  await step(page, 'Worst itch', '3').click();
  await page.getByText('Worst itch: 3').waitFor();
  await goTo(page, 'timeline', 'Your days');
  await page.getByRole('heading', { name: 'Monday 2 March' }).waitFor();
  expect(await page.getByText('remembered later').count()).toBe(0);
  await context.close();
});

test('deleting the example person leaves the own diary; deleting that leaves nothing', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await step(page, 'Worst itch', '4').click();
  await page.getByText('Worst itch: 4').waitFor();
  const deleteHere = async (): Promise<void> => {
    await goTo(page, 'settings', 'Settings');
    await page.getByLabel('Type “delete” to delete everything.').fill('delete');
    await button(page, 'Delete everything').click();
  };
  await goTo(page, 'settings', 'Settings');
  await button(page, 'Look at the example person').click();
  await page.getByText('An invented person, not you').waitFor({ timeout: 60_000 });
  await deleteHere();
  await expect.poll(() => shown(page, 'Worst itch').textContent(), soon).toBe('4');
  await page.reload();
  await expect.poll(() => shown(page, 'Worst itch').textContent(), soon).toBe('4');
  await button(page, 'More to write down').nth(1).click();
  await step(page, 'Blood in the stool', 'yes').click();
  await page.getByRole('alert').getByRole('button', { name: 'None of these is true' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await deleteHere();
  await button(page, 'Begin my diary').waitFor();
  const left = await page.evaluate(() =>
    Object.keys((globalThis as unknown as { localStorage: object }).localStorage),
  );
  expect(left.filter((key) => key.startsWith('zonula-'))).toEqual([]);
  await context.close();
});

test('on a new device a backup comes before the first questions, so that its answers hold', async () => {
  const { page, context } = await app.open();
  await firstRun(page, 'Psoriasis');
  await step(page, 'Worst itch', '7').click();
  await page.getByText('Worst itch: 7').waitFor();
  await goTo(page, 'settings', 'Settings');
  await button(page, /^Food allergies/u).click();
  await page.getByLabel('Names, one on a line').fill('peanut');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await button(page, /^Food allergies\s*peanut/u).waitFor();
  await page.getByLabel(/Your sentence/u).fill('three quiet apples');
  await page.getByLabel('The same sentence once more').fill('three quiet apples');
  const backup = await savedBy(page, () => button(page, 'Save a backup').click());
  await context.close();

  const { page: other, context: elsewhere } = await app.open();
  await other.getByText('I have a sealed backup').click();
  await other.getByLabel(/Your sentence/u).fill('three quiet apples');
  await giveFile(other, () => button(other, 'Bring a backup back').click(), backup);
  await expect.poll(() => shown(other, 'Worst itch').textContent(), soon).toBe('7');
  await goTo(other, 'settings', 'Settings');
  await button(other, /^Food allergies\s*peanut/u).waitFor();
  await other
    .getByRole('checkbox', { name: 'Psoriasis', checked: true })
    .waitFor({ state: 'attached' });
  await elsewhere.close();
});

test('an example person whose making was cut off is made anew, not twice', async () => {
  const { page, context } = await app.open();
  await button(page, 'Begin my diary').waitFor();
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const { IDBObjectStore, DOMException } = globalThis as any;
    const { add } = IDBObjectStore.prototype;
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    IDBObjectStore.prototype.add = function (this: any, ...given: any[]) {
      if (given[0]?.kind !== 'profile') return add.apply(this, given);
      IDBObjectStore.prototype.add = add;
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await button(page, 'Look around with an example person').click();
  await page.getByText(/There is no room left/u).waitFor({ timeout: 60_000 });
  await asExample(page);
  const days = (await table(page))
    .split('\n')
    .filter((row) => /^[\d-]+,sleep,hours,/u.test(row))
    .map((row) => row.slice(0, 10));
  expect(days.length).toBeGreaterThan(100);
  expect(new Set(days).size).toBe(days.length);
  await context.close();
});
