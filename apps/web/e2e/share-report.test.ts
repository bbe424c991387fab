import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSharingKeys, sealShare } from '@zonula/sharing';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccountServer, addAuthenticator, serveAccounts } from './account-host.ts';
import { button, firstRun, goTo, narrow, soon, type Tab, type TabOptions, useApp } from './app.ts';
import { expectReadable } from './checks.ts';
import { giveFile } from './downloads.ts';

const app = useApp();
const dayMs = 86_400_000;
const doctor = 'Dr Ana Example';

let server: AccountServer;
let clinician: Tab;
let person: Tab;
/** As the clinician has them on the card. */
let letters: string;

const open = async (path: string, options: TabOptions = {}): Promise<Tab> => {
  const tab = await app.open({ ...options, url: `${server.url}${path}` });
  await addAuthenticator(tab.page);
  return tab;
};
const makeAccount = async (page: Page): Promise<void> => {
  await button(page, 'Make an account').click();
  await button(page, 'Make the account').click();
  await button(page, 'I kept them').click();
};
const section = (page: Page, name: string) => page.getByRole('region', { name });
const lettersIn = async (page: Page, within: string): Promise<string> =>
  (await page.locator(within).locator('.key-letters').first().textContent()) ?? '';

/** The diary of the examples, as if its last day were yesterday. */
const recentDays = (): Buffer => {
  const lines = readFileSync('examples/simulated-person.csv', 'utf8').split('\n');
  const dayOf = (line: string): number => Date.parse(line.slice(0, 10));
  const last = Math.max(...lines.map(dayOf).filter(Number.isFinite));
  const later = Math.floor((Date.now() - last) / dayMs - 1) * dayMs;
  const moved = lines.map((line) =>
    Number.isFinite(dayOf(line))
      ? `${new Date(dayOf(line) + later).toISOString().slice(0, 10)}${line.slice(10)}`
      : line,
  );
  return Buffer.from(moved.join('\n'));
};

const keepDays = async (page: Page): Promise<void> => {
  await goTo(page, 'settings', 'Settings');
  await giveFile(page, () => button(page, 'Choose a file').click(), {
    name: 'diary.csv',
    bytes: recentDays(),
  });
  await button(page, 'Take them in').click();
  await page.getByText(/entries taken in/u).waitFor();
};

beforeAll(async () => {
  server = await serveAccounts();
  clinician = await open('account.html', narrow);
  await makeAccount(clinician.page);
  const account = await clinician.page.locator('.account-number').textContent();
  await server.grant(account!, 'clinician', '--practitioner', 'ana');
  await clinician.page.reload();
  await clinician.page.getByRole('link', { name: 'What is shared with you' }).click();
  await clinician.page.getByText('Nothing is shared with you now.').waitFor();
  await expectReadable(clinician.page, 'before there is a key');
  await button(clinician.page, 'Make my key').click();
  await clinician.page.getByText('You have a key.').waitFor();
  letters = await lettersIn(clinician.page, 'section:has(> #shared-key)');
  await expectReadable(clinician.page, 'with a key');

  person = await open('', narrow);
  await firstRun(person.page, 'Rosacea');
  await keepDays(person.page);
}, 240_000);
afterAll(async () => {
  await person?.context.close();
  await clinician?.context.close();
  await server?.stop();
});

const toForm = async ({ page }: Tab): Promise<void> => {
  // What was chosen and opened in the room goes with it.
  await goTo(page, 'settings', 'Settings');
  await goTo(page, 'report', 'For your doctor');
  await button(page, 'What a visit usually needs').click();
  await page.locator('.paper').getByText('For my clinician').waitFor();
  await button(page, 'Share it with a clinician').click();
};
const shareIt = async (page: Page): Promise<void> => {
  await button(page, /^Share it until/u).click();
  await page.getByText(`Shared with ${doctor} until`).waitFor();
};
const openShared = async (what: string): Promise<void> => {
  await clinician.page.goto(`${server.url}account.html#/shared`);
  await clinician.page.reload();
  await button(clinician.page, new RegExp(`^Open: ${what}`, 'u'))
    .first()
    .click();
};
const paper = () => clinician.page.frameLocator('iframe.shared-paper');

test('the page of an example person is not shared, and it is said why', async () => {
  const { page, context, requests } = await open('', { ...narrow, begun: 'example' });
  await goTo(page, 'report', 'For your doctor');
  await button(page, 'What a visit usually needs').click();
  await page.locator('.paper').getByText('For my clinician').waitFor();
  await page.getByText('Only a page of your own diary can be shared').waitFor();
  expect(await button(page, 'Share it with a clinician').count()).toBe(0);
  await expectReadable(page);
  expect(requests.filter((address) => /\/api\/|account|share-with/u.test(address))).toEqual([]);
  await context.close();
});

describe('what a person shares', () => {
  test('a page is sealed for a clinician, opened by them alone, every look is told, and it ends when the person wants', async () => {
    const { page, requests } = person;
    expect(requests.filter((address) => /\/api\/|account|share-with/u.test(address))).toEqual([]);
    await toForm(person);
    await page.getByText('sealed on this device').waitFor();
    await expectReadable(page, 'before signing in');
    await makeAccount(page);
    await page.getByText(`Letters of the key of ${doctor}`).waitFor();
    expect(await lettersIn(page, '.leaf')).toBe(letters);
    await page.getByText('I compared them, they are the same').click();
    await expectReadable(page, 'the form');
    await page.getByText('1 week').click();
    await shareIt(page);
    await section(page, 'What you share').getByText(`A page for ${doctor}`).waitFor();
    await expectReadable(page, 'shared');
    const own = await lettersIn(page, '.own-key');

    await openShared('A page');
    await paper().getByText('For my clinician').waitFor();
    await paper().getByText('I have: rosacea').waitFor();
    await paper().locator('svg').first().waitFor();
    expect(await clinician.page.locator('iframe').getAttribute('sandbox')).toBe(
      'allow-same-origin allow-modals',
    );
    await clinician.page.getByText('The person sees that you looked.').waitFor();
    expect(own).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}$/u);
    expect(await lettersIn(clinician.page, '.sealed-by')).toBe(own);
    await expectReadable(clinician.page, 'opened');

    const account = await person.context.newPage();
    account.setDefaultTimeout(soon.timeout);
    await account.goto(`${server.url}account.html`);
    const log = section(account, 'Who looked at it');
    await log.getByText(`${doctor} looked at it`).waitFor();
    expect(await log.getByRole('listitem').count()).toBe(2);
    await expectReadable(account, 'the account');
    await button(account, `End it: A page for ${doctor}`).click();
    await account.getByText('Ended. The server has forgotten what was sealed.').waitFor();
    await account.getByText('you ended it').waitFor();
    await account.close();

    // The clinician's list is older than that.
    await button(clinician.page, 'Back to the list').click();
    await clinician.page.getByText('Nothing is shared with you now.').waitFor();
    expect(await clinician.page.locator('iframe').count()).toBe(0);
    expect(person.errors).toEqual([]);
    for (const tab of [person, clinician])
      expect(tab.requests.filter((address) => !address.startsWith(server.url))).toEqual([]);
  }, 180_000);

  test('who looks after it has ended is told so', async () => {
    await toForm(person);
    await shareIt(person.page);
    await clinician.page.goto(`${server.url}account.html#/shared`);
    await clinician.page.reload();
    const look = button(clinician.page, /^Open: A page/u);
    await look.waitFor();
    await button(person.page, `End it: A page for ${doctor}`).first().click();
    await person.page.getByText('Ended. The server has forgotten').waitFor();
    await look.click();
    await clinician.page.getByRole('heading', { name: 'Not shared any more' }).waitFor();
    await expectReadable(clinician.page, 'ended');
  }, 120_000);

  test('whoever signed in in another tab meanwhile shares nothing that somebody else has chosen', async () => {
    const { page, context, requests } = person;
    await toForm(person);
    await page.getByText(`Letters of the key of ${doctor}`).waitFor();
    const other = await context.newPage();
    other.setDefaultTimeout(soon.timeout);
    await addAuthenticator(other);
    await other.goto(`${server.url}account.html`);
    await button(other, 'Sign out').first().click();
    await makeAccount(other);
    await section(other, 'What you share').getByText('You share nothing.').waitFor();
    const before = requests.length;
    await button(page, /^Share it until/u).click();
    await section(page, 'What you share').getByText('You share nothing.').waitFor();
    const shared = /\/shares\/[0-9a-f-]{36}$/u;
    expect(requests.slice(before).filter((address) => shared.test(address))).toEqual([]);
    expect(requests.slice(0, before).some((address) => shared.test(address))).toBe(true);

    // Who was signed out there is asked to sign in again before anything is sealed.
    await page.getByText(`Letters of the key of ${doctor}`).waitFor();
    await button(other, 'Sign out').first().click();
    await button(other, 'Sign in with a passkey').waitFor();
    await button(page, /^Share it until/u).click();
    await page.getByText('You were signed out. Sign in again.').waitFor();
    await button(other, 'Sign in with a passkey').click();
    await section(other, 'What you share').getByText('You share nothing.').waitFor();
    await page.reload();
    await other.close();
  }, 120_000);

  test('a live view follows the diary, asked for and by itself', async () => {
    const { page, requests } = person;
    const sent = () =>
      requests.filter((address) => address.includes('/versions/')).map((a) => a.slice(-1));
    await toForm(person);
    await page.locator('label', { hasText: 'A live view' }).click();
    await shareIt(page);
    await openShared('A live view');
    await paper().getByText('For my clinician').waitFor();

    await goTo(page, 'settings', 'Settings');
    const eczema = (checked: boolean) =>
      page.getByRole('checkbox', { name: /^Eczema/u, checked }).first();
    await page
      .locator('label', { hasText: /^Eczema/u })
      .first()
      .click();
    await eczema(true).waitFor({ state: 'attached' });
    await goTo(page, 'report', 'For your doctor');
    await button(page, 'What a visit usually needs').click();
    await page
      .locator('.paper')
      .getByText(/^I have: .*eczema/u)
      .waitFor();
    await button(page, 'Share it with a clinician').click();
    await button(page, `Bring it up to date: A live view for ${doctor}`).click();
    await page.getByText('The live view is up to date.').waitFor();
    expect(sent()).toEqual(['2']);
    await openShared('A live view');
    await paper()
      .getByText(/^I have: .*eczema/u)
      .waitFor();

    // Two hours later the app is opened again, with another choice of conditions.
    await goTo(page, 'settings', 'Settings');
    await page
      .locator('label', { hasText: /^Eczema/u })
      .first()
      .click();
    await eczema(false).waitFor({ state: 'attached' });
    await page.evaluate(ageLiveViews);
    await page.reload();
    // One that never arrived comes before it, and does not keep it back.
    await expect.poll(sent, soon).toEqual(['2', '2', '3']);
  }, 180_000);

  test.each([
    ['a script', '<script>document.title = "broken"</script>'],
    ['what runs when it fails to load', '<img src="data:image/png;base64,AA" onerror="alert(1)">'],
    ['a frame', '<iframe src="https://example.org"></iframe>'],
    ['a picture from elsewhere', '<img src="https://example.org/pixel.png" alt="">'],
    ['a form', '<form action="https://example.org"><input name="code"></form>'],
  ])(
    'a page with %s is not shown',
    async (_, markup) => {
      await shareByHand(
        person.context,
        `<!doctype html>\n<html lang="en">\n<body><main><p>Hello</p>${markup}</main></body></html>`,
      );
      const before = clinician.requests.length;
      await openShared('A page');
      await clinician.page.getByText('It is not shown.').waitFor();
      expect(await clinician.page.locator('iframe').count()).toBe(0);
      expect(
        clinician.requests.slice(before).filter((address) => !address.startsWith(server.url)),
      ).toEqual([]);
      expect(await clinician.page.title()).toBe('Shared with you · Zonula');
    },
    120_000,
  );
});

/** Runs in the page: live views were looked at two hours ago; one of them once more under an id that the server does not know. */
const ageLiveViews = (): Promise<void> =>
  new Promise((done, failed) => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    // biome-ignore lint/suspicious/noExplicitAny: runs in the browser, whose types the tests do not have.
    const opening = (globalThis as any).indexedDB.open('zonula-sharing');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('shares', 'readwrite');
      const store = transaction.objectStore('shares');
      store.openCursor().onsuccess = ({
        target: { result: cursor },
      }: {
        // biome-ignore lint/suspicious/noExplicitAny: as above.
        target: { result: any };
      }) => {
        if (cursor === null) return;
        const { value } = cursor;
        const aged = { ...value, checkedAt: value.checkedAt - 7_200_000 };
        if (value.id !== unknown) {
          cursor.update(aged);
          store.put({ ...aged, id: unknown, version: 1 }, unknown);
        }
        cursor.continue();
      };
      transaction.oncomplete = () => {
        opening.result.close();
        done();
      };
    };
  });

/** Shares something that our own app would not send. */
const shareByHand = async (context: BrowserContext, html: string): Promise<void> => {
  const headers = { origin: new URL(server.url).origin };
  const { request } = context;
  const listed = await request.get(`${server.url}api/v1/clinicians`, { headers });
  const [to] = (await listed.json()).items;
  const { subtle } = webcrypto;
  const id = webcrypto.randomUUID();
  const expiresAt = Date.now() + 3_600_000;
  const sender = await createSharingKeys(subtle);
  const label = { share: id, version: 1, expiresAt };
  const sealed = await sealShare(subtle, label, new TextEncoder().encode(html), {
    sender,
    recipient: Buffer.from(to.publicKey, 'base64url'),
  });
  const answer = await request.put(`${server.url}api/v1/shares/${id}`, {
    headers,
    data: {
      clinician: to.account,
      key: to.key,
      kind: 'report',
      senderKey: Buffer.from(sender.publicKey).toString('base64url'),
      expiresAt: new Date(expiresAt).toISOString(),
      sealed: Buffer.from(sealed).toString('base64url'),
    },
  });
  expect(answer.status()).toBe(204);
};
