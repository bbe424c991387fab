import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  firstRun,
  goTo,
  holdNotices,
  narrow,
  soon,
  step,
  type Tab,
  turnTo,
  useApp,
} from './app.ts';
import { expectReadable, overflow, violationsInBothThemes } from './checks.ts';

const app = useApp();

const rooms: readonly (readonly [string, string | RegExp])[] = [
  ['', 'What did you have?'],
  ['timeline', 'Your days'],
  ['discover', 'What moves your skin?'],
  ['trials', 'A fair test'],
  ['learn', 'What is really known'],
  ['plan', 'Your plan'],
  ['report', 'For your doctor'],
  ['settings', 'Settings'],
];

test('every room passes axe-core in both themes', async () => {
  const { page, context } = await app.open();
  await page.getByRole('button', { name: 'Begin my diary' }).waitFor();
  expect(await violationsInBothThemes(page), 'start').toEqual([]);
  await firstRun(page);
  await page.getByRole('textbox', { name: 'What did you have?' }).fill('latte and a croissant');
  await page.getByRole('button', { name: /Change latte/ }).waitFor();
  for (const [room, heading] of rooms) {
    await goTo(page, room, heading);
    expect(await violationsInBothThemes(page), room).toEqual([]);
  }
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await violationsInBothThemes(page), 'more').toEqual([]);
  await context.close();
});

test('every room fits a screen of 320 pixels', async () => {
  const { page, context } = await app.open({ ...narrow, begun: 'own' });
  for (const [room, heading] of [...rooms, ['no-such-room', 'What did you have?']] as const) {
    await goTo(page, room, heading);
    expect(await overflow(page), room).toBeLessThanOrEqual(0);
  }
  await context.close();
});

describe('the example person', () => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await app.open({ begun: 'example' });
  });
  afterAll(() => tab.context.close());

  test('discovery shows what acts in their diary, how sure, and how often it errs', async () => {
    const { page, requests, errors } = tab;
    await goTo(page, 'discover', /./);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Stopped. Nothing was changed.').waitFor();
    await page.getByRole('button', { name: 'Look now' }).click();
    await page.getByRole('heading', { name: /milk chocolate.*moves your skin/ }).waitFor({
      timeout: 90_000,
    });
    await page.getByRole('img', { name: /milk chocolate: .* points after/ }).waitFor();
    const worker = () => page.workers().find((each) => each.url().includes('/discover.worker-'));
    await expect.poll(() => worker() !== undefined, soon).toBe(true);
    // What computes may compile WebAssembly, or it would do its work more slowly.
    const compiled = await worker()!.evaluate(
      () => new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) !== null,
    );
    expect(compiled).toBe(true);
    const published = JSON.parse(readFileSync('docs/validation.json', 'utf8'));
    await page.getByText(`accused something in ${published.accused} of them`).waitFor();
    await page.getByText('What studies say').first().waitFor();
    await expectReadable(page);
    expect(requests.filter((url) => !url.startsWith(app.url))).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('leaving them opens an own, empty diary', async () => {
    await tab.page.getByRole('button', { name: 'Start my own diary' }).click();
    await tab.page.getByRole('button', { name: 'Begin my diary' }).waitFor();
  });
});

test('a file is shown before it is taken in, and one undo takes it back', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await holdNotices(page);
  await goTo(page, 'settings', 'Settings');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles('examples/simulated-person.csv');
  await page.getByText(/[\d,]+ entries from/u).waitFor();
  await page.getByRole('button', { name: 'Take them in' }).click();
  await page.getByText(/entries taken in/u).waitFor();
  await goTo(page, 'timeline', 'Your days');
  await page.getByRole('searchbox').fill('pizza');
  await page
    .getByText(/\d+ entries/u)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Nothing found').waitFor();
  await context.close();
});

test('German is complete on the screen', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await goTo(page, 'settings', 'Settings');
  await page.getByText('Deutsch').click();
  await goTo(page, '', 'Was hattest du?');
  await page.getByText('Stärkster Juckreiz').waitFor();
  const language = () =>
    page.evaluate(
      () =>
        (globalThis as never as { document: { documentElement: { lang: string } } }).document
          .documentElement.lang,
    );
  await expect.poll(language, soon).toBe('de');
  await context.close();
});

test('an empty diary is told what will be knowable and when; Today shows nothing of the days before', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await goTo(page, 'discover', 'What moves your skin?');
  await page.getByText('28 more days with a skin score, and a first look makes sense.').waitFor();
  await page.getByText('No day has a skin score yet.').waitFor();
  await goTo(page, '', 'What did you have?');
  await turnTo(page, 'The day before');
  await step(page, 'Worst itch', '8').click();
  await page.getByText('Worst itch: 8').waitFor();
  await turnTo(page, 'The day after');
  const itch = page.getByRole('radiogroup', { name: 'Worst itch' });
  await itch.getByText('not written down').waitFor();
  expect(await page.locator('.today :is(figure, [role=img]:not([aria-hidden]))').count()).toBe(0);
  expect(await itch.locator('input:checked').count()).toBe(0);
  await goTo(page, 'discover', 'What moves your skin?');
  await page.getByText('27 more days with a skin score, and a first look makes sense.').waitFor();
  await context.close();
});

test('under 18 Discover names no food', async () => {
  const { page, context } = await app.open();
  await page.getByRole('button', { name: 'Begin my diary' }).click();
  await page.getByText('Acne').click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Under 18').click();
  await page.getByText('No, never').click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'None of these is true' }).click();
  await page.getByText('Foods are not shown here.').waitFor();
  await goTo(page, 'settings', 'Settings');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles('examples/simulated-person.csv');
  await page.getByRole('button', { name: 'Take them in' }).click();
  await page.getByText(/entries taken in/u).waitFor();
  await goTo(page, 'discover', /./u);
  await page.getByText('Foods are not part of this.').waitFor({ timeout: 90_000 });
  expect(await page.locator('main').textContent()).not.toMatch(/pizza|cola|ice cream/iu);
  await context.close();
});
