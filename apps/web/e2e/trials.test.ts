import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstRun, goTo, narrow, soon, type Tab, useApp } from './app.ts';
import { expectReadable, violations } from './checks.ts';

const app = useApp();

const dayMs = 86_400_000;
const patient = { timeout: 90_000 };
const begin = (page: Page) => page.getByRole('button', { name: 'Fix the plan and begin' });

/** The page's clock, so many days from now. Its workers ask the page what day it is. */
const inDays = async (page: Page, days: number): Promise<void> => {
  await page.clock.setFixedTime(Date.now() + days * dayMs);
  await page.reload();
};

const askedFoods = (requests: readonly string[]): boolean =>
  requests.some((address) => /\/foods-[^/]*\.json$/u.test(address));

const english = /\b(?:the|your|days|will|have)\b/u;

/** Everything that the room says but for what studies say. */
const ownWords = (page: Page): Promise<string> =>
  page.locator('main').evaluate((main) => {
    const copy = (main as unknown as { cloneNode(deep: true): Element }).cloneNode(true);
    for (const foreign of copy.querySelectorAll('[lang="en"]')) foreign.remove();
    return copy.textContent ?? '';
  });

/** What a click saves as a file. */
const saved = async (page: Page, button: string): Promise<string> => {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return text(await (await download).createReadStream());
};

describe('the example person', () => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await app.open({ begun: 'example' });
  });
  afterAll(() => tab.context.close());

  test('has lived through a test; its result changes what is believed', async () => {
    const { page, errors } = tab;
    await goTo(page, 'trials', 'Your test of peanuts');
    await page.getByText('This test is invented, like the person.').waitFor();
    await page
      .getByRole('img', { name: /^Calendar from .* 63 days with and 63 days without/ })
      .waitFor();
    expect(await page.getByText(/\d+ days kept/u).textContent()).toMatch(/^1[012]\d days kept/u);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tell the result' }).click();
    await page
      .getByRole('heading', { name: /^No difference larger than 0\.\d+ points\.$/ })
      .waitFor(patient);
    const said = await page.getByText(/The chance that peanuts moves/u).textContent();
    const [before, after] = [...said!.matchAll(/(\d+) in 100/gu)].map(([, n]) => Number(n));
    expect(after).toBeLessThan(before!);
    await page.getByRole('img', { name: /^Difference with against without: / }).waitFor();
    await expectReadable(page);
    expect(errors).toEqual([]);
  }, 180_000);

  test('a suspect becomes a plan, a day, days off, a stop and an honest answer', async () => {
    const { page, requests, errors } = tab;
    await goTo(page, 'discover', /./);
    await page.getByRole('link', { name: 'Test milk chocolate' }).click(patient);
    await begin(page).waitFor(patient);
    await page.getByRole('heading', { name: 'A fair test of milk chocolate' }).waitFor();
    await page.getByRole('img', { name: /^Days against the smallest difference/ }).waitFor();
    await page.getByRole('img', { name: /^found in \d+ of 100 tests$/ }).waitFor();
    const hash = await page.locator('.hash').textContent();
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    await page.getByRole('button', { name: 'A larger difference' }).click();
    await page.getByText('0.75 points').first().waitFor(patient);
    await expect.poll(() => page.locator('.hash').textContent(), patient).not.toBe(hash);
    expect(await violations(page)).toEqual([]);
    await begin(page).click();
    await page.getByRole('heading', { name: 'Your test of milk chocolate' }).waitFor();
    await goTo(page, '', 'What did you have?');
    await page.getByText(/^Your test begins on/u).waitFor();

    expect(askedFoods(requests)).toBe(true);
    const asked = requests.length;
    await inDays(page, 3);
    await page.getByText(/^Day 3 of \d+ · with/u).waitFor();
    expect(requests.slice(asked).some((address) => address.includes('trials.worker-'))).toBe(true);
    expect(askedFoods(requests.slice(asked))).toBe(false);
    const task = await page.locator('.task-words').textContent();
    expect([
      'Have one usual portion of milk chocolate today.',
      'Have no milk chocolate today.',
    ]).toContain(task);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Open the test' }).click();

    const end = page.getByText(/^It goes on until/u);
    const until = await end.textContent();
    await page.getByRole('button', { name: 'Take days off' }).click();
    await page.getByText('I am ill').click();
    await page.getByRole('button', { name: 'Take 3 days off' }).click();
    await page.getByText('A day off.').waitFor();
    await expect.poll(() => end.textContent(), soon).not.toBe(until);
    expect(await violations(page)).toEqual([]);

    await page.getByText('Take the test with you').first().click();
    expect(JSON.parse(await saved(page, 'The plan (JSON)'))).toMatchObject({
      exposure: 'food/milk chocolate',
      events: [{ kind: 'postponed', days: 3, reason: 'ill' }],
    });
    expect(await saved(page, 'Calendar (ICS)')).toMatch(
      /^BEGIN:VCALENDAR[\s\S]*With milk chocolate/u,
    );
    expect(JSON.parse(await saved(page, 'FHIR'))).toMatchObject({ resourceType: 'Bundle' });
    expect(JSON.parse(await saved(page, 'StudyU'))).toHaveProperty('interventions');

    await page.getByRole('button', { name: 'Stop the test' }).click();
    await page.getByRole('button', { name: 'Stop now' }).click();
    await page.getByText('The test was stopped.').waitFor();
    await page.getByRole('button', { name: 'Tell the result' }).click();
    await page
      .getByText('holds no score on the days')
      .or(page.getByText('We cannot tell whether milk chocolate moves'))
      .waitFor(patient);
    expect(errors).toEqual([]);
  }, 300_000);

  test('nobody runs two tests at once', async () => {
    const { page } = tab;
    await goTo(page, 'trials?test=food%2Fcola', 'Your test of milk chocolate');
    expect(await page.getByRole('button', { name: /Test cola/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Put it aside without a result' }).click();
    await page.getByRole('heading', { name: 'A fair test of cola' }).waitFor(patient);
  }, 120_000);
});

test('each opening asks the gates anew, without the food list', async () => {
  const { page, context, requests, errors } = await app.open({ begun: 'example' });
  const card = page.getByRole('region', { name: 'Today in your test' });
  const goesOn = card.getByText('The days are over. The result can be told.');
  await goesOn.waitFor(patient);
  await goTo(page, 'settings', 'Settings');
  const asked = requests.length;
  const eczema = page.locator('label', { hasText: /^Eczema/u }).first();
  const isTicked = (checked: boolean) =>
    page
      .getByRole('checkbox', { name: /^Eczema/u, checked })
      .first()
      .waitFor({ state: 'attached' });
  await eczema.click();
  await isTicked(true);
  await goTo(page, '', 'What did you have?');
  await card.getByText('This test may not go on').waitFor();
  await page.reload();
  await card.getByText('You have eczema. After a time without peanut').waitFor();
  await goTo(page, 'settings', 'Settings');
  await eczema.click();
  await isTicked(false);
  await goTo(page, '', 'What did you have?');
  await page.reload();
  await goesOn.waitFor();
  expect(askedFoods(requests.slice(asked))).toBe(false);
  expect(errors).toEqual([]);
  await context.close();
}, 120_000);

const imported = async (page: Page): Promise<void> => {
  await goTo(page, 'settings', 'Settings');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles('examples/simulated-person.csv');
  await page.getByRole('button', { name: 'Take them in' }).click();
  await page.getByText(/entries taken in/u).waitFor();
};

test('a food test waits for the questions of the gates, and stays shut with its reason', async () => {
  const { page, context, errors } = await app.open(narrow);
  await firstRun(page, 'Rosacea');
  await imported(page);
  await goTo(page, 'trials', 'What shall be tested?');
  await page.getByRole('searchbox').fill('cola');
  await page.getByRole('button', { name: /Test cola/ }).click();
  await page.getByRole('heading', { name: 'Some questions first' }).waitFor(patient);
  await expectReadable(page);
  const answer = (question: RegExp, words: string) =>
    page.getByRole('radiogroup', { name: question }).getByText(words, { exact: true }).click();
  await answer(/pregnant or breastfeeding/u, 'I breastfeed');
  await answer(/weight low/u, 'No');
  await answer(/allergic to a food/u, 'No');
  await answer(/insulin/u, 'No');
  const coeliac = page.getByRole('radiogroup', { name: /coeliac/u });
  if ((await coeliac.count()) > 0) await answer(/coeliac/u, 'Yes, it found none');
  await page.getByRole('button', { name: 'Use these answers' }).click();
  await page.getByRole('heading', { name: 'No test of cola on your own' }).waitFor(patient);
  await page.getByText('In pregnancy and while breastfeeding').waitFor();
  await page.getByText('Or wait until that time is over.').waitFor();
  expect(await begin(page).count()).toBe(0);
  await expectReadable(page);
  expect(errors).toEqual([]);
  await context.close();
}, 180_000);

test('where foods are hidden none is offered', async () => {
  const { page, context } = await app.open();
  await page.getByRole('button', { name: 'Begin my diary' }).click();
  await page.getByText('Acne').click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Under 18').click();
  await page.getByText('No, never').click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'None of these is true' }).click();
  await page.getByText('Foods are not shown here.').waitFor();
  await imported(page);
  await goTo(page, 'trials', 'What shall be tested?');
  await page.getByText('Foods are not part of this.').waitFor(patient);
  expect(await page.getByRole('button', { name: /pizza|cola|ice cream/iu }).count()).toBe(0);
  await goTo(page, 'trials?test=food%2Fcola', 'No test of');
  await page.getByText('You are under 18.').waitFor();
  expect(await begin(page).count()).toBe(0);
  await context.close();
}, 120_000);

test('a plan in German and in the dark has no English sentence and passes axe-core at 320 pixels', async () => {
  const { page, context } = await app.open({
    scheme: 'dark',
    width: 320,
    height: 640,
    begun: 'example',
  });
  await goTo(page, 'settings', 'Settings');
  await page.getByText('Deutsch').click();
  await goTo(page, 'trials', 'Dein Versuch mit peanuts');
  await page.getByRole('button', { name: 'Ergebnis sagen' }).click();
  await page.getByRole('heading', { name: /Kein größerer Unterschied als/u }).waitFor(patient);
  expect(await violations(page)).toEqual([]);
  await goTo(page, 'discover', /./u);
  await page.getByRole('heading', { name: /milk chocolate.* bewegt deine Haut/u }).waitFor(patient);
  await page.getByText('Das ist ein Muster in deinen eigenen Tagen, kein Beweis.').waitFor(patient);
  expect(await ownWords(page)).not.toMatch(english);
  expect(await page.locator('main [lang="en"]:not(.beside *)').allTextContents()).toEqual([]);
  await goTo(page, 'trials?test=food%2Fmilk+chocolate', 'Ein fairer Versuch mit milk chocolate');
  await page.getByRole('button', { name: 'Plan festlegen und beginnen' }).waitFor(patient);
  for (const summary of await page.locator('main summary').all()) await summary.click();
  const words = await ownWords(page);
  expect(words).toMatch(/In jedem Abschnitt|Abschnitte zu/u);
  expect(words).not.toMatch(english);
  expect(await page.locator('main [lang="en"]').allTextContents()).toEqual([]);
  await expectReadable(page);
  await context.close();
}, 240_000);
