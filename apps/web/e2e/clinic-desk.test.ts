import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { button, narrow, soon, useApp } from './app.ts';
import { expectReadable, expectReadableInBothThemes } from './checks.ts';
import { type Booked, useClinicDesk } from './desk-host.ts';

const app = useApp();
const desk = useClinicDesk(app);
const { open, api, book, mailTo, caller } = desk;

const showDay = async (page: Page, day: string): Promise<void> => {
  await page.getByLabel('Date').fill(day);
};

const openEntry = async (page: Page, { day, time }: Booked, name: string): Promise<void> => {
  await showDay(page, day);
  await button(page, `Open ${time}, ${name}`).click();
  await page.getByRole('link', { name: `${name.toLowerCase()}@example.org` }).waitFor();
};

const dayWords = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
/** The free times of one day among those that are shown. */
const timesOf = (page: Page, day: string) =>
  page.locator(`.button.time[aria-label^="${dayWords.format(Date.parse(day))}"]`);

/** Says something about the clinic; the page goes to the book by itself once that is kept. */
const sayAbout = async (page: Page, about: string): Promise<void> => {
  await page.getByRole('link', { name: 'The clinic' }).click();
  await page.getByLabel('About the clinic').fill(about);
  await button(page, 'Save').click();
  await page.waitForURL(({ hash }) => hash === '#/desk');
  expect((await api('clinic')).body.about).toBe(about);
};

describe('the book', () => {
  test('shows who comes, and moves and cancels with a mail to the client', async () => {
    const booked = await book('Nora', 2);
    const { page, errors, context, requests } = await open();
    await openEntry(page, booked, 'Nora');
    await page.getByText('Deposit of £20 not received').waitFor();

    await button(page, 'Deposit').click();
    // The button went; the focus stays where it was.
    await expect.poll(() => page.locator('.keeps-focus:focus').count(), soon).toBe(1);
    await page.getByLabel('Received so far (GBP)').fill('30');
    await button(page, 'Note it').click();
    await page.getByText('At most £20.').waitFor();
    await page.getByLabel('Received so far (GBP)').fill('20');
    await button(page, 'Note it').click();
    await page.getByText('The deposit is noted.').waitFor();
    await page.getByText('Deposit: £20 of £20 received').waitFor();

    await button(page, 'Move').click();
    await timesOf(page, booked.day).nth(3).click();
    await page.getByText(/^Moved to .* The client gets a mail/u).waitFor();
    await mailTo('nora@example.org', /has moved to another time/u);
    // The client's old links open nothing any more.
    const old = await api(`appointments/${booked.id}`, {
      headers: { authorization: `Bearer ${booked.links.move}` },
    });
    expect(old.body.code).toBe('link-used');

    await page.getByRole('radiogroup', { name: 'How much' }).getByText('Week').click();
    await button(page, /^Open .*, Nora$/u)
      .or(button(page, /^Close .*, Nora$/u))
      .waitFor();
    const opened = button(page, /^Open .*, Nora$/u);
    if ((await opened.count()) > 0) await opened.click();
    await button(page, 'Cancel').click();
    await page.getByText('Nothing of the deposit is kept.').waitFor();
    await button(page, 'Cancel the appointment').click();
    await page.getByText('Cancelled. The client gets a mail').waitFor();
    await mailTo('nora@example.org', /is cancelled/u);
    await page.getByText('Cancelled', { exact: true }).waitFor();
    expect(await button(page, 'Move').count()).toBe(0);
    expect(requests.filter((url) => !url.startsWith(desk.url()))).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('whoever is moved stays with whom they have chosen, unless somebody else is', async () => {
    const booked = await book('Tess', 10, { treatment: 'food-visit', practitioner: 'ben' });
    const { page, context } = await open();
    await openEntry(page, booked, 'Tess');
    await button(page, 'Move').click();
    await page.locator('.button.time').first().waitFor();
    expect(await page.getByRole('radio', { name: 'Ben Example' }).isChecked()).toBe(true);
    await timesOf(page, booked.day).last().click();
    await page.getByText(/^Moved to/u).waitFor();
    await page.getByText(/^Ben Example · /u).waitFor();
    await context.close();
  });

  test('of two at the desk who change one appointment, the second is told and shown how it is', async () => {
    const booked = await book('Olga', 3);
    const [first, second] = await Promise.all([open(), open('', { who: 1 })]);
    for (const { page } of [first, second]) await openEntry(page, booked, 'Olga');
    await button(second.page, 'Cancel').click();
    await button(first.page, 'Move').click();
    await first.page.locator('.button.time').nth(2).click();
    await first.page.getByText(/^Moved to/u).waitFor();
    await button(second.page, 'Cancel the appointment').click();
    await second.page
      .getByRole('alert')
      .getByText('Somebody else changed this meanwhile.')
      .waitFor();
    // Nothing was cancelled; it stands at another time now.
    await expect
      .poll(() => button(second.page, `Close ${booked.time}, Olga`).count(), soon)
      .toBe(0);
    await first.context.close();
    await second.context.close();
  });
});

describe('what is offered', () => {
  test('is added, changed and withdrawn; an appointment that was made stays, and the log says who did it', async () => {
    const { page, errors, context } = await open('/treatments');
    await page.getByRole('link', { name: 'Add an offer' }).click();
    await button(page, 'Save').click();
    await page.getByText('Please fill this in.').waitFor();
    await expect
      .poll(() => page.getByLabel('Name').evaluate((field) => field.matches(':focus')), soon)
      .toBe(true);
    await page.getByLabel('Name').fill('Light');
    await page.getByLabel('Price (GBP)').fill('45.50');
    await page.getByText('Dr Ana Example').click();
    await page.getByText('Room 2').click();
    await button(page, 'Add a question').click();
    await page.getByLabel('Question 1').fill('Do you have a fever?');
    await page.getByLabel('What somebody is told who says yes').fill('Please call us first.');
    await button(page, 'Save').click();
    await page.getByText('Saved.').waitFor();
    const { body } = await api('treatments');
    const light = body.items.find(({ name }: { name: string }) => name === 'Light');
    expect(light).toMatchObject({
      price: 4550,
      deposit: 0,
      minutes: 30,
      practitioners: ['ana'],
      rooms: ['room-2'],
      contraindications: [{ question: 'Do you have a fever?', advice: 'Please call us first.' }],
    });

    await page.getByRole('link', { name: 'Light' }).click();
    await page.getByLabel('Minutes', { exact: true }).fill('60');
    await button(page, 'Save').click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('link', { name: 'Light' }).click();
    await button(page, 'Withdraw it').click();
    await button(page, 'Yes, withdraw it').click();
    await page.getByRole('heading', { name: 'What is offered', level: 1 }).waitFor();
    expect(JSON.stringify((await api('treatments')).body)).not.toContain('Light');

    await page.getByRole('link', { name: 'What was done' }).click();
    await page.getByText('Offer withdrawn: Light').waitFor();
    await button(page, /^Undo the change of/u)
      .first()
      .click();
    await page.getByText('The change is undone.').waitFor();
    expect(JSON.stringify((await api('treatments')).body)).toContain('"minutes":60');
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);

  test('a holiday says first which appointments it does not fit; they stay', async () => {
    const booked = await book('Pia', 6);
    const { page, context } = await open('/people');
    await page.getByRole('link', { name: 'Dr Ana Example' }).click();
    await page.getByText('Hours are by the clock in Europe/London.').waitFor();
    await page
      .getByText(/the clock is set/u)
      .first()
      .waitFor();
    await page.getByLabel('First day').fill(booked.day);
    await button(page, 'Put these days in').click();
    await button(page, 'Save').click();
    const notice = page.getByRole('alert').filter({ hasText: 'would not fit any more' });
    await notice.getByText(/Pia, Skin visit/u).waitFor();
    await button(page, 'Save all the same').click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('link', { name: 'Appointments' }).click();
    await button(page, 'Show the appointment of Pia').click();
    await page.getByText('This person does not work then.').first().waitFor();
    const read = await api(`appointments/${booked.id}`, {
      headers: { authorization: `Bearer ${booked.links.move}` },
    });
    expect(read.body.appointment).toMatchObject({ status: 'confirmed', start: booked.start });
    await context.close();
  });

  test('of two who change the same, the second keeps what they wrote and decides', async () => {
    const [first, second] = await Promise.all([
      open('/treatments/patch-test'),
      open('/treatments/patch-test', { who: 1 }),
    ]);
    await second.page.getByLabel('What it is').fill('Mine, which must not be lost.');
    await first.page.getByLabel('Price (GBP)').fill('199');
    await button(first.page, 'Save').click();
    await first.page.getByText('Saved.').waitFor();
    await button(second.page, 'Save').click();
    const notice = second.page.getByRole('alert').filter({ hasText: 'Somebody else was quicker' });
    await notice.getByText('They changed: Price.').waitFor();
    await expectReadable(second.page);
    await button(second.page, 'Put theirs into the form').click();
    await expect.poll(() => second.page.getByLabel('Price (GBP)').inputValue(), soon).toBe('199');
    await button(second.page, 'Put mine back').click();
    await expect
      .poll(() => second.page.getByLabel('What it is').inputValue(), soon)
      .toContain('Mine');
    await second.page.getByLabel('Price (GBP)').fill('199');
    await button(second.page, 'Save mine in its place').click();
    await second.page.getByText('Saved.').waitFor();
    const { body } = await api('treatments');
    expect(body.items.find(({ id }: { id: string }) => id === 'patch-test')).toMatchObject({
      price: 19_900,
      about: 'Mine, which must not be lost.',
    });
    await first.context.close();
    await second.context.close();
  });

  test('of two, the one who takes back what is not the latest any more is told, shown it, and can try again', async () => {
    const first = await open('/clinic');
    await sayAbout(first.page, 'Before.');
    const second = await open('/log', { who: 1 });
    const undo = () =>
      button(second.page, /^Undo the change of/u)
        .first()
        .click();
    await button(second.page, /^Undo the change of/u)
      .first()
      .waitFor();
    await sayAbout(first.page, 'Not for long.');
    await undo();
    await second.page
      .getByRole('alert')
      .getByText('Somebody else changed this meanwhile.')
      .waitFor();
    expect((await api('clinic')).body.about).toBe('Not for long.');
    await undo();
    await second.page.getByText('The change is undone.').waitFor();
    expect((await api('clinic')).body.about).toBe('Before.');
    await first.context.close();
    await second.context.close();
  });

  test('one change is undone and what came later stays; what was changed again is named', async () => {
    const { page, context } = await open('/treatments/food-visit');
    const price = async (to: string): Promise<void> => {
      await page.getByLabel('Price (GBP)').fill(to);
      await button(page, 'Save').click();
      await page.getByText('Saved.').waitFor();
    };
    await price('71');
    await sayAbout(page, 'Said later.');
    const foodVisit = async () =>
      (await api('treatments')).body.items.find(({ id }: { id: string }) => id === 'food-visit');
    const undoSecond = async (): Promise<void> => {
      await page.getByRole('link', { name: 'What was done' }).click();
      await button(page, /^Undo the change of/u)
        .nth(1)
        .click();
    };
    await undoSecond();
    await page.getByText('The change is undone.').waitFor();
    expect((await api('clinic')).body.about).toBe('Said later.');
    expect((await foodVisit()).price).not.toBe(7100);
    // Two changes of the same: the earlier one cannot be undone alone.
    for (const to of ['72', '73']) {
      await page.goto(`${desk.url()}clinic.html?${to}#/desk/treatments/food-visit`);
      await price(to);
    }
    await undoSecond();
    await page
      .getByText('This was changed again later and stays as it is: Offer Talk about food.')
      .waitFor();
    expect((await foodVisit()).price).toBe(7300);
    await context.close();
  });

  test('changes at two ends go together without a question', async () => {
    const [first, second] = await Promise.all([
      open('/clinic'),
      open('/treatments/food-visit', { who: 1 }),
    ]);
    await first.page.getByLabel('About the clinic').fill('Both are kept.');
    await second.page.getByLabel('What it is').fill('Both of them.');
    await button(first.page, 'Save').click();
    await first.page.getByText('Saved.').waitFor();
    await button(second.page, 'Save').click();
    await second.page.getByText('Saved.').waitFor();
    expect((await api('clinic')).body.about).toBe('Both are kept.');
    expect(JSON.stringify((await api('treatments')).body)).toContain('Both of them.');
    await first.context.close();
    await second.context.close();
  });
});

test('a calendar of a practitioner: its address is told once, renewed and revoked', async () => {
  const { page, context } = await open('/keys');
  await page.getByLabel('What for').selectOption('fhir');
  await page.getByLabel('Whose appointments').selectOption('Everybody');
  // Who changes their mind makes a calendar of whoever is shown then.
  await page.getByLabel('What for').selectOption('calendar');
  await page.getByLabel('A name for it').fill('Phone');
  await button(page, 'Make the key').click();
  await page.locator('h2:focus').getByText('Phone is ready').waitFor();
  const place = page.locator('.desk-token');
  const first = `${await place.textContent()}`;
  expect(first).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1\/calendars\/[\w-]{43}\.ics$/u);
  const status = async (url: string) => (await fetch(url, { headers: caller() })).status;
  expect(await status(first)).toBe(200);
  await button(page, 'I have it').click();
  await button(page, 'Renew Phone').click();
  await button(page, 'Yes, renew it').click();
  await place.waitFor();
  const renewed = `${await place.textContent()}`;
  expect([await status(first), await status(renewed)]).toEqual([403, 200]);
  await button(page, 'Revoke Phone').click();
  await button(page, 'Yes, revoke it').click();
  await expect.poll(() => status(renewed), soon).toBe(403);
  await context.close();
});

test('whoever may not look after the clinic sees nothing of it', async () => {
  const { page, context } = await app.open({ url: `${desk.url()}clinic.html#/desk` });
  await context.setExtraHTTPHeaders(caller());
  await page.getByRole('heading', { name: 'The desk' }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  const { status } = await api('clinic/appointments?from=2026-03-01&to=2026-03-02');
  expect(status).toBe(401);
  await context.close();
});

const places = ['', '/treatments', '/treatments/skin-visit', '/treatments/new', '/people'] as const;
const more = ['/people/ben', '/clinic', '/waiting', '/keys', '/log'] as const;

test('every place of the desk has no fault that axe knows in both themes, and fits a small phone', async () => {
  const { page, context, errors } = await open('', narrow);
  for (const place of [...places, ...more]) {
    await page.goto(`${desk.url()}clinic.html#/desk${place}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await expectReadableInBothThemes(page, place);
  }
  const booked = await book('Quinn', 8);
  await page.goto(`${desk.url()}clinic.html#/desk`);
  await openEntry(page, booked, 'Quinn');
  for (const name of ['Cancel', 'Move', 'Deposit']) {
    await button(page, name).first().click();
    if (name === 'Move') await page.locator('.button.time').first().waitFor();
    await expectReadableInBothThemes(page, name);
    await button(page, /^(?:Do not|Back)/u)
      .first()
      .click();
  }
  expect(errors).toEqual([]);
  await context.close();
}, 120_000);

test('the keyboard alone changes a price; the focus follows', async () => {
  const { page, context } = await open('/treatments');
  await page.getByRole('link', { name: 'Skin visit' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Skin visit' }).waitFor();
  await expect
    .poll(() => page.locator('.desk-content').evaluate((one) => one.matches(':focus')), soon)
    .toBe(true);
  await page.getByLabel('Price (GBP)').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('121');
  await page.keyboard.press('Enter');
  await page.getByText('Saved.').waitFor();
  expect(JSON.stringify((await api('treatments')).body)).toContain('"price":12100');
  await context.close();
});

test('in German nothing of ours is English', async () => {
  const { page, context } = await open('', { language: 'de' });
  const english = /\b(?:the|and|with|Save|Back|Add|of|Price|What|Who)\b/u;
  for (const place of [
    '',
    '/treatments/new',
    '/people/new',
    '/clinic',
    '/waiting',
    '/keys',
    '/log',
  ]) {
    await page.goto(`${desk.url()}clinic.html#/desk${place}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const said = (await page.locator('main :not(:has(*))').allTextContents()).join('\n');
    const own = said.replaceAll(
      /Dr Ana Example|Ben Example|Room \d|Skin visit|Talk about food|Patch test/gu,
      '',
    );
    expect(english.exec(own)?.[0], `${place}: ${own}`).toBeUndefined();
  }
  await context.close();
});
