import { chunksOf, importers, readDiary, tidyImporter } from '@zonula/diary';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { button, goTo, isTold, soon, step, type Tab, useApp } from './app.ts';
import { expectReadableInThreeWidths, violations } from './checks.ts';
import { giveFile, savedBy } from './downloads.ts';

const app = useApp();
/** An example person, looked at by most tests one after the other. */
let example: Tab;
beforeAll(async () => {
  example = await app.open({ begun: 'example' });
}, 120_000);
afterAll(async () => {
  await example?.context.close();
});

const toPlan = async (page: Page): Promise<void> => {
  await goTo(page, 'plan', 'Your plan');
  await page.getByRole('list', { name: 'The five pillars' }).waitFor({ timeout: 90_000 });
};

const readTidy = (csv: string) =>
  readDiary(chunksOf(csv), {
    file: 'report.csv',
    today: '2100-01-01',
    format: 'auto',
    importers: [tidyImporter, ...importers],
  });

const box = (page: Page, name: string | RegExp) => page.getByRole('checkbox', { name });
/** The box itself lies under its words. */
const mark = (page: Page, name: string) =>
  page.locator('label.choice', { hasText: name }).first().click();

describe('the plan', () => {
  test('of an example person: few things, each with its grade; what is ticked stays, and undo takes it back', async () => {
    const { page, errors, requests } = example;
    await toPlan(page);
    expect(await page.locator('.pillars li').count()).toBe(5);
    const actions = page.getByRole('article');
    const count = await actions.count();
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(3);
    const first = actions.first();
    await first.locator('summary').click();
    await first.getByText('about people in general and not about you').waitFor();
    expect(await first.locator('.grounds li').count()).toBeGreaterThan(0);
    expect(await page.getByText('./zonula').count()).toBe(0);

    await first.getByText('I do this').click();
    await first.getByText(/You do this since/u).waitFor();
    await first.locator('.tick').first().click();
    await expect.poll(() => first.getByRole('checkbox').nth(1).isChecked(), soon).toBe(true);
    await page.reload();
    await page.getByRole('list', { name: 'The five pillars' }).waitFor({ timeout: 90_000 });
    await first.getByText(/Day 1 of \d+/u).waitFor();
    await expect.poll(() => first.getByRole('checkbox').nth(1).isChecked(), soon).toBe(true);
    await first.getByText('I do this').click();
    await first.getByText(/You do this since/u).waitFor({ state: 'detached' });
    await isTold(page, 'Out of your plan: ');
    await button(page, 'Undo').click();
    await first.getByText(/You do this since/u).waitFor();

    const calendar = await savedBy(page, () => button(page, 'Save for my calendar').click());
    expect(calendar.name).toMatch(/\.ics$/u);
    expect(calendar.text.match(/BEGIN:VEVENT/gu)).toHaveLength(2 * count);
    const carePlan = JSON.parse(
      (await savedBy(page, () => button(page, 'Save as FHIR').click())).text,
    );
    expect(carePlan.resourceType).toBe('CarePlan');
    expect(carePlan.activity).toHaveLength(count);
    expect(requests.filter((url) => !url.startsWith(app.url) && !url.startsWith('blob:'))).toEqual(
      [],
    );
    expect(errors).toEqual([]);
  });

  test('a question for the doctor waits in the plan and goes on the page', async () => {
    const { page } = example;
    await toPlan(page);
    const asked = 'Could hot drinks matter more than coffee?';
    await page.getByRole('textbox', { name: 'Your question' }).fill(asked);
    await button(page, 'Keep it').click();
    await page.locator('.kept-questions', { hasText: asked }).waitFor();
    await goTo(page, 'report', 'For your doctor');
    await mark(page, 'Your questions');
    await page.locator('.paper').getByText(asked).waitFor();
  });

  test('a warning sign comes before everything else', async () => {
    const { page, context } = await app.open();
    await button(page, 'Begin my diary').click();
    await page.getByText('Eczema').click();
    await button(page, 'Next').click();
    await page.getByText('18 to 59').click();
    await page.getByText('No, never').click();
    await button(page, 'Next').click();
    await page.getByText('Is almost all of your skin red?').click();
    await button(page, /This is true/u).click();
    await button(page, 'Open today').click();
    await toPlan(page);
    await page.locator('.first-things').getByText('Ask for a skin specialist today.').waitFor();
    const actions = page.getByRole('article');
    expect(await actions.count()).toBe(1);
    await actions.getByRole('heading', { name: 'See someone first' }).waitFor();
    expect(await page.getByText('If you want to try more').count()).toBe(0);
    await context.close();
  });

  test('under 18 neither plan nor page names a food', async () => {
    const { page, context } = await app.open();
    await button(page, 'Begin my diary').click();
    await page.getByText('Acne').click();
    await button(page, 'Next').click();
    await page.getByText('Under 18').click();
    await page.getByText('No, never').click();
    await button(page, 'Next').click();
    await button(page, 'None of these is true').click();
    await page.getByText('Foods are not shown here').waitFor();
    await goTo(page, 'settings', 'Settings');
    await giveFile(
      page,
      () => button(page, 'Choose a file').click(),
      'examples/simulated-person.csv',
    );
    await button(page, 'Take them in').click();
    await page.getByText(/entries taken in/u).waitFor();
    await toPlan(page);
    await page.getByText('Foods, energy and weight are not part of this plan.').waitFor();
    for (const hidden of ['In no plan of ours', 'What is in your food', 'If you want to try more'])
      expect(await page.getByText(hidden).count(), hidden).toBe(0);
    const said = (await page.locator('#content').textContent()) ?? '';
    expect(said).not.toMatch(/pizza|latte|dairy|gluten|sugar/iu);

    await goTo(page, 'report', 'For your doctor');
    await page.getByText('Foods and notes cannot be shared here').waitFor();
    expect(await box(page, 'What you ate').count()).toBe(0);
    expect(await box(page, /Your notes/u).count()).toBe(0);
    await page.getByText('other days').click();
    await page.getByLabel('From').fill('2000-01-01');
    await mark(page, 'Scores');
    await mark(page, 'Skin care, habits, weather');
    await page.locator('.paper').getByRole('heading', { name: 'Scores' }).waitFor();
    const table = await savedBy(page, () => button(page, 'Table (CSV)').click());
    const { observations } = await readTidy(table.text);
    expect(observations.length).toBeGreaterThan(100);
    expect(
      observations.filter(({ category, note }) => category === 'food' || note !== undefined),
    ).toEqual([]);
    await context.close();
  });
});

describe('the page for a doctor', () => {
  test('holds what was chosen and nothing else, on the screen and in every file', async () => {
    const { page, errors, requests } = example;
    await goTo(page, 'plan', 'Your plan');
    await goTo(page, 'report', 'For your doctor');
    await page.getByText('Choose something, and the page appears here.').waitFor();
    expect(await button(page, 'Print or save as PDF').count()).toBe(0);
    await mark(page, 'Scores');
    const paper = page.locator('.paper');
    await paper.getByRole('heading', { name: 'Scores' }).waitFor();
    expect(await paper.getByText('rosacea').count()).toBe(0);
    expect(await paper.getByRole('heading', { name: 'Medicines' }).count()).toBe(0);

    const html = await savedBy(page, () => button(page, 'Web page').click());
    expect(html.text).toMatch(/^<!doctype html>/u);
    expect(html.text).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/u);
    expect(html.text).not.toContain('rosacea');

    const bundle = JSON.parse(
      (await savedBy(page, () => button(page, 'FHIR for their system').click())).text,
    );
    expect([bundle.resourceType, bundle.type]).toEqual(['Bundle', 'document']);
    const [composition, ...others] = bundle.entry.map(
      ({ resource }: { readonly resource: { readonly resourceType: string } }) => resource,
    );
    expect(composition.resourceType).toBe('Composition');
    expect(composition.section.map(({ title }: { readonly title: string }) => title)).toEqual([
      'Scores',
      'Where this comes from',
    ]);
    expect(
      others.filter(({ resourceType }: { resourceType: string }) => resourceType === 'Condition'),
    ).toEqual([]);
    const known = new Set(bundle.entry.map(({ fullUrl }: { fullUrl: string }) => fullUrl));
    for (const [, reference] of JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/gu))
      expect(known.has(reference), reference).toBe(true);

    const table = await savedBy(page, () => button(page, 'Table (CSV)').click());
    const { observations } = await readTidy(table.text);
    expect(observations.length).toBeGreaterThan(100);
    expect([...new Set(observations.map(({ category }) => category))]).not.toContain('food');
    expect(observations.some(({ note }) => note !== undefined)).toBe(false);

    await box(page, 'Bloating').waitFor();
    await mark(page, 'Bloating');
    await paper.getByText('bloating').waitFor({ state: 'detached' });
    const less = await readTidy(
      (await savedBy(page, () => button(page, 'Table (CSV)').click())).text,
    );
    expect(less.observations.some(({ name }) => name === 'bloating')).toBe(false);
    await button(page, 'Clear').click();
    await paper.waitFor({ state: 'detached' });
    expect(requests.filter((url) => !url.startsWith(app.url) && !url.startsWith('blob:'))).toEqual(
      [],
    );
    expect(errors).toEqual([]);
  });

  test('with suspects and foods: the model runs here, can be stopped, and it prints on A4', async () => {
    const { page } = example;
    await goTo(page, 'report', 'For your doctor');
    await button(page, 'What a visit usually needs').click();
    const paper = page.locator('.paper');
    await paper.getByText('I have: rosacea').waitFor();
    await mark(page, 'What may move your skin');
    await button(page, 'Cancel').click();
    await page.getByText('Stopped.').waitFor();
    await button(page, 'Show the page').click();
    await paper.getByRole('heading', { name: 'What may move it' }).waitFor({ timeout: 90_000 });
    const said = () => paper.locator('.body').textContent();
    const ofFewWeeks = await said();
    // The days of the plan: what was found in them is here already.
    await page.getByRole('radiogroup').getByText('last year').click();
    await expect.poll(said, soon).not.toBe(ofFewWeeks);
    await paper.getByText('milk chocolate').waitFor();
    const onePage = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(onePage.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
    await page.getByRole('radiogroup').getByText('last 4 weeks').click();
    await mark(page, 'What you ate');
    await paper.getByRole('heading', { name: 'What I ate, as I wrote it down' }).waitFor({
      timeout: 90_000,
    });
    const more = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(more.match(/\/Type\s*\/Page\b/gu)!.length).toBeGreaterThan(1);
    const table = await savedBy(page, () => button(page, 'Table (CSV)').click());
    const { observations } = await readTidy(table.text);
    expect(observations.some(({ category }) => category === 'food')).toBe(true);

    await page.evaluate(() => {
      (globalThis as unknown as { location: { hash: string } }).location.hash = '#/settings';
    });
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await giveFile(page, () => button(page, 'Choose a file').click(), {
      name: table.name,
      bytes: table.bytes,
    });
    await page.getByText(/are in your diary already/u).waitFor();
  });

  test('pass axe-core and fit, in both themes and in three widths', async () => {
    const { page } = example;
    await toPlan(page);
    for (const summary of await page.locator('.plan > details > summary').all())
      await summary.click();
    await expectReadableInThreeWidths(page, 'plan');
    await goTo(page, 'report', 'For your doctor');
    await button(page, 'What a visit usually needs').click();
    await mark(page, 'What you ate');
    await page.locator('.paper').getByText('I have: rosacea').waitFor();
    await page.locator('.paper').getByRole('heading', { name: 'What I ate' }).waitFor();
    await expectReadableInThreeWidths(page, 'report');
  });

  test('speaks German, like the plan', async () => {
    const { page } = example;
    await goTo(page, 'settings', 'Settings');
    await page.getByText('Deutsch').click();
    await goTo(page, 'plan', 'Dein Plan');
    await page.getByRole('list', { name: 'Die fünf Säulen' }).waitFor({ timeout: 90_000 });
    const said = (await page.locator('#content').textContent()) ?? '';
    const ownTitle = /\(Dietary Reference Intakes for .*?Tables\)/u;
    expect(said.replace(ownTitle, '')).not.toMatch(/\b(?:your|the|with|and|days|write|what)\b/iu);
    await goTo(page, 'report', 'Für deine Ärztin oder deinen Arzt');
    await button(page, 'Was ein Besuch meist braucht').click();
    await mark(page, 'Dein Plan');
    const paper = page.locator('.paper');
    await paper.getByText('Ich habe: Rosazea').waitFor({ timeout: 90_000 });
    await paper.getByRole('heading', { name: 'Eigener Plan' }).waitFor({ timeout: 90_000 });
    expect(await paper.locator('.body').textContent()).not.toMatch(
      /\b(?:my|the|with|and|days|better|worse)\b/u,
    );
  });
});

test('an own score is on the page the day it is written', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await step(page, 'Worst itch', '4').click();
  await page.getByText('Worst itch: 4').waitFor();
  await goTo(page, 'report', 'For your doctor');
  await mark(page, 'Scores');
  await page.locator('.paper').getByText('too few days').first().waitFor();
  await context.close();
});

test('photos go on the page one by one, and only when they were chosen', async () => {
  const { page, context, errors } = await app.open({ begun: 'own' });
  const pixels = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } });
  await button(page, /^Photo/u).click();
  await giveFile(page, () => button(page, 'Add a photo').click(), {
    name: 'arm.png',
    bytes: pixels,
  });
  await page.locator('img.photo').first().waitFor();
  await goTo(page, 'report', 'For your doctor');
  await mark(page, 'Your conditions');
  const paper = page.locator('.paper');
  await paper.getByText('I have: eczema').waitFor();
  expect(await paper.locator('img').count()).toBe(0);
  await page.locator('label.choice', { hasText: 'One photo in these days' }).click();
  await paper.locator('img').waitFor();
  await expect
    .poll(
      () =>
        paper
          .locator('img')
          .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
      soon,
    )
    .toBe(40);
  expect(await violations(page)).toEqual([]);
  const html = await savedBy(page, () => button(page, 'Web page').click());
  expect(html.text).toMatch(/src="data:image\/(?:png|jpeg|webp);base64,/u);
  expect(html.text).toContain('img-src data:');
  await page.locator('label.photo').click();
  await paper.locator('img').waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
  await context.close();
});
