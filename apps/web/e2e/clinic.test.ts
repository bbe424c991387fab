import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataFolder } from '@zonula/server/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { button, goTo, soon, type TabOptions, useApp } from './app.ts';
import { expectReadable, overflow, violations, violationsInBothThemes } from './checks.ts';
import { type Served, serveOwnApp } from './host.ts';

const app = useApp();
let served: Served;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zonula-clinic-'));
  await makeDataFolder(join(folder, 'data'));
  served = await serveOwnApp([
    ...['--data', join(folder, 'data'), '--clinic', 'examples/clinic.json'],
    '--behind-proxy',
  ]);
}, 120_000);
afterAll(async () => {
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

let callers = 0;
/** Every tab is another caller: one alone is given few times at once. */
const open = async (hash = '', options: TabOptions = {}) => {
  const tab = await app.open({ ...options, url: `${served.url}clinic.html${hash}` });
  await tab.context.setExtraHTTPHeaders({ 'x-forwarded-for': `192.0.2.${++callers}` });
  await tab.page.getByRole('heading', { level: 1 }).waitFor();
  return tab;
};

/** From the list of treatments to the choice of a time. */
const toTimes = async (page: Page, treatment: string): Promise<void> => {
  await button(page, `Make appointment: ${treatment}`).click();
  await button(page, 'None of these is true').click();
  await page.locator('.button.time').first().waitFor();
};

/** Not the first one, which may be too soon by the time that it is asked for. */
const someTime = (page: Page) => page.locator('.button.time').nth(2);

const sayWho = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Your e-mail address').fill(`${name.toLowerCase()}@example.org`);
  await button(page, 'Keep this time for me').click();
};

const book = async (page: Page, name: string): Promise<void> => {
  await toTimes(page, 'Talk about food');
  await someTime(page).click();
  await sayWho(page, name);
  await button(page, 'Confirm the appointment').click();
  await page.getByText('Confirmed', { exact: true }).waitFor();
};

describe('the page of the clinic', () => {
  test('says what is offered, for how much and how to reach the clinic, and asks nobody else', async () => {
    const { page, requests, errors, context } = await open();
    await page.getByRole('heading', { name: 'Example Skin Clinic' }).waitFor();
    const text = (await page.locator('main').textContent()) ?? '';
    for (const fact of ['Patch test', '30 minutes', '£180', '£40 deposit', 'Dr Ana Example'])
      expect(text).toContain(fact);
    expect(await page.getByRole('link', { name: 'hello@clinic.example' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: '+44 20 7946 0000' }).count()).toBe(1);
    expect(requests.filter((url) => !url.startsWith(served.url))).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('an appointment is made, moved and cancelled; its address opens it again', async () => {
    const { page, errors, context } = await open();
    await book(page, 'Robin');
    const when = await page.locator('.summary strong').textContent();
    await page.reload();
    await page.getByText('Confirmed', { exact: true }).waitFor();
    expect(await page.locator('.summary strong').textContent()).toBe(when);

    await button(page, 'Move it').click();
    await page.locator('.button.time').nth(3).click();
    await page.getByText('Moved.').waitFor();
    await expect.poll(() => page.locator('.summary strong').textContent(), soon).not.toBe(when);
    const later = await page.locator('.summary strong').textContent();
    await page.reload();
    await page.getByText('Confirmed', { exact: true }).waitFor();
    expect(await page.locator('.summary strong').textContent()).toBe(later);

    await button(page, 'Cancel it').click();
    await page.getByText('Costs nothing now.').waitFor();
    await button(page, 'Yes, cancel it').click();
    await page.getByText('Cancelled', { exact: true }).waitFor();
    expect(await button(page, 'Move it').count()).toBe(0);
    await button(page, 'Back to the clinic').click();
    await page.getByRole('heading', { name: 'Example Skin Clinic' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a warning sign never leads to an appointment', async () => {
    const { page, requests, context } = await open();
    await button(page, 'Make appointment: Skin visit').click();
    const before = requests.length;
    await page.getByText('Is almost all of your skin red?').click();
    await button(page, /This is true/u).click();
    await page.getByRole('heading', { name: 'Please do this first' }).waitFor();
    expect(await page.locator('.button.time').count()).toBe(0);
    expect(await button(page, /Make appointment|Next|Keep/u).count()).toBe(0);
    // What was answered is told to nobody.
    expect(requests.slice(before)).toEqual([]);
    await context.close();
  });

  test('who says yes to a question of the clinic is told to talk to it and books nothing', async () => {
    const { page, context } = await open();
    await button(page, 'Make appointment: Patch test').click();
    await button(page, 'None of these is true').click();
    const next = button(page, 'Next');
    expect(await next.isDisabled()).toBe(true);
    await page.getByText('Yes', { exact: true }).first().click();
    await page.getByText('Patches need calm skin.').waitFor();
    await page.getByText('No', { exact: true }).last().click();
    expect(await next.isDisabled()).toBe(true);
    await page.getByText('No', { exact: true }).first().click();
    await next.click();
    await page.locator('.button.time').first().waitFor();
    await context.close();
  });

  test('of two who want the same time, one has it and the other is offered the next three', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    for (const { page } of [first, second]) await toTimes(page, 'Skin visit');
    const wanted = `${await someTime(first.page).getAttribute('aria-label')}`;
    for (const { page } of [first, second])
      await page.getByRole('button', { name: wanted, exact: true }).click();
    await sayWho(first.page, 'Ada');
    await button(first.page, 'Confirm the appointment').waitFor();
    await sayWho(second.page, 'Bea');
    const alert = second.page.getByRole('alert');
    await alert.getByText('Somebody was quicker').waitFor();
    expect(await alert.getByRole('button').count()).toBe(3);
    expect(await violations(second.page)).toEqual([]);
    await alert.getByRole('button').first().click();
    await button(second.page, 'Keep this time for me').click();
    await Promise.all(
      [first, second].map(async ({ page }) => {
        await button(page, 'Confirm the appointment').click();
        await page.getByText('Confirmed', { exact: true }).waitFor();
      }),
    );
    const [one, other] = await Promise.all(
      [first, second].map(({ page }) => page.locator('.summary strong').textContent()),
    );
    expect(one).not.toBe(other);
    await first.context.close();
    await second.context.close();
  });

  test('an answer that gets lost books nothing twice', async () => {
    const { page, context } = await open();
    await toTimes(page, 'Talk about food');
    await page.locator('.button.time').nth(5).click();
    const answered: string[] = [];
    // The server does its work; what it says does not arrive, the first time.
    await page.route('**/api/v1/appointments', async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      answered.push(JSON.parse(body).appointment.id);
      if (answered.length === 1) await route.abort('connectionreset');
      else await route.fulfill({ response, body });
    });
    await sayWho(page, 'Cleo');
    await page.getByText('We do not know whether this arrived.').waitFor();
    await button(page, 'Keep this time for me').click();
    await button(page, 'Confirm the appointment').click();
    await page.getByText('Confirmed', { exact: true }).waitFor();
    expect(answered).toHaveLength(2);
    expect(answered[1]).toBe(answered[0]);
    await context.close();
  });

  test('whoever goes back to mend something does not stand in their own way', async () => {
    const { page, context } = await open();
    await toTimes(page, 'Talk about food');
    await page.locator('.button.time').nth(7).click();
    await sayWho(page, 'Gerd');
    await button(page, 'Confirm the appointment').waitFor();
    const when = await page.locator('.summary strong').textContent();
    await button(page, 'Back').click();
    await sayWho(page, 'Gerda');
    await button(page, 'Confirm the appointment').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.locator('.summary strong').textContent()).toBe(when);
    await button(page, 'Confirm the appointment').click();
    await page.getByText('Confirmed', { exact: true }).waitFor();
    await context.close();
  });

  test('the browser’s Back goes a step back, and forward no further than was answered', async () => {
    const { page, errors, context } = await open();
    const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();
    await toTimes(page, 'Talk about food');
    await page.locator('.button.time').nth(8).click();
    await heading('Who is coming?');
    await page.goBack();
    await heading('When?');
    await page.goForward();
    await heading('Who is coming?');
    await sayWho(page, 'Inga');
    await heading('Is this right?');
    const when = await page.locator('.summary strong').textContent();
    await page.goBack();
    await heading('Who is coming?');
    // The page says that the time stays kept, and it does.
    await page.getByText(/is kept for you for 10 more minutes/u).waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Inga');
    await page.goForward();
    await heading('Is this right?');
    expect(await page.locator('.summary strong').textContent()).toBe(when);
    for (const name of ['Who is coming?', 'When?', 'First: is one of these true?']) {
      await page.goBack();
      await heading(name);
    }
    // The warning signs are asked once more: the way forward does not lead past them.
    await page.goForward();
    await page.waitForTimeout(300);
    await heading('First: is one of these true?');
    await page.goBack();
    await heading('Example Skin Clinic');
    // A booking of something else lets the time go that was kept.
    await toTimes(page, 'Skin visit');
    await page.getByText(/is kept for you for/u).waitFor();
    await expectReadable(page, 'kept');
    await page.locator('.button.time').nth(4).click();
    await sayWho(page, 'Inga');
    await button(page, 'Confirm the appointment').click();
    await page.getByText('Confirmed', { exact: true }).waitFor();
    // Back from what is booked leads to the clinic, not into a booking that is over.
    await page.goBack();
    await heading('Example Skin Clinic');
    await page.goForward();
    await page.getByText('Confirmed', { exact: true }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a page that is loaded again begins the booking anew, and Back leads out of it', async () => {
    const { page, context } = await open();
    await toTimes(page, 'Talk about food');
    await page.locator('.button.time').nth(9).click();
    await page.getByRole('heading', { name: 'Who is coming?' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'First: is one of these true?' }).waitFor();
    await button(page, 'Back').click();
    await page.getByRole('heading', { name: 'Example Skin Clinic' }).waitFor();
    await context.close();
  });

  test('a report goes with the appointment on wish, and can be taken back', async () => {
    const { page, errors, context } = await open();
    await book(page, 'Hanna');
    const region = page.getByRole('region', { name: 'A report, if you want' });
    await region.getByText('Ben Example can read a report before you come.').waitFor();
    const choose = (name: string, mimeType: string, text: string) =>
      page.setInputFiles('input[type=file]', { name, mimeType, buffer: Buffer.from(text) });
    await choose('table.csv', 'text/csv', 'date,itch');
    await region.getByText('This file is no page or PDF').waitFor();
    await choose('report.html', 'text/html', '<!doctype html><p>Mine');
    await region.getByText('Attach “report.html”? Only Ben Example can read it.').waitFor();
    expect(await violations(page)).toEqual([]);
    await button(page, 'Attach it').click();
    await region.getByText('The report is attached.').waitFor();
    await page.reload();
    await region.getByText(/^A report is attached since/u).waitFor();
    await region.getByText('Nobody has read it yet.').waitFor();
    await button(page, 'Take it back').click();
    await region.getByText('The report is taken back.').waitFor();
    await region.getByText('Ben Example can read a report before you come.').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test('after its beginning an appointment is still shown, with who read the report, and nothing of it can be changed', async () => {
    const { page, errors, context } = await open();
    await book(page, 'Iris');
    const attach = page.getByRole('region', { name: 'A report, if you want' });
    await attach.getByText('can read a report before you come').waitFor();
    await page.setInputFiles('input[type=file]', {
      ...{ name: 'report.html', mimeType: 'text/html', buffer: Buffer.from('<!doctype html>') },
    });
    await button(page, 'Attach it').click();
    await attach.getByText('The report is attached.').waitFor();

    await page.clock.setFixedTime(Date.now() + 200 * 86_400_000);
    await page.reload();
    await page.getByText('It has begun or is over.').waitFor();
    const readings = page.getByRole('region', { name: 'Who read your report' });
    await readings.getByText('Nobody has read it yet.').waitFor();
    const at = '2026-03-24T08:00:00.000Z';
    await page.route('**/report/readings', (route) =>
      route.fulfill({
        json: { items: [{ id: 1, at, practitioner: 'ben', name: 'Ben Example' }], next: null },
      }),
    );
    await page.reload();
    await readings.getByText(/^Ben Example read it: .*2026/u).waitFor();
    expect(await page.locator('.summary strong').count()).toBe(1);
    expect(await page.locator('main').getByRole('button').allTextContents()).toEqual([
      'Back to the clinic',
    ]);
    expect(await page.locator('input[type=file]').count()).toBe(0);
    expect(await page.getByText(/Keep this address|Free until/u).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a link that does not fit says so, and nothing is shown', async () => {
    const { page, context } = await open(
      '#/appointment/0b7e6f5a-6a0f-4a53-9a2f-1f0a5f6d8c11?cancel=abc',
    );
    await page.getByRole('alert').getByText('does not open an appointment').waitFor();
    expect(await page.locator('.summary').count()).toBe(0);
    await context.close();
  });

  test('the keyboard alone books; the focus follows every step', async () => {
    const { page, context } = await open();
    const on = async (name: string | RegExp): Promise<void> => {
      await button(page, name).first().focus();
      await page.keyboard.press('Enter');
    };
    await on('Make appointment: Talk about food');
    await page.getByRole('heading', { name: 'First: is one of these true?' }).waitFor();
    const focused = () =>
      page.evaluate(
        () =>
          (globalThis as unknown as { document: { activeElement: { className: string } } }).document
            .activeElement.className,
      );
    await expect.poll(focused, soon).toContain('booking');
    await on('None of these is true');
    await someTime(page).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Your name').focus();
    await page.keyboard.type('Dora');
    await page.keyboard.press('Tab');
    await page.keyboard.type('dora@example.org');
    await page.keyboard.press('Enter');
    await button(page, 'Confirm the appointment').waitFor();
    await on('Confirm the appointment');
    await page.getByText('Confirmed', { exact: true }).waitFor();
    await context.close();
  });

  test('every state has no fault that axe knows in both themes', async () => {
    const { page, context } = await open('', { width: 320, height: 640 });
    const check = async (): Promise<void> => {
      expect(await violationsInBothThemes(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    };
    await check();
    await button(page, 'Make appointment: Patch test').click();
    await check();
    await button(page, 'None of these is true').click();
    await page.getByText('Yes', { exact: true }).first().click();
    await check();
    await page.getByText('No', { exact: true }).first().waitFor();
    for (const no of await page.getByText('No', { exact: true }).all()) await no.click();
    await button(page, 'Next').click();
    await page.locator('.button.time').first().waitFor();
    await check();
    await someTime(page).click();
    await button(page, 'Keep this time for me').click();
    await page.getByText('Please write your name.').waitFor();
    await check();
    await sayWho(page, 'Themis');
    await button(page, 'Confirm the appointment').waitFor();
    await check();
    await button(page, 'Confirm the appointment').click();
    await page.getByText('Confirmed', { exact: true }).waitFor();
    await check();
    await button(page, 'Cancel it').click();
    await check();
    await context.close();
  });

  test('in German nothing of ours is English', async () => {
    const tab = await open();
    await tab.page.evaluate(() => {
      (
        globalThis as unknown as { localStorage: { setItem: (key: string, value: string) => void } }
      ).localStorage.setItem('zonula-language', 'de');
    });
    await tab.page.reload();
    await button(tab.page, 'Termin machen: Patch test').click();
    await tab.page.getByRole('heading', { name: 'Zuerst: Stimmt etwas davon?' }).waitFor();
    await tab.page.getByText('Ist fast deine ganze Haut rot').waitFor();
    await button(tab.page, 'Nichts davon stimmt').click();
    await tab.page.getByText('Nein', { exact: true }).first().waitFor();
    for (const no of await tab.page.getByText('Nein', { exact: true }).all()) await no.click();
    await button(tab.page, 'Weiter').click();
    await tab.page.getByRole('heading', { name: 'Wann?' }).waitFor();
    await tab.context.close();
  });
});

describe('the way to the clinic', () => {
  const planAfter = async (mark: string | null): Promise<Page> => {
    const { page } = await app.open({ url: served.url });
    await button(page, 'Begin my diary').click();
    await page.getByText('Eczema').click();
    await button(page, 'Next').click();
    await page.getByText('18 to 59').click();
    await page.getByText('No, never').click();
    await button(page, 'Next').click();
    if (mark === null) await button(page, 'None of these is true').click();
    else {
      await page.getByText(mark).click();
      await button(page, /This is true/u).click();
      await button(page, 'Open today').click();
    }
    await page.getByLabel('What did you have?').first().waitFor();
    await goTo(page, 'plan', 'Your plan');
    await page.getByRole('list', { name: 'The five pillars' }).waitFor({ timeout: 60_000 });
    return page;
  };

  test('stands in the plan', async () => {
    const page = await planAfter(null);
    await page.getByRole('link', { name: 'What Example Skin Clinic offers' }).click();
    await page.getByRole('heading', { name: 'What you can book' }).waitFor();
    await page.context().close();
  });

  test('does not where there is a warning sign', async () => {
    const page = await planAfter('Is almost all of your skin red?');
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('link', { name: /clinic/iu }).count()).toBe(0);
    await page.context().close();
  });
});

test('without a clinic the page says so', async () => {
  await makeDataFolder(join(folder, 'bare'));
  const bare = await serveOwnApp(['--data', join(folder, 'bare')]);
  try {
    const { page, context } = await app.open({ url: `${bare.url}clinic.html` });
    await page.getByRole('heading', { name: 'There is no clinic here' }).waitFor();
    await context.close();
  } finally {
    await bare.stop();
  }
});
