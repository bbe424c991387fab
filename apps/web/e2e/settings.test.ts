import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { button, firstRun, goTo, step, useApp } from './app.ts';
import { expectReadableInThreeWidths, violations } from './checks.ts';
import { giveFile, savedBy } from './downloads.ts';

const app = useApp();

const toSettings = (page: Page) => goTo(page, 'settings', 'Settings');

const isChosen = (page: Page, group: string, value: string): Promise<void> =>
  page
    .getByRole('radiogroup', { name: group })
    .getByRole('radio', { name: value, exact: true, checked: true })
    .waitFor({ state: 'attached' });

const deleteEverything = async (page: Page): Promise<void> => {
  await page.getByLabel('Type “delete” to delete everything.').fill('delete');
  await button(page, 'Delete everything').click();
  await button(page, 'Begin my diary').waitFor();
};

const importExample = async (page: Page): Promise<void> => {
  await giveFile(
    page,
    () => button(page, 'Choose a file').click(),
    'examples/simulated-person.csv',
  );
  await button(page, 'Take them in').click();
  await page.getByText(/entries taken in/u).waitFor();
};

describe('what is kept elsewhere', () => {
  test('a sealed backup opens with its own sentence and no other', async () => {
    const { page, context, errors } = await app.open({ begun: 'own' });
    await step(page, 'Worst itch', '7').click();
    await page.getByText('Worst itch: 7').waitFor();
    await toSettings(page);
    await page.getByText(/There is no backup yet/u).waitFor();
    const sentence = page.getByLabel(/Your sentence/u);
    await sentence.fill('short');
    expect(await button(page, 'Save a backup').isDisabled()).toBe(true);
    await sentence.fill('three quiet apples');
    const again = page.getByLabel('The same sentence once more');
    await again.fill('three quite apples');
    await page.getByText('The two are not the same.').waitFor();
    expect(await button(page, 'Save a backup').isDisabled()).toBe(true);
    await again.fill('three quiet apples');
    const backup = await savedBy(page, () => button(page, 'Save a backup').click());
    expect(backup.bytes.includes('itch')).toBe(false);
    await page.getByText(/Nothing has changed since/u).waitFor();

    await deleteEverything(page);
    await firstRun(page);
    await toSettings(page);
    const restore = () => giveFile(page, () => button(page, 'Bring a backup back').click(), backup);
    await sentence.fill('three loud apples');
    await restore();
    await page.getByText(/This did not work: .*passphrase/u).waitFor();
    await sentence.fill('three quiet apples');
    await restore();
    await page.getByText(/brought back/u).waitFor();
    await goTo(page, '', 'What did you have?');
    await isChosen(page, 'Worst itch', '7');
    expect(errors).toEqual([]);
    await context.close();
  });

  test('the history as a file comes back, and an import goes in one go however long ago', async () => {
    const { page, context } = await app.open({ begun: 'own' });
    await toSettings(page);
    await importExample(page);
    await page.reload();
    await page.getByRole('heading', { name: 'Brought in before' }).waitFor();
    const archive = await savedBy(page, () => button(page, /Save everything/u).click());
    expect(JSON.parse(archive.text)).toBeTypeOf('object');
    await button(page, /Take back the/u).click();
    await page.getByText(/entries taken back/u).waitFor();
    await page.getByRole('heading', { name: 'Brought in before' }).waitFor({ state: 'detached' });
    await deleteEverything(page);
    await firstRun(page);
    await toSettings(page);
    await giveFile(page, () => button(page, 'Bring such a file back').click(), archive);
    await page.getByText(/entries brought back/u).waitFor({ timeout: 60_000 });
    await goTo(page, 'timeline', 'Your days');
    await page.getByRole('searchbox').fill('pizza');
    await page
      .getByText(/\d+ entries/u)
      .first()
      .waitFor();
    await context.close();
  });

  test('it says when a backup is due, and waits a week when asked to', async () => {
    const { page, context } = await app.open({ begun: 'own' });
    await toSettings(page);
    await importExample(page);
    await page.reload();
    const due = page.getByText('Your diary is only on this device. Make a backup.');
    await due.waitFor();
    expect(await violations(page)).toEqual([]);
    await button(page, 'In a week').click();
    await due.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: 'Sealed backup' }).waitFor();
    expect(await due.count()).toBe(0);
    await context.close();
  });

  test('a diary that the browser cleared is not taken for a new one', async () => {
    const { page, context } = await app.open({ begun: 'own' });
    await step(page, 'Worst itch', '3').click();
    await page.getByText('Worst itch: 3').waitFor();
    await toSettings(page);
    await page.getByLabel(/Your sentence/u).fill('three quiet apples');
    await page.getByLabel('The same sentence once more').fill('three quiet apples');
    const backup = await savedBy(page, () => button(page, 'Save a backup').click());
    await page.goto('about:blank');
    await page.goto(`${app.url}icon.svg`);
    await page.evaluate(
      () =>
        new Promise<void>((done, failed) => {
          const { indexedDB } = globalThis as unknown as {
            indexedDB: { deleteDatabase(name: string): { onsuccess: unknown; onerror: unknown } };
          };
          const request = indexedDB.deleteDatabase('zonula');
          request.onsuccess = () => done();
          request.onerror = failed;
        }),
    );
    await page.goto(app.url);
    await page.getByRole('heading', { name: 'Your diary is gone from this device' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel(/Your sentence/u).fill('three quiet apples');
    await giveFile(page, () => button(page, 'Bring a backup back').click(), backup);
    await isChosen(page, 'Worst itch', '3');
    await context.close();
  });
});

describe('the app lock', () => {
  test('with a code: opens with the right one, waits after five wrong ones, can be taken away', async () => {
    const { page, context } = await app.open({ begun: 'own' });
    await toSettings(page);
    await page.getByText('It does not seal what is kept.').waitFor();
    await page.getByLabel(/A code/u).fill('2580');
    await page.getByLabel('The same code once more').fill('2581');
    await page.getByText('The two are not the same.').waitFor();
    expect(await button(page, 'Lock with this code').isDisabled()).toBe(true);
    await page.getByLabel('The same code once more').fill('2580');
    await button(page, 'Lock with this code').click();
    await page.getByText('Locked with a code.').waitFor();
    const kept = await page.evaluate(() =>
      (
        globalThis as unknown as { localStorage: { getItem(key: string): string } }
      ).localStorage.getItem('zonula-lock'),
    );
    expect(kept).not.toContain('2580');

    await page.reload();
    await page.getByRole('heading', { name: 'Zonula is locked' }).waitFor();
    expect(await page.getByText('App lock').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    const open = async (code: string) => {
      await page.getByLabel('Your code').fill(code);
      await button(page, 'Open').click();
    };
    await open('0000');
    await page.getByText('That was not it.').waitFor();
    await open('2580');
    await page.getByText('Locked with a code.').waitFor();

    await page.reload();
    for (let tries = 0; tries < 5; tries++) {
      await open(`000${tries}`);
      await page.getByText(tries < 4 ? 'That was not it.' : /Too many wrong codes/u).waitFor();
    }
    await page.reload();
    await page.getByText(/Too many wrong codes/u).waitFor();
    expect(await button(page, 'Open').isDisabled()).toBe(true);
    await page.evaluate(() =>
      (
        globalThis as unknown as { localStorage: { removeItem(key: string): void } }
      ).localStorage.removeItem('zonula-lock-tries'),
    );
    await page.reload();
    await open('2580');
    await button(page, 'Take the lock away').click();
    await page.reload();
    await page.getByRole('heading', { name: 'App lock' }).waitFor();
    await context.close();
  });

  test('with the device: a passkey opens it; whoever cannot open it can only delete', async () => {
    const { page, context } = await app.open({ url: app.url.replace('127.0.0.1', 'localhost') });
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await firstRun(page);
    await toSettings(page);
    await button(page, 'Lock with this device').click();
    await page.getByText('Locked with this device').waitFor();
    await page.reload();
    await button(page, 'Open with this device').click();
    await page.getByText('Locked with this device').waitFor();

    await page.reload();
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await button(page, 'Open with this device').click();
    await page.getByText('That was not it.').waitFor();
    await page.getByText('I cannot open it any more').click();
    await page.getByLabel('Type “delete” to delete everything.').fill('delete');
    await button(page, 'Delete everything').click();
    await button(page, 'Begin my diary').waitFor();
    await context.close();
  });
});

describe('who somebody is', () => {
  test('open questions come one by one; an answer opens or shuts a gate in every room', async () => {
    const { page, context } = await app.open({ begun: 'own' });
    await toSettings(page);
    await page.getByText('5 questions are open.').waitFor();
    await button(page, 'Answer what is open').click();
    for (const [question, answer] of [
      [/pregnant/u, 'No'],
      [/weight/u, 'No'],
      [/allergic/u, 'None'],
      [/insulin/u, 'No'],
      [/coeliac/u, 'Yes: no coeliac disease'],
    ] as const) {
      // The question before stays until its answer is kept.
      const asked = page.getByRole('dialog', { name: question });
      if (answer === 'None') await asked.getByRole('button', { name: answer }).click();
      else await asked.getByText(answer, { exact: true }).click();
    }
    await page.getByText('All are answered.').waitFor();
    await button(page, /^Pregnancy/u).click();
    await page.getByRole('dialog').getByText('I am pregnant').click();
    await button(page, /^Pregnancy\s*I am pregnant/u).waitFor();
    await button(page, 'Undo').click();
    await button(page, /^Pregnancy\s*No/u).waitFor();
    await button(page, /^Food allergies/u).click();
    await page.getByLabel('Names, one on a line').fill('kiwi\npeanut');
    await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
    await button(page, /^Food allergies\s*kiwi, peanut/u).waitFor();
    await button(page, /^Warning signs/u).click();
    await page.getByRole('dialog').getByText('Is almost all of your skin red?').click();
    await button(page, /This is true/u).click();
    await button(page, /^Warning signs\s*one is true/u).waitFor();
    await goTo(page, 'plan', 'Your plan');
    await page.locator('.first-things').getByText('Ask for a skin specialist today.').waitFor();
    await context.close();
  });

  test('the country decides the telephone numbers; amounts can be ounces', async () => {
    const { page, context } = await app.open({ begun: 'own' });
    await toSettings(page);
    await page.getByText('United States').click();
    await page.getByText('Kept: United States').waitFor();
    await page.getByText('Ounces').click();
    await button(page, /^Warning signs/u).click();
    await page.getByRole('dialog').getByText('After food, have you had swelling').click();
    await button(page, /This is true/u).click();
    await button(page, /^Warning signs\s*one is true/u).waitFor();
    await goTo(page, 'plan', 'Your plan');
    await page.locator('.first-things').getByText('Call 911.').waitFor();
    await goTo(page, '', 'What did you have?');
    await page.getByRole('textbox', { name: 'What did you have?' }).fill('chips');
    await button(page, /Change chips .*\d oz/u).waitFor();
    await context.close();
  });
});

test('a reminder for the calendar, and a notification where the browser allows one', async () => {
  const { page, context } = await app.open();
  await context.grantPermissions(['notifications']);
  await firstRun(page);
  await toSettings(page);
  await page.getByLabel('At what time?').fill('19:45');
  const { text } = await savedBy(page, () => button(page, 'Save for my calendar').click());
  expect(text).toMatch(/DTSTART:\d{8}T194500\r\n/u);
  expect(text).toContain('RRULE:FREQ=DAILY');
  await page.getByText('Tell me while Zonula is open').click();
  // Kept only when the browser has allowed it.
  const told = page.getByRole('switch', { name: 'Tell me while Zonula is open', checked: true });
  await told.waitFor({ state: 'attached' });
  await page.reload();
  await told.waitFor({ state: 'attached' });
  expect(await page.getByLabel('At what time?').inputValue()).toBe('19:45');
  await context.close();
});

test('the settings pass axe-core and fit, in both themes and in three widths', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await toSettings(page);
  await page.getByText('5 questions are open.').waitFor();
  await expectReadableInThreeWidths(page, 'settings');
  await button(page, 'Answer what is open').click();
  await page.getByRole('dialog').waitFor();
  await expectReadableInThreeWidths(page, 'questions');
  await context.close();
});

test('everything in the settings is said in German, and Learn is found by German words', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await toSettings(page);
  await page.getByText('Deutsch').click();
  await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
  const said = (await page.locator('#content').textContent()) ?? '';
  expect(said.replace('English', '')).not.toMatch(/\b(?:your|the|with|and|days|keep|this)\b/u);
  await goTo(page, 'learn', /./u);
  await page.getByRole('searchbox').fill('Milchprodukte');
  await page.getByText('„Milchprodukte verursachen oft Hautprobleme wie Akne.“').waitFor();
  await context.close();
});
