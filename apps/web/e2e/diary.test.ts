import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, narrow, soon, step, turnTo, useApp } from './app.ts';
import { expectReadable, expectReadableInBothThemes, violationsInBothThemes } from './checks.ts';
import { sharing } from './sharing.ts';

const app = useApp();

const eat = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'What did you have?' }).fill(words);
  await page.getByRole('button', { name: new RegExp(`Change ${words}`) }).waitFor();
  await page.getByRole('button', { name: 'Write it down' }).click();
  await page.getByText(`Written down: ${words}`).waitFor();
};

const open = async (page: Page, group: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^${group}`) }).click();
};

/** The diary as the person takes it with them. */
const saved = async (page: Page): Promise<string> => {
  await goTo(page, 'settings', 'Settings');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a table (CSV)' }).click(),
  ]);
  const pieces: Buffer[] = [];
  for await (const piece of await file.createReadStream()) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
};

test('what is taken, put on and noted stands in the diary as the format has it', async () => {
  const { page, context, errors } = await app.open({ begun: 'own' });
  await open(page, 'Supplements');
  await page.getByRole('textbox', { name: 'What did you take?' }).fill('zinc 15 mg');
  await page.keyboard.press('Enter');
  await page.getByText('zinc: written down').waitFor();
  await open(page, 'Medicines');
  await page.getByText('Zonula gives no advice on medicines').waitFor();
  await page.getByRole('textbox', { name: 'What did you take?' }).fill('2 tablets ibuprofen');
  await page.keyboard.press('Enter');
  await page.getByText('ibuprofen: written down').waitFor();
  await open(page, 'Skin care');
  await page.getByRole('textbox', { name: 'What did you put on' }).fill('moisturiser');
  await page.keyboard.press('Enter');
  await page.getByText('moisturiser: written down').waitFor();
  await open(page, 'Cycle');
  await step(page, 'Bleeding', 'medium').click();
  await page.getByText('Bleeding: medium').waitFor();
  await open(page, 'Note');
  await page.getByRole('textbox', { name: 'In your own words' }).fill('long walk, cold wind');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await page.getByText('Note kept').waitFor();
  const table = await saved(page);
  for (const row of [
    /,supplement,zinc,15,[^,]*,mg/u,
    /,medication,ibuprofen,2,[^,]*,tablets/u,
    /,skincare,moisturiser,1,/u,
    /,cycle,bleeding,2,/u,
    /,note,note,,[^\n]*"long walk, cold wind"/u,
  ])
    expect(table).toMatch(row);
  expect(table).toContain('#scale cycle/bleeding 0 3');
  expect(errors).toEqual([]);
  await context.close();
});

test('the day after takes 5 taps: the same breakfast, three scores and sleep', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await turnTo(page, 'The day before');
  const { hour, minute } = await page.evaluate(() => {
    const now = new Date();
    return { hour: now.getHours(), minute: now.getMinutes() };
  });
  const half = `${`${hour}`.padStart(2, '0')}:${minute < 30 ? '00' : '30'}`;
  for (const food of ['latte', 'porridge']) {
    await page.getByLabel('When?').selectOption(half);
    await eat(page, food);
  }
  await turnTo(page, 'The day after');
  const began = Date.now();
  await page.getByRole('button', { name: /^Same as yesterday: / }).click();
  await step(page, 'Worst itch', '3').click();
  await step(page, 'Redness or colour change', 'a little').click();
  await step(page, 'Bloating', '1').click();
  await step(page, 'Hours of sleep', '7').click();
  await page.getByText('Hours of sleep: 7').waitFor();
  expect(Date.now() - began).toBeLessThan(30_000 * sharing());
  await page.getByRole('button', { name: /Change latte .*dairy/ }).waitFor();
  await page.getByRole('button', { name: /Change porridge/ }).waitFor();
  await context.close();
});

test('map, groups and warning signs speak German', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await goTo(page, 'settings', 'Settings');
  await page.getByText('Deutsch').click();
  await goTo(page, '', 'Was hattest du?');
  await page.getByRole('button', { name: 'Auf dem Körper zeigen, wo' }).click();
  await page.getByRole('button', { name: 'Brust: nicht aufgeschrieben' }).click();
  await page.getByText('Rötung oder Farbänderung, Brust: etwas').waitFor();
  await page.getByRole('button', { name: 'Notiz', exact: true }).click();
  await page.getByRole('textbox', { name: 'Mit deinen Worten' }).fill('Blut im Stuhl');
  await page.getByRole('button', { name: 'Notiz behalten' }).click();
  await page.getByRole('alert').getByText('Blut').first().waitFor();
  await goTo(page, 'timeline', 'Deine Tage');
  await page.getByRole('searchbox').fill('brust');
  await page.getByRole('button', { name: 'Rötung oder Farbänderung, Brust etwas' }).waitFor();
  await context.close();
});

test('what is usual takes one tap, and "none of the rest" is not the same as silence', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await turnTo(page, 'The day before');
  await open(page, 'Supplements');
  for (const name of ['zinc 15 mg', 'fish oil']) {
    await page.getByRole('textbox', { name: 'What did you take?' }).fill(name);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name, exact: true }).waitFor();
  }
  await turnTo(page, 'The day after');
  await open(page, 'Supplements');
  await page.getByRole('button', { name: 'zinc 15 mg', pressed: false }).click();
  await page.getByRole('button', { name: 'zinc 15 mg', pressed: true }).waitFor();
  await page.getByRole('button', { name: 'None of the rest' }).click();
  await page.getByRole('button', { name: 'fish oil: not taken', pressed: true }).waitFor();
  await page.getByRole('button', { name: 'fish oil: not taken' }).click();
  await page.getByRole('button', { name: 'fish oil', exact: true, pressed: false }).waitFor();
  await context.close();
});

test('a meal becomes a favourite, and comes again with one tap, as does a meal of another day', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await turnTo(page, 'The day before');
  await turnTo(page, 'The day before');
  await page.getByLabel('When?').selectOption('07:30');
  await eat(page, 'porridge');
  await page.getByLabel('When?').selectOption('07:30');
  await eat(page, 'latte');
  await page.getByText('07:30').nth(1).waitFor();
  await page.getByRole('button', { name: 'Keep as a favourite' }).click();
  await page.getByRole('textbox', { name: 'Its name' }).fill('Usual breakfast');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('Favourite: Usual breakfast').waitFor();
  await turnTo(page, 'The day after');
  await page.getByRole('button', { name: 'Write down Usual breakfast' }).click();
  await page.getByRole('button', { name: /Change porridge/ }).waitFor();
  await page.getByRole('button', { name: /Change latte .*dairy/ }).waitFor();
  await turnTo(page, 'The day after');
  await page.getByRole('button', { name: 'Same as another day …' }).click();
  await page.getByRole('button', { name: '07:30: porridge, latte' }).click();
  await page.getByText('Written down: porridge, latte').waitFor();
  await page.getByRole('button', { name: /Change porridge/ }).waitFor();
  await context.close();
});

test('a meal has the time that was said; one of another day has none unless it is said', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await turnTo(page, 'The day before');
  await eat(page, 'soup');
  await page.getByLabel('When?').selectOption('19:30');
  await eat(page, 'bread');
  await page.getByRole('button', { name: /Change soup/ }).click();
  await page.getByRole('dialog').getByLabel('When?').fill('12:15');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('12:15').waitFor();
  const table = await saved(page);
  expect(table).toMatch(/,food,soup,1,12:15/u);
  expect(table).toMatch(/,food,bread,1,19:30/u);
  await context.close();
});

test('"I ate nothing" is written down, is not the same as silence, and ends with the first food', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  const nothing = page.getByRole('button', { name: /^I ate nothing/ });
  expect(await nothing.getAttribute('aria-pressed')).toBe('false');
  await nothing.click();
  await page.getByRole('button', { name: /^I ate nothing/, pressed: true }).waitFor();
  expect(await saved(page)).toMatch(/,day,complete,1/u);
  await goTo(page, '', 'What did you have?');
  await eat(page, 'apple');
  await page.getByRole('button', { name: /^That was all for the day/, pressed: false }).waitFor();
  expect(await saved(page)).not.toContain(',day,complete');
  await context.close();
});

test('what is asked is chosen, and the rest is out of the way', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await page.getByRole('button', { name: 'Choose what is asked' }).click();
  for (const [name, checked] of [
    ['Redness or colour change', false],
    ['How much it bothers you', true],
    ['Bloating', false],
  ] as const) {
    await page.getByRole('dialog').getByText(name).click();
    await page
      .getByRole('dialog')
      .getByRole('checkbox', { name, checked })
      .waitFor({ state: 'attached' });
  }
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('radiogroup', { name: 'How much it bothers you' }).waitFor();
  await page.getByRole('radiogroup', { name: 'Bloating' }).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('radiogroup', { name: 'How much it bothers you' }).waitFor();
  expect(await page.getByRole('radiogroup', { name: 'Redness' }).count()).toBe(0);
  expect(await page.getByRole('radiogroup', { name: 'Bloating' }).count()).toBe(0);
  await page.getByRole('button', { name: 'More to write down' }).nth(1).click();
  await step(page, 'Bloating', '3').click();
  await page.getByText('Bloating: 3').waitFor();
  await page.getByRole('button', { name: 'Choose what is asked' }).click();
  await page.getByRole('button', { name: 'As suggested for my skin' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('radiogroup', { name: 'Redness or colour change' }).waitFor();
  await context.close();
});

test('the first run says what will be asked, as little as possible; Settings change it', async () => {
  const { page, context, errors } = await app.open(narrow);
  await page.getByRole('button', { name: 'Begin my diary' }).click();
  const asked = page.getByRole('region', { name: 'What is asked each day' });
  await page.getByText('Eczema').click();
  await expect
    .poll(() => asked.getByRole('listitem').allTextContents(), soon)
    .toEqual(['Worst itch', 'Redness or colour change', 'Bloating', 'Hours of sleep', 'Stress']);
  await asked.getByRole('button', { name: 'Ask for other things' }).click();
  await asked.locator('label').filter({ hasText: 'Stress' }).click();
  await asked.locator('label').filter({ hasText: 'Dryness' }).click();
  await asked.getByText('5 taps a day').waitFor();
  await expectReadable(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('18 to 59').click();
  await page.getByText('No, never').click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'None of these is true' }).click();
  await page.getByRole('radiogroup', { name: 'Dryness' }).waitFor();
  expect(await page.getByRole('radiogroup', { name: 'Stress' }).count()).toBe(0);
  await goTo(page, 'settings', 'Settings');
  await page.getByRole('button', { name: 'Choose what is asked' }).click();
  await page.getByRole('button', { name: 'As suggested for my skin' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.locator('.asked').getByText('Stress').waitFor();
  await goTo(page, '', 'What did you have?');
  await page.getByRole('radiogroup', { name: 'Stress' }).waitFor();
  expect(await page.getByRole('radiogroup', { name: 'Dryness' }).count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});

test('whoever kept a diary elsewhere comes from the first questions to their file', async () => {
  const { page, context } = await app.open();
  await page.getByRole('button', { name: 'I kept a diary in another app' }).click();
  await page.getByRole('button', { name: 'Something else' }).click();
  await page.getByRole('button', { name: 'Rather not' }).click();
  await page.getByRole('button', { name: 'None of these is true' }).click();
  const choose = page.getByRole('button', { name: 'Choose a file' });
  await choose.waitFor();
  await expect.poll(async () => (await choose.boundingBox())?.y, soon).toBeLessThan(844);
  await context.close();
});

test('an entry that may be a warning sign is asked about at once, and what to do is said', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await page.getByRole('button', { name: 'More to write down' }).nth(1).click();
  await step(page, 'Blood in the stool', 'yes').click();
  const alarm = page.getByRole('alert');
  await alarm.getByText('Bleeding from your bottom').waitFor();
  await alarm.getByText('Bleeding from your bottom').click();
  await alarm.getByRole('button', { name: 'This is true, not the rest' }).click();
  await alarm.getByText('Tests come before any experiment with your gut').waitFor();
  await alarm.getByRole('button', { name: 'Done' }).click();
  await open(page, 'Note');
  await page
    .getByRole('textbox', { name: 'In your own words' })
    .fill('my lips were swollen after lunch');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await alarm.getByText('If this is happening now: Call 999').first().waitFor();
  await alarm.getByRole('button', { name: 'None of these is true' }).click();
  await alarm.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { name: 'What did you have?' }).waitFor();
  await page.waitForTimeout(2500);
  expect(await alarm.count()).toBe(0);
  await context.close();
});

test('under 18, notes are kept but not shown again, and supplements are not asked for', async () => {
  const { page, context } = await app.open();
  await page.getByRole('button', { name: 'Begin my diary' }).click();
  await page.getByRole('button', { name: 'Something else' }).click();
  await page.getByText('Under 18').click();
  await page.getByRole('button', { name: 'Rather not' }).click();
  await page.getByRole('button', { name: 'Ask me later' }).click();
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  expect(await page.getByRole('button', { name: 'Supplements' }).count()).toBe(0);
  await page.getByRole('textbox', { name: 'In your own words' }).fill('pizza night');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await page.getByText('A note is kept for this day.').waitFor();
  expect(await page.getByText('pizza night').count()).toBe(0);
  await context.close();
});

app.testOnSmallPhone(
  'everything unfolded passes axe-core and fits 320 pixels, in both themes',
  async (page) => {
    await eat(page, 'latte');
    for (let open = 0; open < 3; open++)
      await page.getByRole('button', { name: 'More to write down' }).first().click();
    await step(page, 'Stool', 'smooth').click();
    await open(page, 'Medicines');
    await page.getByRole('textbox', { name: 'What did you take?' }).fill('ibuprofen 400 mg');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'ibuprofen 400 mg' }).waitFor();
    await expectReadableInBothThemes(page, 'today');
    await page.getByRole('button', { name: 'Keep as a favourite' }).click();
    await page.getByRole('textbox', { name: 'Its name' }).waitFor();
    expect(await violationsInBothThemes(page), 'favourite').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Choose what is asked' }).click();
    await page.getByRole('dialog').getByText('Bloating').waitFor();
    expect(await violationsInBothThemes(page), 'choose').toEqual([]);
  },
  { begun: 'own' },
);
