import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { makeDataFolder } from '@zonula/server/testing';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { button, goTo, soon, useApp } from './app.ts';
import { expectReadable } from './checks.ts';
import { giveFile, type Saved, savedBy } from './downloads.ts';

const app = useApp();
const folder = mkdtempSync(join(tmpdir(), 'zonula-study-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const command = (...args: string[]) =>
  promisify(execFile)(process.execPath, [resolve('zonula.mjs'), 'cohort', ...args]);

const invitationOf = (wording: string) => ({
  format: 'zonula-study',
  version: 1,
  title: 'Skin and food 2026',
  by: 'An invented clinic',
  contact: 'study@clinic.example',
  purpose: 'skin and food',
  wording,
  text: [
    { language: 'en', words: 'We ask for your diary.\n\nWe count days with and without foods.' },
    { language: 'de', words: 'Wir bitten um dein Tagebuch.' },
  ],
});

const openInvitation = (page: Page, content: unknown): Promise<void> =>
  giveFile(page, () => button(page, 'Open the file of a study').click(), {
    name: 'study.json',
    bytes: Buffer.from(JSON.stringify(content)),
  });

const toSettings = async (page: Page): Promise<void> => {
  await goTo(page, 'settings', 'Settings');
  await page.getByRole('heading', { name: 'Take part in a study' }).waitFor();
};

const keepExample = async (page: Page): Promise<void> => {
  await toSettings(page);
  await giveFile(
    page,
    () => button(page, 'Choose a file').click(),
    'examples/simulated-person.csv',
  );
  await button(page, 'Take them in').click();
  await page.getByText(/entries taken in/u).waitFor();
};

const given = (page: Page) => page.getByRole('group', { name: 'What you would give' });
const agreement = (page: Page) => page.getByRole('checkbox', { name: /^I have read this/u });

/** Agrees to give these and nothing else, of a card that came with nothing ticked. */
const agreeTo = async (page: Page, ...categories: readonly string[]): Promise<void> => {
  await given(page).getByRole('checkbox').first().waitFor();
  expect(await given(page).getByRole('checkbox', { checked: true }).count()).toBe(0);
  expect(await agreement(page).isDisabled()).toBe(true);
  await page.getByText(/^Nothing is ticked for you\./u).waitFor();
  for (const category of categories) await given(page).getByText(category, { exact: true }).click();
  await page.getByText('I have read this and I agree.').click();
};

/** What others gave: the same days under other names. */
const cohortWith = (name: string, share: Saved, others: number): string => {
  const people = join(folder, name);
  mkdirSync(people);
  const given = JSON.parse(share.text);
  writeFileSync(join(people, share.name), share.text);
  for (let i = 0; i < others; i++) {
    const person = `other${i}`;
    const consent = { ...given.consent, person, withdrawn: null };
    writeFileSync(
      join(people, `${person}.share.json`),
      JSON.stringify({ ...given, consent, diary: given.diary }),
    );
  }
  return people;
};

/** What the person of this test gives: all that the diary has but stress. */
const mine = ['Skin', 'Gut', 'Food and drink', 'Sleep'] as const;

/** Some seconds on a machine that has nothing else to do. */
const slow = 600_000;

test(
  'what the app gives to a study is analysed by the command, until it is taken back',
  async () => {
    const { page, context, errors, requests } = await app.open({ begun: 'own' });
    await keepExample(page);
    const before = requests.length;
    await giveFile(page, () => button(page, 'Open the file of a study').click(), {
      name: 'other.json',
      bytes: Buffer.from('{"format":"zonula-share"}'),
    });
    await page.getByText('This is not the file of a study.').waitFor();
    await openInvitation(page, invitationOf('v1'));
    await page.getByText('We count days with and without foods.').waitFor();
    for (const fact of ['An invented clinic', 'study@clinic.example', 'skin and food', 'v1'])
      await page.getByRole('definition').filter({ hasText: fact }).first().waitFor();
    const save = button(page, 'Save my file for the study');
    expect(await save.isDisabled()).toBe(true);
    await expectReadable(page, 'nothing ticked');
    await agreeTo(page, ...mine, 'Stress');
    await expect.poll(() => save.isDisabled(), soon).toBe(false);
    // Whoever takes all of it back has agreed to nothing.
    for (const category of [...mine, 'Stress', ...mine])
      await given(page).getByText(category, { exact: true }).click();
    await expect.poll(() => save.isDisabled(), soon).toBe(true);
    await expect.poll(() => agreement(page).isChecked(), soon).toBe(false);
    await page.getByText('I have read this and I agree.').click();
    await expectReadable(page);
    const share = await savedBy(page, () => save.click());
    await page.getByText('Your file for Skin and food 2026 is saved.').waitFor();

    const { consent, diary } = JSON.parse(share.text);
    expect(share.name).toBe(`${consent.person}.share.json`);
    expect(consent).toMatchObject({ purpose: 'skin and food', wording: 'v1', withdrawn: null });
    expect(consent.person).toMatch(/^[0-9a-f]{16}$/u);
    expect(diary).toContain(',food,');
    expect(diary).not.toContain(',stress,');
    expect(diary).not.toContain(',note,');

    const people = cohortWith('people', share, 10);
    const purpose = ['--purpose', 'skin and food'];
    const out = join(folder, 'out');
    await makeDataFolder(join(out, 'data'));
    const analysed = await command('analyse', people, '--out', out, '--counts-only', ...purpose);
    expect(analysed.stderr).toContain('11 people\n');
    expect(readFileSync(join(out, 'methods.txt'), 'utf8')).toContain('v1');

    // Asked again in new words, the person agrees to those under the same name, and chooses anew.
    await openInvitation(page, invitationOf('v2'));
    await agreeTo(page, ...mine);
    const renewed = await savedBy(page, () => save.click());
    expect(renewed.name).toBe(share.name);
    expect(JSON.parse(renewed.text).diary).not.toContain(',stress,');
    writeFileSync(join(people, renewed.name), renewed.text);
    await command('analyse', people, '--out', out, '--counts-only', ...purpose);

    await page.reload();
    await page.getByText('Skin and food 2026').waitFor();
    await button(page, 'Take it back').click();
    const back = await savedBy(page, () => button(page, 'Yes, take it back').click());
    await page.getByText(/You took it back on/u).waitFor();
    expect(back.name).toBe(share.name);
    const taken = JSON.parse(back.text);
    expect(taken.diary).toBeNull();
    expect(taken.consent.withdrawn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    writeFileSync(join(people, back.name), back.text);
    const later = await command('analyse', people, '--out', out, '--counts-only', ...purpose);
    expect(later.stderr).toContain('one person has no consent that stands and is left out');
    expect(later.stderr).toContain('10 people');
    // Handed in once more, the old file brings nobody back.
    writeFileSync(join(people, share.name), share.text);
    const again = await command('analyse', people, '--out', out, '--counts-only', ...purpose);
    expect(again.stderr).toContain('10 people');

    // Who agrees once more is somebody new to the study.
    await openInvitation(page, invitationOf('v2'));
    await agreeTo(page, ...mine);
    const anew = await savedBy(page, () => save.click());
    expect(anew.name).not.toBe(share.name);
    await expectReadable(page);
    expect(requests.slice(before).filter((url) => !url.startsWith(app.url))).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  },
  slow,
);

test('under 18 nobody agrees here, and an example person takes part in nothing', async () => {
  const { page, context } = await app.open();
  await page.getByRole('button', { name: 'Begin my diary' }).click();
  await page.getByRole('button', { name: 'Something else' }).click();
  await page.getByText('Under 18').click();
  await page.getByRole('button', { name: 'Rather not' }).click();
  await page.getByRole('button', { name: 'Ask me later' }).click();
  await page.getByText('Foods are not shown here').waitFor();
  await toSettings(page);
  await page.getByText('Under 18 you cannot agree to this alone.').waitFor();
  expect(await button(page, 'Open the file of a study').count()).toBe(0);
  await context.close();

  const example = await app.open({ begun: 'example' });
  await goTo(example.page, 'settings', 'Settings');
  await example.page.getByRole('heading', { name: 'Sealed backup' }).waitFor();
  expect(await example.page.getByText('Take part in a study').count()).toBe(0);
  await example.context.close();
});
