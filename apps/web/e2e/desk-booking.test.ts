import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { button, narrow, useApp } from './app.ts';
import { expectReadable, expectReadableInBothThemes } from './checks.ts';
import { useClinicDesk } from './desk-host.ts';
import { onFirst } from './on-first.ts';

const app = useApp();
const { open, api, mailTo } = useClinicDesk(app);

/** From the book to the free times. */
const toTimes = async (page: Page, what: string): Promise<void> => {
  await page.getByRole('link', { name: 'Book for somebody' }).click();
  await page.getByLabel('What for?').selectOption(what);
  await button(page, 'Next').click();
  await button(page, 'None of these is true').click();
  await page.locator('.button.time').first().waitFor();
};

const sayNo = async (page: Page): Promise<void> => {
  const no = page.getByText('No', { exact: true });
  await no.first().waitFor();
  for (const one of await no.all()) await one.click();
};

const sayWho = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Name of the client').fill(name);
  await page.getByLabel('E-mail address of the client').fill(`${name.toLowerCase()}@example.org`);
  await button(page, 'Book it').click();
};

test('somebody telephones: the desk books, the client gets the mail with the calendar entry', async () => {
  const { page, errors, context } = await open();
  await toTimes(page, 'Skin visit');
  const label = await page.locator('.button.time').nth(2).getAttribute('aria-label');
  await page.locator('.button.time').nth(2).click();
  await button(page, 'Book it').click();
  await page.getByText('Please fill this in.').waitFor();
  await page.getByText('Please write an e-mail address').waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
  expect(await page.locator('input[type=file]').count()).toBe(0);
  await page.getByLabel('Language of the mails').selectOption('Deutsch');
  await page.getByLabel('Telephone number').fill('+44 20 7946 0002');
  await sayWho(page, 'Wanda');
  await page.getByText(`Booked for Wanda: ${label}. The client gets a mail`).waitFor();
  // The book shows the day of the appointment.
  await button(page, /^Open .*, Wanda$/u).click();
  await page.getByRole('link', { name: 'wanda@example.org' }).waitFor();
  const { mail } = await mailTo('wanda@example.org', /Dein Termin/u);
  expect(mail.attachments.map(({ mimeType }) => mimeType)).toContain('text/calendar');
  expect(mail.text).toMatch(/#\/appointment\/[0-9a-f-]{36}\?cancel=/u);
  await page.getByRole('link', { name: 'What was done' }).click();
  await page.getByText('Booked for a client').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('of two who want the same time, the desk is told and offered the next three', async () => {
  const { page, context } = await open();
  await toTimes(page, 'Talk about food');
  await page.getByText('Ben Example').click();
  const wanted = page.locator('.button.time').nth(6);
  await wanted.waitFor();
  await onFirst(page, '**/api/v1/clinic/appointments', async (route) => {
    // Somebody else books the very start first, on the page of the clinic.
    const request = route.request().postDataJSON();
    await api('appointments', {
      method: 'POST',
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({
        ...{ treatment: 'food-visit', practitioner: 'ben', start: request.start },
        client: { name: 'Quick', email: 'quick@example.org' },
      }),
    });
    await route.continue();
  });
  await wanted.click();
  await sayWho(page, 'Xenia');
  const alert = page.getByRole('alert');
  await alert.getByText('That time was just taken.').waitFor();
  expect(await alert.getByRole('button').count()).toBe(3);
  await expectReadable(page, 'just taken');
  await alert.getByRole('button').first().click();
  expect(await page.getByLabel('Name of the client').inputValue()).toBe('Xenia');
  await button(page, 'Book it').click();
  await page.getByText('Booked for Xenia').waitFor();
  await context.close();
});

test('warning signs and the clinic’s questions lead nobody to an appointment here either', async () => {
  const { page, context } = await open('/book/new');
  await page.getByLabel('What for?').selectOption('Patch test');
  await button(page, 'Next').click();
  await page.getByText('Is almost all of your skin red?').click();
  await button(page, /This is true/u).click();
  await page.getByRole('heading', { name: 'Please do this first' }).waitFor();
  expect(await page.locator('.button.time').count()).toBe(0);
  await button(page, 'Back').click();
  await button(page, 'Next').click();
  await button(page, 'None of these is true').click();
  await page.getByText('Yes', { exact: true }).first().click();
  await page.getByText('Patches need calm skin.').waitFor();
  expect(await button(page, 'Next').isDisabled()).toBe(true);
  await context.close();
});

test('what was answered for one visit does not go with another', async () => {
  const { page, context } = await open('/book/new');
  await page.getByLabel('What for?').selectOption('Patch test');
  await button(page, 'Next').click();
  await button(page, 'None of these is true').click();
  await sayNo(page);
  await button(page, 'Next').click();
  await page.locator('.button.time').first().waitFor();
  for (let back = 0; back < 3; back++) await button(page, 'Back').click();
  await page.getByLabel('What for?').selectOption('Talk about food');
  await button(page, 'Next').click();
  await button(page, 'None of these is true').click();
  await page.locator('.button.time').last().click();
  const sending = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/clinic/appointments'),
  );
  await sayWho(page, 'Zelda');
  expect((await sending).postDataJSON()).toMatchObject({ treatment: 'food-visit', answers: [] });
  await page.getByText('Booked for Zelda').waitFor();
  await context.close();
});

test('every step has no fault that axe knows in both themes', async () => {
  const { page, context } = await open('', narrow);
  await page.getByRole('link', { name: 'Book for somebody' }).click();
  await page.getByLabel('What for?').selectOption('Patch test');
  await expectReadableInBothThemes(page, 'what');
  await button(page, 'Next').click();
  await expectReadableInBothThemes(page, 'signs');
  await button(page, 'None of these is true').click();
  await sayNo(page);
  await expectReadableInBothThemes(page, 'questions');
  await button(page, 'Next').click();
  await page.locator('.button.time').first().waitFor();
  await expectReadableInBothThemes(page, 'times');
  await page.locator('.button.time').first().click();
  await button(page, 'Book it').click();
  await expectReadableInBothThemes(page, 'who');
  await context.close();
});
